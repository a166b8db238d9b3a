package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town on a river with a wide and a narrow bridge, read from OpenStreetMap, from the command line on. */
class StreetScenarioTest {
    static final String OSM = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" lon="8.00" lat="49.00"/>
          <node id="2" lon="8.01" lat="49.00"/>
          <node id="3" lon="8.02" lat="49.00"/>
          <node id="4" lon="8.03" lat="49.00"/>
          <node id="5" lon="8.01" lat="49.01"/>
          <node id="6" lon="8.02" lat="49.01"/>
          <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="Market Street"/></way>
          <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="South Bridge"/></way>
          <way id="12"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/><tag k="name" v="East Road"/></way>
          <way id="13"><nd ref="2"/><nd ref="5"/><tag k="highway" v="residential"/></way>
          <way id="14"><nd ref="5"/><nd ref="6"/><tag k="highway" v="residential"/><tag k="name" v="North Bridge"/></way>
          <way id="15"><nd ref="6"/><nd ref="3"/><tag k="highway" v="residential"/></way>
        </osm>
        """;

    private static final String PLACES = """
        id,name,lat,lon
        market,Market,49.0001,8.001
        exit,Eastern exit,49.0001,8.029
        bridge,South Bridge,49.0001,8.015
        gate,East gate,49.0001,8.025
        """;

    private static final String SCENARIO = """
        safeconduct: scenario/1
        id: river-town
        title: A town on a river
        exercise: true
        zones: [UTC]
        horizon: {from: 2030-05-01 08:00, to: 2030-05-01 09:00}
        derating: 1
        parties: [{id: north, name: Northern side}]
        network: {places: places.csv, roads: town.osm, snap_metres: 500}
        areas:
          - {id: around, name: Around the bridge, around: bridge, metres: 200}
          - {id: outline, name: Outlined, file: bridge.geojson}
          - {id: east, name: The east bank, box: [8.018, 48.99, 8.04, 49.02]}
        destinations: [{id: out, place: exit}]
        versions:
          - id: north
            name: as announced by the northern side
            by: north
            silence:
              - {from: 2030-05-01 08:00, to: 2030-05-01 09:00}
            destinations: [out]
        assemblies:
          - {id: market, name: Market square, place: market, people: 10000, own_cars: 1, persons_per_car: 4}
        """;

    private static final String OUTLINE = """
        {"type": "Polygon", "coordinates": [[[8.014, 48.999], [8.016, 48.999], [8.016, 49.001], [8.014, 49.001], [8.014, 48.999]]]}
        """;

    @TempDir
    private Path made;

    private Path folder = Path.of("");

    @BeforeEach
    void writeTheTown() throws IOException {
        folder = Files.createDirectory(made.resolve("town"));
        Files.writeString(folder.resolve("town.osm"), OSM);
        Files.writeString(folder.resolve("places.csv"), PLACES);
        Files.writeString(folder.resolve("bridge.geojson"), OUTLINE);
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    }

    @Test
    void aBridgeIsClosedAsAClickedStreetLikeAsAnAreaInEitherForm() throws IOException {
        long open = planned("");
        long street = planned("closures: [{streets: [bridge], kind: bridge, attested_by: x}]\n");
        assertThat(street).isPositive().isLessThan(open);
        assertThat(planned("closures: [{area: around, kind: mine, attested_by: x}]\n"))
                .isEqualTo(street);
        assertThat(planned("closures: [{area: outline, kind: mine, attested_by: x}]\n"))
                .isEqualTo(street);
    }

    @Test
    void busesThatCannotComeBackAreToSettle() throws IOException {
        String buses = "fleets: [{id: buses, name: City buses, vehicles: 5, seats: 50, base: market}]\n";
        String question = "How City buses come back for another lift";
        assertThat(plan(buses).out()).doesNotContain(question);
        String oneWay = "v=\"Market Street\"/><tag k=\"oneway\" v=\"yes\"/>";
        Files.writeString(folder.resolve("town.osm"), OSM.replace("v=\"Market Street\"/>", oneWay));
        assertThat(plan(buses).out()).contains("Still to settle", question);
        assertThat(plan(buses.replace("base: market", "base: market, shuttles: false"))
                        .out())
                .doesNotContain(question);
    }

    @Test
    void theStreetClosedAtAnExitIsTheOneThatPeopleLeaveBy() throws IOException {
        String nearer = "<node id='7' lon='8.0285' lat='49.0002'/><node id='8' lon='8.0295' lat='49.0002'/>"
                + "<way id='16'><nd ref='7'/><nd ref='8'/><tag k='highway' v='service'/></way></osm>";
        Files.writeString(folder.resolve("town.osm"), OSM.replace("</osm>", nearer));
        assertThat(planned("closures: [{streets: [exit], kind: bridge, attested_by: x}]\n"))
                .isZero();
    }

    @Test
    void aPlaceFarFromItsStreetIsToldAndDrawn() throws IOException {
        assertThat(plan("").out()).doesNotContain("Joined to a street more than");
        assertThat(Files.readString(made.resolve("planned/report.html"))).doesNotContain("class=\"to-street\"");
        Files.writeString(folder.resolve("places.csv"), PLACES.replace("49.0001,8.029", "48.9970,8.029"));
        assertThat(plan("").out()).contains("Joined to a street more than 150 m away: 1", "- exit: 334 m to East Road");
        assertThat(Files.readString(made.resolve("planned/report.html")))
                .contains("class=\"to-street\"", "from a place to its street: not planned");
    }

    @Test
    void ofManyPlacesFarFromTheirStreetsTheRestAreCounted() throws IOException {
        StringBuilder places = new StringBuilder(PLACES);
        StringBuilder assemblies = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            places.append("far%d,Far %d,48.997,8.01%02d%n".formatted(i, i, i));
            assemblies.append(
                    "  - {id: a%d, name: Farm %d, place: far%d, people: 10, own_cars: 1, persons_per_car: 4}%n"
                            .formatted(i, i, i));
        }
        Files.writeString(folder.resolve("places.csv"), places.toString());
        assertThat(plan(assemblies.toString()).out())
                .contains("Joined to a street more than 150 m away: 40", "and 32 more; the report of a plan");
    }

    @Test
    void onePersonIsNotCalledAllPeople() throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO.replaceFirst("people: \\d+", "people: 1"));
        assertThat(Ran.in(made, "plan", "town", "--out", "planned", "--force").out())
                .contains("At most the one person expected can be out by");
    }

    @Test
    void whatEachClosureClosesIsTold() throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"),
                SCENARIO.replace("areas:\n", "areas:\n  - {id: sea, name: The sea, box: [8.0, 49.02, 8.1, 49.03]}\n")
                        + "closures: [{streets: [bridge], kind: bridge, attested_by: x},"
                        + " {area: sea, kind: mine, attested_by: x}]\n");
        assertThat(Ran.in(folder, "plan", ".", "--dry-run").out())
                .contains("Closed:", "area sea: 0 stretches of road", "at bridge: South Bridge, 11 m away");
        assertThat(plan("").code()).isZero();
        assertThat(Ran.in(folder, "plan", ".", "--dry-run").out()).doesNotContain("Closed:");
    }

    @Test
    void anAreaThatNobodyIsLedThroughCostsAsMuchAsAClosedOne() throws IOException {
        long closed = planned("closures: [{area: around, kind: mine, attested_by: x}]\n");
        Files.writeString(
                folder.resolve("scenario.yaml"),
                SCENARIO.replace("    by: north\n", "    by: north\n    avoid: [around]\n"));
        assertThat(planned(Ran.in(folder, "plan", ".", "--out", "../avoided", "--json")))
                .isEqualTo(closed);
    }

    @Test
    void aCheckpointOnAStreetLetsItsRateThrough() throws IOException {
        String post = """
            checkpoints:
              - id: post
                name: Post at the east gate
                on_street: gate
                hours: [{from: 2030-05-01 08:00, to: 2030-05-01 09:00, vehicles_per_hour: 60}]
            """;
        assertThat(planned(post)).isPositive().isLessThanOrEqualTo(4 * 60);
    }

    @Test
    void withEveryExitClosedNobodyIsOutAndTheTextSaysWhy() throws IOException {
        Ran ran = plan("closures: [{area: east, kind: mine, attested_by: x}]\n");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("Cannot, even if everything works.", "Nobody of 10,000 people can be out")
                .contains("No way to a destination is open at any time")
                .doesNotContain("everyone who is expected");
    }

    @Test
    void aPointThirtyKilometresFromAnyRoadIsTheOnlyProblemTold() throws IOException {
        Files.writeString(folder.resolve("places.csv"), PLACES.replace("8.029", "8.44"));
        Ran ran = plan("");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err())
                .contains(
                        "places.csv:3: exit: lat,lon", "lies 30.0 km from the nearest road", "up to 500 m are accepted")
                .contains("1 problem; nothing was done.");
    }

    @Test
    void everyPointThatIsTooFarIsToldAtOnce() throws IOException {
        Files.writeString(
                folder.resolve("places.csv"), PLACES.replace("8.029", "8.44").replace("8.001", "7.5"));
        assertThat(plan("").err()).contains("places.csv:2: market", "places.csv:3: exit", "2 problems;");
    }

    @Test
    void aRoadFileThatIsNotThereIsToldWithWhereItIsLookedFor() throws IOException {
        Files.delete(folder.resolve("town.osm"));
        Ran ran = plan("");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("town.osm", "--roads");
    }

    @Test
    void aClickOnTheMapClosesAStreetWhileFlowIsUnderWay() throws IOException {
        JsonNode replan = Ran.in(
                        folder, "replan", ".", "--at", "08:15", "--close-at", "49.0,8.0151", "--out", "../y", "--json")
                .json();
        assertThat(replan.get("news").get(0).asString())
                .isEqualTo("segment w11, South Bridge, closed (0 m from 49.0,8.0151)");
        assertThat(Files.readString(made.resolve("y/report.html")))
                .contains("<li>segment w11, South Bridge, closed (0 m from 49.0,8.0151)</li>");
        JsonNode found = replan.get("replanned").get(0);
        assertThat(found.get("optimal").asBoolean()).isTrue();
        assertThat(found.get("low").get("turnedBack").get(0).get("people").asLong())
                .isPositive();
        assertThat(Ran.in(folder, "check", "../y").code()).isZero();
    }

    @Test
    void theOuterBoundCountsFinerThanThePlanOverAFewHoursOnly() throws IOException {
        long planStep = stepMillis(SCENARIO, ".plan");
        assertThat(stepMillis(SCENARIO, ".outer")).isLessThan(planStep);
        String nineHours = SCENARIO.replace("09:00}", "17:00}");
        assertThat(stepMillis(nineHours, ".outer")).isEqualTo(planStep);
        assertThat(Ran.in(folder, "check", "../steps").code()).isZero();
    }

    private long stepMillis(String scenario, String network) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), scenario);
        assertThat(Ran.in(folder, "plan", ".", "--out", "../steps", "--force").code())
                .isZero();
        for (JsonNode one : JsonMapper.builder()
                .build()
                .readTree(Files.readString(made.resolve("steps").resolve("problem.json")))
                .path("networks")) {
            if (one.path("id").asString().endsWith(network)) {
                return one.path("stepMillis").asLong();
            }
        }
        throw new AssertionError("no network " + network);
    }

    private long planned(String more) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO + more);
        return planned(Ran.in(folder, "plan", ".", "--out", "../planned", "--json"));
    }

    private static long planned(Ran ran) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        return ran.json().get("versions").get(0).get("planned").get("low").asLong();
    }

    private Ran plan(String more) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO + more);
        return Ran.in(folder, "plan", ".", "--out", "../planned");
    }
}
