package org.safeconduct.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What the fuzz tests share: seeds, and what may come of bytes: a network that holds together, or problems. */
final class Fuzzing {
    private static final String VILLAGE = """
        node 1 8.690 49.410
        node 2 8.691 49.411 barrier=gate
        node 3 8.692 49.412
        way 10 1,2,3 highway=residential | name=Am Bach | maxspeed=30 mph | lanes=2
        way 11 3,1 highway=primary | oneway=-1 | maxspeed:forward=50
        way 12 1,3 route=ferry | duration=00:10 | motorcar=yes
        """;

    private Fuzzing() {}

    static OsmFixture village() {
        return OsmFixture.of(VILLAGE);
    }

    static Stream<Arguments> seeds(byte[]... seeds) {
        return Arrays.stream(seeds).map(seed -> Arguments.of((Object) seed));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads bytes as a file. */
    static void read(Path folder, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        for (Joining joining : Joining.values()) {
            try {
                holdsTogether(RoadsReader.read(file, ReadOptions.standard().withJoining(joining)));
            } catch (RoadProblems problems) {
                isTold(problems);
            }
        }
    }

    static void isTold(RoadProblems problems) {
        for (RoadProblem problem : problems.problems()) {
            if (problem.problem().isEmpty()
                    || problem.remedy().isEmpty()
                    || problem.toString().length() > 2_000) {
                throw new AssertionError("no clear problem: " + problem);
            }
        }
    }

    /** Goes over everything that a network says of itself. */
    static void holdsTogether(Roads roads) {
        for (int arc = 0; arc < roads.arcs(); arc++) {
            boolean isBack = roads.reverse(arc) < 0 || roads.reverse(roads.reverse(arc)) == arc;
            boolean isListed = roads.firstArc(roads.tail(arc)) <= arc && arc < roads.firstArc(roads.tail(arc) + 1);
            if (!isBack
                    || !isListed
                    || roads.points(arc) < 2
                    || roads.lanes(arc) <= 0
                    || roads.freeFlowMillis(arc) < 0) {
                throw new AssertionError("arc " + arc + " does not fit the others");
            }
            if (roads.name(arc).length()
                            + roads.ref(arc).length()
                            + roads.wayName(roads.way(arc)).length()
                    > 1_000_000) {
                throw new AssertionError("a name without end");
            }
        }
        Snapping.of(roads).nearest(8, 49, arc -> true);
        Touched.arcs(roads, new Area.Box(8, 49, 9, 50));
    }
}
