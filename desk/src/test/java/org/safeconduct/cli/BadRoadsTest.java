package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} says of a scenario whose road file or areas are wrong. */
class BadRoadsTest {
    private static final String OSM = """
        <osm version="0.6">
          <node id="1" lon="8.00" lat="49.00"/>
          <node id="2" lon="8.02" lat="49.00"/>
          <way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
        </osm>
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("places.csv"), "id,name,lat,lon\nhome,Home,49.0,8.001\nend,End,49.0,8.019\n");
        Files.writeString(folder.resolve("village.osm"), OSM);
    }

    private Ran plan(String roads, String more) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), """
            safeconduct: scenario/1
            id: village
            title: A village
            exercise: true
            zones: [Europe/Berlin]
            horizon: {from: 2022-03-05 08:00, to: 2022-03-05 09:00}
            parties: [{id: us, name: We}]
            network: {places: places.csv, roads: %s%s
            destinations: [{id: end, place: end}]
            versions: [{id: all, name: by all streets, by: us, destinations: [end]}]
            assemblies: [{id: home, name: Home, place: home, people: 100, own_cars: 1}]
            """.formatted(roads, more));
        return Ran.in(folder, "plan", ".");
    }

    /** Told in one line that names the file, without a plan and without a trace. */
    private void isRefused(Ran ran, String file, String why) {
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains(file).contains(why).doesNotContain("Exception");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theVillageItselfIsPlanned() throws IOException {
        assertThat(plan("village.osm", "}").code()).isZero();
    }

    @Test
    void aFileCutInTheMiddle() throws IOException {
        Files.writeString(folder.resolve("cut.osm"), OSM.substring(0, 150));
        isRefused(plan("cut.osm", "}"), "cut.osm", "ends in the middle.");
    }

    @Test
    void anExtractWithoutARoad() throws IOException {
        Files.writeString(folder.resolve("walk.osm"), OSM.replace("primary", "footway"));
        isRefused(plan("walk.osm", "}"), "walk.osm", "holds no road that cars may use.");
    }

    @Test
    void anAreaThatMisses() throws IOException {
        String area = ", area: far}\nareas: [{id: far, name: Far away, box: [9, 50, 9.5, 50.5]}]";
        isRefused(plan("village.osm", area), "village.osm", "no road lies in that area");
    }

    @Test
    void aDanglingLink() throws IOException {
        Files.writeString(folder.resolve("dangling.xml"), """
            <network><nodes><node id="a" x="8.0" y="49.0"/></nodes>
            <links capperiod="01:00:00">
            <link id="7" from="a" to="b" length="100" freespeed="10" capacity="600" permlanes="1" modes="car"/>
            </links></network>
            """);
        isRefused(plan("dangling.xml", "}"), "dangling.xml", "line 3, link 7");
    }

    @Test
    void tablesWhoseColumnsAreExchanged() throws IOException {
        StringBuilder nodes = new StringBuilder("id,lon,lat\n");
        StringBuilder edges = new StringBuilder("u,v,highway,length_m\n");
        for (int i = 0; i < 20; i++) {
            nodes.append(i).append(",36.0,").append(8 + i * 0.01).append('\n');
            edges.append(i).append(',').append(i + 1).append(",primary,700\n");
        }
        Files.writeString(folder.resolve("x_nodes.csv"), nodes.append("20,36.0,8.2\n"));
        Files.writeString(folder.resolve("x_edges.csv"), edges);
        isRefused(plan("x_edges.csv", "}"), "x_", "exchanged");
    }

    @Test
    void tablesOfASpreadsheetThatWritesSemicolons() throws IOException {
        Files.writeString(folder.resolve("x_nodes.csv"), "id;lon;lat\r\n1;8,00;49,0\r\n");
        Files.writeString(folder.resolve("x_edges.csv"), "u;v\r\n");
        isRefused(plan("x_edges.csv", "}"), "x_nodes.csv", "has semicolons or tabs between its values.");
        Files.writeString(folder.resolve("places.csv"), "id;name;lat;lon\nhome;Home;49,0;8,001\n");
        Ran ran = plan("village.osm", "}");
        isRefused(ran, "places.csv:1", "has semicolons or tabs between its values.");
        assertThat(ran.err()).doesNotContain("is missing in the header");
    }

    @Test
    void anExtractThatIsEmpty() throws IOException {
        Files.createFile(folder.resolve("nothing.osm.pbf"));
        isRefused(plan("nothing.osm.pbf", "}"), "nothing.osm.pbf", "is empty.");
    }

    @Test
    void aGzipBomb() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.osm.gz")))) {
            out.write("<osm>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                out.write(blanks);
            }
        }
        isRefused(plan("bomb.osm.gz", "}"), "bomb.osm.gz", "it is not what it seems.");
    }
}
