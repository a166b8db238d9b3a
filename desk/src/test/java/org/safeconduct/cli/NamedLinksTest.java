package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;
import org.safeconduct.streets.Fork;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two ways out of a town whose streets have no names, in a network whose links are called by words of all kinds. */
class NamedLinksTest {
    private static final String NORTH = "12-14(1)";
    private static final String SOUTH = "old <b>mill</b> & bridge";

    private static final String SOUTH_ID = "wold%20%3Cb%3Emill%3C%2Fb%3E%20%26%20bridge";

    private static final String SCENARIO = Fork.scenario("people: 2000, own_cars: 1, persons_per_car: 1");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAFork() throws IOException {
        Files.writeString(
                folder.resolve("fork.xml"),
                """
                        <network><nodes>
                          <node id="gate" x="36.90" y="47.00"/><node id="a" x="37.00" y="47.00"/>
                          <node id="north west" x="37.10" y="47.05"/><node id="b" x="37.10" y="47.00"/>
                          <node id="c" x="37.20" y="47.00"/><node id="end" x="37.30" y="47.00"/>
                        </nodes><links>
                        """
                        + link("1", "gate", "a").replace("500", "5000")
                        + link(NORTH, "a", "north west")
                        + link("17", "north west", "c")
                        + link(SOUTH, "a", "b")
                        + link("17.2", "b", "c")
                        + link("2", "c", "end").replace("500", "5000")
                        + "</links></network>");
        Files.writeString(
                folder.resolve("places.csv"), "id,name,lat,lon\nhome,Home,47.00,36.95\neast,East,47.00,37.25\n");
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    }

    private static String link(String id, String from, String to) {
        String written = id.replace("&", "&amp;").replace("<", "&lt;");
        return "<link id=\"%s\" from=\"%s\" to=\"%s\" length=\"9600\" freespeed=\"20\" capacity=\"500\" permlanes=\"1\"/>"
                .formatted(written, from, to);
    }

    private Ran plan(String more, String... options) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO + more);
        String[] all = Arrays.copyOf(new String[] {"plan", ".", "--out", "planned", "--force"}, 5 + options.length);
        System.arraycopy(options, 0, all, 5, options.length);
        return Ran.in(folder, all);
    }

    private static long planned(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json().at("/versions/0/planned/low").asLong();
    }

    private List<String> driven() throws IOException {
        List<String> driven = new ArrayList<>();
        new JsonMapper()
                .readTree(Files.readAllBytes(folder.resolve("planned/plan.json")))
                .at("/versions/0/low/routes")
                .forEach(route -> route.path("segments").forEach(segment -> driven.add(segment.asString())));
        return driven;
    }

    @Test
    void stretchesAreCalledAsTheFileCallsTheLink() throws IOException {
        planned(plan("", "--json"));
        assertThat(driven()).containsOnly("w1", "w" + NORTH, SOUTH_ID, "w2");
        assertThat(Ran.in(folder, "check", "planned").code()).isZero();
    }

    @Test
    void whatAStreetIsCalledClosesItInAScenario() throws IOException {
        long open = planned(plan("", "--json"));
        for (String link : List.of(NORTH, SOUTH)) {
            assertThat(planned(plan("closures: [{refs: ['" + link + "'], kind: other, attested_by: we}]\n", "--json")))
                    .as(link)
                    .isBetween(1L, open - 1);
            assertThat(driven()).hasSize(3).doesNotContain("w" + link);
        }
    }

    @Test
    void anIdOfAStretchIsAnsweredByTheNameOfTheRoad() throws IOException {
        assertThat(plan("closures: [{refs: [w12-14(1).2], kind: other, attested_by: we}]\n")
                        .err())
                .contains("is the number of no road in fork.xml. Write \"12-14(1)\": that is what the file calls");
        assertThat(plan("closures: [{refs: [w12-15], kind: other, attested_by: we}]\n")
                        .err())
                .contains("is the number of no road in fork.xml. Write it as the file has it");
    }

    @Test
    void anIdOfAStretchClosesItInAQuestion() {
        for (String id : List.of("w" + NORTH, SOUTH_ID)) {
            Ran ran = Ran.in(folder, "whatif", ".", "--close", id, "--json");
            assertThat(ran.code()).as(ran.err()).isZero();
        }
    }

    @Test
    void aReportShowsTheNameAndNothingInItActs() throws IOException {
        planned(plan("", "--json"));
        assertThat(Files.readString(folder.resolve("planned/report.html")))
                .contains(NORTH, "old &lt;b&gt;mill&lt;/b&gt; &amp; bridge")
                .doesNotContain("<b>mill");
    }

    @Test
    void aLinkThatWasJoinedOfManyIsShownByItsEndsAndClosedByAllOfIt() throws IOException {
        String joined = "42279-42277-42275-42273-42271";
        Path fork = folder.resolve("fork.xml");
        Files.writeString(fork, Files.readString(fork).replace(NORTH, joined));
        long open = planned(plan("", "--json"));
        assertThat(driven()).contains("w" + joined);
        assertThat(Files.readString(folder.resolve("planned/report.html")))
                .contains("42279…42271: 1 – 2 takes")
                .doesNotContain(">" + joined + "<");
        assertThat(planned(plan("closures: [{refs: ['" + joined + "'], kind: other, attested_by: we}]\n", "--json")))
                .isBetween(1L, open - 1);
    }

    @Test
    void aNetworkAsGeoJsonHasNamesAndNumbersAsTheFileHasThem() throws IOException {
        Ran.in(folder, "roads", "fork.xml", "--out", "roads.geojson", "--no-cache");
        JsonNode features = new JsonMapper()
                .readTree(Files.readAllBytes(folder.resolve("roads.geojson")))
                .path("features");
        assertThat(features.findValues("way").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder("\"" + NORTH + "\"", "17", "\"" + SOUTH + "\"", "\"17.2\"", "1", "2");
    }

    /** Two in three of its links have names that are no numbers. */
    @Test
    void noNumberOfOursIsLeftInAPlanOnSurfCoast() throws IOException, RoadProblems {
        Path file = RealData.file("roads/surf-coast-shire-network-2021-epsg32754.xml.gz");
        Roads roads = RoadsReader.read(file, ReadOptions.standard());
        Files.writeString(
                folder.resolve("places.csv"),
                "id,name,lat,lon\nhome,Lorne,-38.5468,143.9837\neast,Torquay,-38.3306,144.3256\n");
        Files.writeString(
                folder.resolve("scenario.yaml"),
                SCENARIO.replace("fork.xml", "" + file.getFileName()).replace("2000", "20"));
        Ran ran = Ran.in(folder, "plan", ".", "--roads", file.toString(), "--out", "planned", "--json");
        assertThat(planned(ran)).isPositive();
        List<String> names = new ArrayList<>();
        for (int arc = 0; arc < roads.arcs(); arc++) {
            names.add("w" + roads.ref(arc));
        }
        assertThat(driven()).isNotEmpty().anyMatch(id -> id.contains("-"));
        assertThat(driven()).allMatch(id -> names.contains(id) || names.contains(id.replaceFirst("\\.\\d+$", "")));
    }
}
