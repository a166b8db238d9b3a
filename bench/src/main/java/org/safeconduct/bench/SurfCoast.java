package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exercise on the Surf Coast: zones with head counts, messages that tell zones when to leave, roads that the fire or the police close. A zone sets out
 * when it is first told to; a zone that is never told stays. Where the source sends no messages, all may leave once the fire has started.
 */
final class SurfCoast {
    static final int SCENARIOS = 7;

    /** Ignition, as the source has it. */
    private static final String FIRE = "1115";

    private static final String END = "20:00";
    private static final String DAY = "2022-01-19 ";

    /** Of the seven scenarios: who is told to leave, and what is closed. */
    private static final List<String> MESSAGES = List.of("", "s2", "s2", "s2", "s5", "s6", "s7");

    private static final List<String> CLOSED = List.of("s1", "s1", "s3", "s4", "s3", "s6", "s3");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final int number;
    private final StringBuilder places = new StringBuilder("""
        id,name,lat,lon
        geelong,Geelong (Waurn Ponds),-38.2140,144.2900
        colac,Colac,-38.3400,143.5900
        apollo-bay,Apollo Bay,-38.7540,143.6690
        """);
    private final StringBuilder assemblies = new StringBuilder();

    private SurfCoast(Path data, int number) {
        this.data = data;
        this.number = number;
    }

    static CaseFolder of(Path data, int number) throws IOException {
        return new SurfCoast(data, number).folder();
    }

    private CaseFolder folder() throws IOException {
        Map<String, String> told = told();
        Set<String> names = new HashSet<>();
        for (JsonNode feature : read("zones-epsg4326.geojson").path("features")) {
            JsonNode zone = feature.path("properties");
            String name = zone.path("IDName").asString();
            String from = number == 1 ? FIRE : told.get(name);
            long people = zone.path("FR").asLong()
                    + zone.path("PR").asLong()
                    + zone.path("OV").asLong();
            if (from != null && people > 0) {
                String id = "z" + zone.path("IDNum").asInt();
                String unique = names.add(name) ? name : name + " (" + id + ")";
                zone(id, unique, people, from);
                double[] middle =
                        middle(feature.path("geometry").path("coordinates").path(0));
                places.append(String.format(
                        Locale.ROOT, "%s,%s,%.6f,%.6f%n", id, CaseFolder.quoted(unique), middle[1], middle[0]));
            }
        }
        String scenario = """
            safeconduct: scenario/1
            id: surf-coast-%d
            title: Surf Coast, a midweek day in January, scenario %d of 7
            summary: >-
              A bushfire exercise. Zones set out when they are first told to; the fire and the police close roads one after the other.
            exercise: true
            zones: [Australia/Melbourne]
            horizon: {from: 2022-01-19 11:00, to: 2022-01-19 20:00}
            step: 10 s
            sources:
              ees: {title: "Emergency Evacuation Simulator, scenario surf-coast-shire midweek-in-jan", address: "https://github.com/agentsoz/ees"}
            parties: [{id: exercise, name: Exercise staff}]
            network: {places: places.csv, roads: surf-coast-shire-network-2021-epsg32754.xml.gz, snap_metres: 8000}
            destinations:
              - {id: geelong, place: geelong}
              - {id: colac, place: colac}
              - {id: apollo-bay, place: apollo-bay}
            versions:
              - id: streets
                name: by all roads
                by: exercise
                silence: [{from: 2022-01-19 11:00, to: 2022-01-19 20:00}]
                destinations: [geelong, colac, apollo-bay]
            closures:
            %sassemblies:
            %s\
            """.formatted(number, number, closures(), assemblies);
        return new CaseFolder(scenario, places.toString());
    }

    private void zone(String id, String name, long people, String from) {
        assemblies.append(String.format(
                Locale.ROOT,
                "  - {id: %s, name: %s, place: %s, people: {value: %d, source: ees}, from: %s, own_cars: 1,"
                        + " persons_per_car: {value: 2.5, by: planner's assumption}}%n",
                id,
                CaseFolder.quoted(name),
                id,
                people,
                DAY + clock(from)));
    }

    /** When each zone is first told to leave. */
    private Map<String, String> told() throws IOException {
        Map<String, String> told = new HashMap<>();
        String messages = MESSAGES.get(number - 1);
        if (!messages.isEmpty()) {
            for (JsonNode message : read("messages." + messages + ".json").path("messages")) {
                String at = message.path("broadcastHHMM").asString();
                message.path("broadcastZones")
                        .propertyNames()
                        .forEach(zone -> told.merge(zone, at, (one, other) -> one.compareTo(other) <= 0 ? one : other));
            }
        }
        return told;
    }

    private String closures() throws IOException {
        StringBuilder closures = new StringBuilder();
        for (JsonNode one :
                read("traffic-mgt-points." + CLOSED.get(number - 1) + ".json").path("disruptions")) {
            String links = StreamSupport.stream(one.path("impactedLinks").spliterator(), false)
                    .map(link -> CaseFolder.quoted(link.asString()))
                    .collect(Collectors.joining(", "));
            closures.append("  - {refs: [")
                    .append(links)
                    .append("], kind: other, from: ")
                    .append(DAY + clock(one.path("startHHMM").asString()))
                    .append(", to: ")
                    .append(DAY + END)
                    .append(", attested_by: ")
                    .append(CaseFolder.quoted(one.path("description").asString()))
                    .append(", source: ees}\n");
        }
        return closures.toString();
    }

    private static String clock(String hhmm) {
        return hhmm.substring(0, 2) + ":" + hhmm.substring(2);
    }

    private JsonNode read(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(data.resolve(name)));
    }

    /** The centre of a ring's area. */
    private static double[] middle(JsonNode ring) {
        double area = 0;
        double x = 0;
        double y = 0;
        double originX = ring.path(0).path(0).asDouble();
        double originY = ring.path(0).path(1).asDouble();
        for (int i = 1; i < ring.size(); i++) {
            double ax = ring.path(i - 1).path(0).asDouble() - originX;
            double ay = ring.path(i - 1).path(1).asDouble() - originY;
            double bx = ring.path(i).path(0).asDouble() - originX;
            double by = ring.path(i).path(1).asDouble() - originY;
            double cross = ax * by - bx * ay;
            area += cross / 2;
            x += (ax + bx) * cross / 6;
            y += (ay + by) * cross / 6;
        }
        return new double[] {originX + x / area, originY + y / area};
    }
}
