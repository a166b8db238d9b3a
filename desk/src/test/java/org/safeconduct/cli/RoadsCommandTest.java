package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RoadsCommandTest {
    /** Four nodes of a village street; a one-way lane leads off and nothing leads back. */
    private static final String OSM = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" lon="8.00" lat="49.00"/>
          <node id="2" lon="8.01" lat="49.00"/>
          <node id="3" lon="8.02" lat="49.00"/>
          <node id="4" lon="8.01" lat="49.01"/>
          <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="maxspeed" v="50"/><tag k="lanes" v="2"/></way>
          <way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Hauptstraße"/></way>
          <way id="12"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/><tag k="oneway" v="yes"/></way>
          <way id="13"><nd ref="3"/><nd ref="4"/><tag k="highway" v="footway"/></way>
        </osm>
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAVillage() throws IOException {
        Files.writeString(folder.resolve("village.osm"), OSM);
    }

    private Ran roads(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "roads";
        all[1] = "--no-cache";
        System.arraycopy(args, 0, all, 2, args.length);
        return Ran.in(folder, all);
    }

    @Test
    void tellsWhatIsInTheFileWhatWasGuessedAndWhatWasLeftOut() {
        Ran ran = roads("village.osm");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("Read in .*", "Read in …")).isEqualTo("""
            village.osm: OpenStreetMap XML, 4 ways, 3 of them used.
            4 junctions, 5 arcs, 4 km, in the box 8.0000,49.0000,8.0200,49.0100
            Main island: 3 junctions, 75.0 %. Others, which cannot be reached from it or not be left for it: 1, junctions in the largest: 1.

            class                arcs        km    speed    lanes
            primary                 2       1.5    100 %    100 %
            residential             3       2.6      0 %      0 %
            Speed, lanes: share of the km of which the file states them.

            Guessed:
                    2  lanes of ways without a number, from the table by class
                    2  speed of ways without a limit, from the table by class

            Left out:
                    1  paths, steps, building sites and other ways that are no road for cars

            To know:
              A plan may turn where a sign forbids it; what else is said and not heeded is counted above.
              The limit of speed is taken for the free-flow speed where one is given.

            Read in …
            """);
    }

    @Test
    void jsonHasTheSame() {
        JsonNode read = roads("village.osm", "--json").json();
        assertThat(read.get("format").asString()).isEqualTo("safeconduct-roads/1");
        assertThat(read.get("junctions").asInt()).isEqualTo(4);
        assertThat(read.get("arcs").asInt()).isEqualTo(5);
        assertThat(read.get("islands").toString()).isEqualTo("[3,1]");
        assertThat(read.get("box").toString()).isEqualTo("[8.0,49.0,8.02,49.01]");
        assertThat(read.get("classes").get(0).get("roadClass").asString()).isEqualTo("primary");
        assertThat(read.get("classes").get(1).get("lanesStated").asDouble()).isZero();
        assertThat(read.get("key").asString()).hasSize(64);
    }

    @Test
    void onlyAnAreaIsReadByBoxOrByPolygon() throws IOException {
        assertThat(roads("village.osm", "--box", "7.99,48.99,8.005,49.01", "--json")
                        .json()
                        .get("arcs")
                        .asInt())
                .isEqualTo(2);
        Files.writeString(
                folder.resolve("west.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[[7.9,48.9],[8.005,48.9],[8.005,49.1],[7.9,48.9]]]}");
        assertThat(roads("village.osm", "--area", "west.geojson", "--json")
                        .json()
                        .get("arcs")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anAreaThatMissesIsToldWithBothBoxes() {
        Ran ran = roads("village.osm", "--box", "9,49,9.5,49.5");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).isEqualTo("""
            village.osm: 9.0000,49.0000,9.5000,49.5000: is a box around the area asked for, and no road lies in that area. \
            All nodes of the source lie in the box 8.0000,49.0000,8.0200,49.0100. \
            Choose an area within the file; longitude comes first.
            1 problem; nothing was done.
            """);
    }

    @Test
    void whatIsNoRoadFileIsToldWithWhatWouldBe() throws IOException {
        Files.writeString(folder.resolve("empty.osm"), "");
        Files.writeString(folder.resolve("page.xml"), "<html></html>");
        Files.writeString(folder.resolve("cut.osm"), OSM.substring(0, 300));
        Files.writeString(
                folder.resolve("walk.osm"), OSM.replace("primary", "path").replace("residential", "steps"));
        Files.writeString(folder.resolve("x_nodes.csv"), "a,b\n");
        Files.write(folder.resolve("packed.osm.bz2"), "BZh91AY".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("text.txt"), "Dear all");
        Files.createDirectory(folder.resolve("folder"));
        for (List<String> wrong : List.of(
                List.of("empty.osm", "is empty."),
                List.of("page.xml", "is XML that begins with html: no road file known here."),
                List.of("cut.osm", "ends in the middle."),
                List.of("walk.osm", "holds no road that cars may use."),
                List.of("x_nodes.csv", "needs x_edges.csv, which does not lie beside it."),
                List.of("packed.osm.bz2", "is packed in a way that is not known here. Unpack it first"),
                List.of("text.txt", "is no road file known here. Take OpenStreetMap"),
                List.of("nowhere.pbf", "there is no such file."),
                List.of("folder", "is a folder."))) {
            Ran ran = roads(wrong.getFirst());
            assertThat(ran.code()).as(wrong.getFirst()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).startsWith(wrong.getFirst()).contains(wrong.getLast());
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void aFileMadeToFillMemoryIsNotReadOn() throws IOException {
        Path bomb = folder.resolve("bomb.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("<osm>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                out.write(blanks);
            }
        }
        assertThat(roads("bomb.osm.gz").err()).contains("it is not what it seems.");
    }

    @Test
    void wrongOptionsAreTold() {
        assertThat(roads("village.osm", "--box", "1,2,3").err())
                .contains("command line: --box = \"1,2,3\": is not four numbers.");
        assertThat(roads("village.osm", "--box", "1,2,3,4", "--area", "x").err())
                .contains("name two areas");
        assertThat(roads("village.osm", "--area", "no.geojson").err()).contains("no.geojson: cannot be opened.");
        assertThat(roads().code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void theNetworkIsWrittenAsGeoJsonButNeverOverAnotherFile() throws IOException {
        assertThat(roads("village.osm", "--out", "net.geojson").out()).contains("Written to net.geojson");
        String written = Files.readString(folder.resolve("net.geojson"));
        assertThat(written)
                .hasLineCount(4)
                .contains("\"type\":\"LineString\"", "\"name\":\"Hauptstraße\"", "\"oneway\":true", "speed-guessed");
        Ran again = roads("village.osm", "--out", "net.geojson");
        assertThat(again.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(again.err()).contains("net.geojson exists.");
        assertThat(roads("village.osm", "--out", "net.geojson", "--force").code())
                .isZero();
        assertThat(roads("village.osm", "--out", "no/net.geojson").code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("village.osm", "net.geojson");
    }

    @Test
    void whatWasReadOnceIsKeptWhereOneSays() {
        String[] command = {"roads", "--cache", "kept", "village.osm", "--json"};
        String first = Ran.in(folder, command).out();
        assertThat(folder.resolve("kept")).isNotEmptyDirectory();
        assertThat(withoutCost(Ran.in(folder, command).out())).isEqualTo(withoutCost(first));
    }

    private static String withoutCost(String json) {
        return json.replaceAll("\"(readMillis|peakBytes)\" : \\d+", "");
    }
}
