package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Joined or not, every drive takes the same time: random networks, all pairs, against Bellman and Ford. */
class JoiningTest {
    private static final int SEEDS = 150;
    private static final int NODES = 24;

    @TestFactory
    Stream<DynamicTest> joinedOrNotEveryDriveTakesTheSameTime() {
        long only = Long.getLong("seed", -1);
        Stream<Long> seeds = only >= 0
                ? Stream.of(only)
                : Stream.iterate(0L, seed -> seed + 1).limit(SEEDS);
        return seeds.map(seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> {
            Map<List<Long>, Long> every = times(random(seed, Joining.NEVER));
            for (Joining joining : List.of(Joining.ALIKE, Joining.ALWAYS)) {
                Map<List<Long>, Long> joined = times(random(seed, joining));
                assertThat(every).containsAllEntriesOf(joined);
                assertThat(joined).isNotEmpty();
            }
        }));
    }

    private static Roads random(long seed, Joining joining) {
        Random random = new Random(seed);
        RoadsBuilder builder = new RoadsBuilder(ReadOptions.standard().withJoining(joining));
        int roads = 3 + random.nextInt(10);
        for (int road = 0; road < roads; road++) {
            long[] nodes = new long[2 + random.nextInt(6)];
            nodes[0] = random.nextInt(NODES);
            for (int i = 1; i < nodes.length; i++) {
                nodes[i] = (nodes[i - 1] + 1 + random.nextInt(random.nextInt(6) == 0 ? NODES - 1 : 2)) % NODES;
            }
            boolean oneWay = random.nextInt(3) == 0;
            boolean turned = random.nextBoolean();
            SourceRoad source = new SourceRoad(
                    road,
                    random.nextInt(3) == 0 ? RoadClass.PRIMARY : RoadClass.TERTIARY,
                    "",
                    "",
                    random.nextInt(5) == 0 ? Set.of(RoadFlag.BRIDGE) : Set.of(),
                    oneWay && turned ? null : direction(random),
                    oneWay && !turned ? null : direction(random));
            builder.road(source, nodes);
        }
        if (random.nextInt(3) == 0) {
            builder.mark(random.nextInt(NODES), NodeMark.GATE);
        }
        for (int node = 0; node < NODES; node++) {
            builder.node(node, random.nextInt(200_000), random.nextInt(200_000));
        }
        return builder.build(ReadReport.made("random"));
    }

    private static @Nullable Direction direction(Random random) {
        Pace pace = random.nextInt(4) == 0
                ? new Pace.Time(random.nextInt(100_000))
                : new Pace.Speed(20 + 10 * random.nextInt(4));
        return new Direction(pace, 1, 600 + 100 * random.nextInt(2), random.nextInt(4) == 0 ? 500 : 0);
    }

    /** Milliseconds between all junctions that can reach one another, by the source's nodes. */
    private static Map<List<Long>, Long> times(Roads roads) {
        int n = roads.junctions();
        Map<List<Long>, Long> times = new HashMap<>();
        for (int from = 0; from < n; from++) {
            long[] best = bellmanFord(roads, from);
            for (int to = 0; to < n; to++) {
                if (best[to] < Long.MAX_VALUE) {
                    times.put(List.of(roads.node(from), roads.node(to)), best[to]);
                }
            }
        }
        return times;
    }

    private static long[] bellmanFord(Roads roads, int from) {
        long[] best = new long[roads.junctions()];
        java.util.Arrays.fill(best, Long.MAX_VALUE);
        best[from] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int arc = 0; arc < roads.arcs(); arc++) {
                long at = best[roads.tail(arc)];
                if (at < Long.MAX_VALUE && at + roads.freeFlowMillis(arc) < best[roads.head(arc)]) {
                    best[roads.head(arc)] = at + roads.freeFlowMillis(arc);
                    changed = true;
                }
            }
        }
        return best;
    }

    @TestFactory
    Stream<DynamicTest> anArcAndItsReverseRunAlongTheSamePoints() {
        return Stream.iterate(0L, seed -> seed + 1)
                .limit(40)
                .map(seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> {
                    Roads roads = random(seed, Joining.ALWAYS);
                    for (int arc = 0; arc < roads.arcs(); arc++) {
                        int reverse = roads.reverse(arc);
                        if (reverse >= 0) {
                            assertThat(points(roads, reverse).reversed()).isEqualTo(points(roads, arc));
                            assertThat(roads.reverse(reverse)).isEqualTo(arc);
                        }
                    }
                }));
    }

    private static List<List<Integer>> points(Roads roads, int arc) {
        List<List<Integer>> points = new ArrayList<>();
        for (int p = 0; p < roads.points(arc); p++) {
            points.add(List.of(roads.pointLongitudeE7(arc, p), roads.pointLatitudeE7(arc, p)));
        }
        return points;
    }
}
