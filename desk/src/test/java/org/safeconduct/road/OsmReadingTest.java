package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files, each written as XML, as packed XML and as PBF. */
class OsmReadingTest {
    private static final String VILLAGE = """
        node 1 8.690 49.410
        node 2 8.691 49.410
        node 3 8.692 49.411 highway=crossing
        node 4 8.693 49.411
        node 5 8.692 49.412 barrier=bollard
        node 6 8.692 49.413
        node 7 8.700 49.420
        node -8 8.701 49.420 barrier=gate | access=yes
        way 10 1,2,3,4 highway=residential | name=Große Straße | maxspeed=30
        way 11 3,5,6 highway=service | oneway=yes
        way 12 7,-8,4 highway=tertiary | lanes=2 | bridge=yes | ref=L 600
        way 13 1,7 highway=footway
        way 14 6,99 highway=service
        way 15 6 highway=service
        way 16 1,4 waterway=river
        turn 20 10,3,11 type=restriction | restriction=no_left_turn
        turn 21 10,-12,11 type=restriction | restriction=no_u_turn
        turn 22 10,3,13 type=restriction | restriction=no_right_turn
        turn 23 11,3,10 type=restriction | restriction=no_entry | except=bus;motorcar
        turn 24 10,4,12 type=restriction | restriction:conditional=no_left_turn @ (Mo-Fr 07:00-09:00)
        turn 25 10,3,11 type=route | route=bus
        """;

    @TempDir
    Path folder;

    private Roads read(String name, byte[] bytes) throws IOException, RoadProblems {
        return RoadsReader.read(Files.write(folder.resolve(name), bytes), ReadOptions.standard());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void assertSame(Roads one, Roads other) {
        for (Column column : Column.values()) {
            assertThat(one.columns().get(column).mismatch(other.columns().get(column)))
                    .as(column.name())
                    .isEqualTo(-1);
        }
    }

    @Test
    void xmlAndPbfOfOneMapAreOneNetwork() throws IOException, RoadProblems {
        OsmFixture map = OsmFixture.of(VILLAGE);
        byte[] xml = map.xml().getBytes(StandardCharsets.UTF_8);
        Roads plain = read("village.osm", xml);
        assertSame(plain, read("village.osm.gz", gzip(xml)));
        assertSame(plain, read("dense.osm.pbf", map.pbf(true)));
        assertSame(plain, read("single.osm.pbf", map.pbf(false)));
    }

    @Test
    void whatAFileHoldsAndWhatWasLeftOutIsTold() throws IOException, RoadProblems {
        ReadReport report = read("v.osm.pbf", OsmFixture.of(VILLAGE).pbf(true)).report();
        assertThat(report.format()).isEqualTo("OpenStreetMap PBF");
        assertThat(report.nodesRead()).isEqualTo(8);
        assertThat(report.waysRead()).isEqualTo(7);
        assertThat(report.waysUsed()).isEqualTo(3);
        assertThat(report.dropped())
                .containsEntry("ways of fewer than two nodes", 1L)
                .containsEntry("pieces of road to nodes that the source does not hold", 1L)
                .containsEntry("paths, steps, building sites and other ways that are no road for cars", 1L);
        assertThat(report.guessed()).containsEntry("speed of ways without a limit, from the table by class", 3L);
        assertThat(report.key()).hasSize(64);
    }

    @Test
    void namesNumbersAndMarksArriveInTheNetwork() throws IOException, RoadProblems {
        Roads roads = read("v.osm", OsmFixture.of(VILLAGE).xml().getBytes(StandardCharsets.UTF_8));
        for (int arc = 0; arc < roads.arcs(); arc++) {
            switch ((int) roads.way(arc)) {
                case 10 -> assertThat(roads.name(arc)).isEqualTo("Große Straße");
                case 11 -> assertThat(roads.reverse(arc)).isEqualTo(-1);
                case 12 -> {
                    assertThat(roads.ref(arc)).isEqualTo("L 600");
                    assertThat(roads.flags(arc)).contains(RoadFlag.BRIDGE, RoadFlag.GATE);
                }
                default -> throw new AssertionError("way " + roads.way(arc));
            }
        }
    }

    @Test
    void turnRestrictionsOnTheNetworkAreCounted() throws IOException, RoadProblems {
        OsmFixture map = OsmFixture.of(VILLAGE);
        Map<String, Long> expected = Map.of(
                "turn restrictions: no_left_turn", 1L,
                "turn restrictions: over other ways", 1L,
                "turn restrictions: at some hours only", 1L);
        byte[] xml = map.xml().getBytes(StandardCharsets.UTF_8);
        assertThat(read("v.osm", xml).report().unheeded()).isEqualTo(expected);
        assertThat(read("v.osm.pbf", map.pbf(true)).report().unheeded()).isEqualTo(expected);
    }

    @Test
    void aFordOrABarrierOfLimitedHeightMarksTheArcsThatTouchIt() throws IOException, RoadProblems {
        String brook = """
            node 1 8.690 49.410
            node 2 8.691 49.410 ford=yes
            node 3 8.692 49.410
            node 4 8.693 49.410 barrier=height_restrictor | maxheight=2.1
            node 5 8.694 49.410 ford=no
            way 10 1,2,3 highway=residential | name=A
            way 11 3,4 highway=residential | name=B
            way 12 4,5 highway=residential | name=C
            """;
        Roads roads = read("b.osm.pbf", OsmFixture.of(brook).pbf(true));
        for (int arc = 0; arc < roads.arcs(); arc++) {
            assertThat(roads.is(arc, RoadFlag.FORD)).isEqualTo(roads.name(arc).equals("A"));
            assertThat(roads.is(arc, RoadFlag.SIZE_LIMIT))
                    .isEqualTo(!roads.name(arc).equals("A"));
        }
    }

    @Test
    void nobodyPassesTheBollard() throws IOException, RoadProblems {
        Roads roads = read("v.osm", OsmFixture.of(VILLAGE).xml().getBytes(StandardCharsets.UTF_8));
        long bollards = java.util.stream.IntStream.range(0, roads.junctions())
                .filter(junction -> roads.node(junction) == 5)
                .count();
        assertThat(bollards).isEqualTo(2);
    }

    @Test
    void onlyRoadsOfTheAreaAreRead() throws IOException, RoadProblems {
        Path file =
                Files.write(folder.resolve("v.osm.pbf"), OsmFixture.of(VILLAGE).pbf(true));
        ReadOptions west = ReadOptions.standard().withArea(new Area.Box(8.6895, 49.40, 8.6905, 49.42));
        Roads roads = RoadsReader.read(file, west);
        assertThat(roads.arcs()).isEqualTo(2);
        assertThat(roads.key())
                .isNotEqualTo(RoadsReader.read(file, ReadOptions.standard()).key());
    }

    @Test
    void anAreaIsReadAsIfAllHadBeenKeptAndCutThen() throws IOException, RoadProblems {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            StringBuilder map = new StringBuilder();
            RoadsBuilder slow = new RoadsBuilder(ReadOptions.standard().withArea(WEST));
            int nodes = 4 + random.nextInt(30);
            for (int way = 0; way < 1 + random.nextInt(15); way++) {
                long[] along = random.longs(2 + random.nextInt(4), 1, nodes + 1).toArray();
                if (Arrays.stream(along).distinct().count() > 1) {
                    map.append("way %d %s highway=residential\n".formatted(way, words(along)));
                    slow.road(
                            new WayRules(false).judge(way, residential()).road().orElseThrow(), along);
                }
            }
            for (int node = 1; node <= nodes; node++) {
                int east = random.nextInt(2_000_000);
                map.insert(0, "node %d %.7f 49.4%03d\n".formatted(node, 8 + east / 1e7, node));
                slow.node(node, 80_000_000 + east, 494_000_000 + node * 1_000);
            }
            Roads expected = slow.build(ReadReport.made("slow"));
            if (expected.arcs() > 0) {
                Path file = Files.write(
                        folder.resolve("r.osm.pbf"),
                        OsmFixture.of(map.toString()).pbf(random.nextBoolean()));
                assertSame(
                        expected, RoadsReader.read(file, ReadOptions.standard().withArea(WEST)));
            }
        }
    }

    private static final Area WEST = new Area.Box(7.9, 49, 8.1, 50);

    private static OsmTags residential() {
        OsmTags tags = new OsmTags();
        tags.put(OsmKey.HIGHWAY, "residential");
        return tags;
    }

    private static String words(long[] along) {
        return Arrays.stream(along).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    @Test
    void roadsOutsideTheAreaAreCountedAndSayNothingElse() throws IOException, RoadProblems {
        Path file =
                Files.write(folder.resolve("v.osm.pbf"), OsmFixture.of(VILLAGE).pbf(true));
        ReadReport report = RoadsReader.read(
                        file, ReadOptions.standard().withArea(new Area.Box(8.6895, 49.40, 8.6905, 49.42)))
                .report();
        assertThat(report.nodesRead()).isEqualTo(8);
        assertThat(report.waysRead()).isEqualTo(7);
        assertThat(report.dropped()).containsEntry("roads outside the area", 4L);
        assertThat(report.guessed()).doesNotContainKey("speed of ways without a limit, from the table by class");
        assertThat(report.notes()).contains("All nodes of the source lie in the box 8.6900,49.4100,8.7010,49.4200.");
    }

    @Test
    void deletedThingsOfAnEditorsFileAreNotThere() throws IOException, RoadProblems {
        String xml = OsmFixture.of(VILLAGE).xml().replace("<way id='11'>", "<way id='11' action='delete'>");
        Roads roads = read("v.osm", xml.getBytes(StandardCharsets.UTF_8));
        for (int arc = 0; arc < roads.arcs(); arc++) {
            assertThat(roads.way(arc)).isNotEqualTo(11);
        }
    }
}
