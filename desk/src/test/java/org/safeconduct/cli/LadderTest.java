package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two rows of slow streets with rungs between them, and one road out: minimum cuts run now over this street, now over that one. */
class LadderTest {
    private static final String[] LONGITUDES = {
        "8.0005", "8.0051", "8.0087", "8.0132", "8.0173", "8.0201", "8.0000", "8.0057", "8.0085", "8.0125", "8.0180",
        "8.0209"
    };
    private static final int COLUMNS = LONGITUDES.length / 2;
    private static final int SERVICE_ROAD_PER_HOUR = 300;
    private static final double DERATING = 0.85;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder osm = new StringBuilder("<osm version='0.6'><node id='50' lon='8.0340' lat='49'/>");
        for (int i = 0; i < LONGITUDES.length; i++) {
            osm.append(
                    "<node id='%d' lon='%s' lat='%s'/>".formatted(i, LONGITUDES[i], i < COLUMNS ? "49.000" : "49.003"));
        }
        for (int i = 0; i < COLUMNS; i++) {
            osm.append(street(i, i + COLUMNS));
            osm.append(i + 1 < COLUMNS ? street(i, i + 1) + street(i + COLUMNS, i + COLUMNS + 1) : street(i, 50));
        }
        Files.writeString(folder.resolve("town.osm"), osm.append("</osm>"));
        Files.writeString(
                folder.resolve("places.csv"),
                "id,name,lat,lon\nmarket,Market,49.0001,8.003\nexit,Exit,49.0001,8.033\n");
        Files.writeString(folder.resolve("scenario.yaml"), """
            safeconduct: scenario/1
            id: ladder
            title: A ladder of streets
            exercise: true
            zones: [UTC]
            horizon: {from: 2030-05-01 08:00, to: 2030-05-01 10:00}
            parties: [{id: us, name: We}]
            network: {places: places.csv, roads: town.osm, snap_metres: 500}
            destinations: [{id: out, place: exit}]
            versions: [{id: all, name: by all streets, by: us, destinations: [out]}]
            assemblies:
              - {id: market, name: Market square, place: market, people: 10000, own_cars: 0.8, persons_per_car: 4}
            fleets: [{id: buses, name: Buses, vehicles: 10, seats: 50, base: market}]
            """);
    }

    private static String street(int from, int to) {
        return "<way id='%d'><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='service'/></way>"
                .formatted(100 * (from + 1) + to, from, to);
    }

    @Test
    void aStreetThatHoldsPeopleBackIsToldWithWhatItTakes() throws IOException {
        assertThat(Ran.in(folder, "plan", ".", "--out", "out").code()).isZero();
        JsonNode low = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("out/plan.json")))
                .at("/versions/0/low/bottlenecks");
        assertThat(low)
                .anyMatch(found -> found.get("kind").asString().equals("ROAD"))
                .allSatisfy(found -> {
                    if (found.get("kind").asString().equals("ROAD")) {
                        assertThat(found.get("perHour").asDouble()).isEqualTo(SERVICE_ROAD_PER_HOUR * DERATING);
                    }
                });
    }

    @Test
    void streetsThatNothingIsChangedOnAreCountedNotListed() {
        assertThat(Ran.in(folder, "whatif", ".", "--add", "buses=+1").out())
                .contains("stretches of street, ")
                .doesNotContain("w101");
    }

    @Test
    void peopleHeldAlongOneStreetAreToldAsOneNumber() throws IOException {
        Path osm = folder.resolve("town.osm");
        Files.writeString(osm, Files.readString(osm).replace("<tag", "<tag k='name' v='Long Lane'/><tag"));
        assertThat(onTheRoad()).isNotEmpty().allSatisfy(cell -> assertThat(cell).doesNotHaveDuplicates());
    }

    /** Where people are on the road or held when silence ends, row by row, each line without its number. */
    private List<List<String>> onTheRoad() throws IOException {
        assertThat(Ran.in(folder, "plan", ".", "--out", "out").code()).isZero();
        return Pattern.compile("data-label=\"(?:On the road when silence ends|Held at)\">(.*?)</td>")
                .matcher(Files.readString(folder.resolve("out/report.html")))
                .results()
                .map(cell -> Pattern.compile("<bdi>(.*?)(?:: [0-9,]+)?</bdi>")
                        .matcher(cell.group(1))
                        .results()
                        .map(line -> line.group(1))
                        .toList())
                .toList();
    }

    @Test
    void whatIsProvenOfAPlanWithoutRangesIsSaidOnce() {
        Ran.in(folder, "plan", ".", "--out", "out");
        assertThat(Ran.in(folder, "check", "out").out().lines()).doesNotHaveDuplicates();
    }

    @Test
    void theStreetWhoseLossCostsMostIsToldWithTheIdThatClosesIt() {
        String worst = Ran.in(folder, "closures", ".", "--cases", "10", "--json")
                .json()
                .at("/versions/0/worst/0/segment")
                .asString();
        assertThat(Ran.in(folder, "closures", ".", "--cases", "10").out()).contains("(" + worst + ")");
        assertThat(Ran.in(folder, "whatif", ".", "--close", worst).code()).isZero();
    }

    @Test
    void aClassOfRoadThatDoesNotExistIsToldWithThoseThatDo() throws IOException {
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(
                scenario,
                Files.readString(scenario).replace("snap_metres: 500", "snap_metres: 500, without: [tracks]"));
        assertThat(Ran.in(folder, "plan", ".").err())
                .contains("scenario.yaml:8: network.without = \"tracks\": is no class of road.", "service, track,");
    }
}
