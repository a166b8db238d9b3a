package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WaysBetweenTest {
    private static final int SEEDS = 400;

    private static List<String> kept(Roads roads, String sources, String sinks) {
        BitSet arcs = WaysBetween.arcs(roads, junctions(roads, sources), junctions(roads, sinks));
        List<String> kept = new ArrayList<>();
        arcs.stream().forEach(arc -> kept.add(Sketch.arc(roads, arc)));
        kept.sort(null);
        return kept;
    }

    private static BitSet junctions(Roads roads, String letters) {
        BitSet set = new BitSet();
        for (int junction = 0; junction < roads.junctions(); junction++) {
            if (letters.indexOf((char) roads.node(junction)) >= 0) {
                set.set(junction);
            }
        }
        return set;
    }

    @Test
    void aDeadEndIsLeftOut() {
        Roads roads = Sketch.joined(Joining.NEVER).oneWay("a-b-c").road("b-d-e").build();
        assertThat(kept(roads, "a", "c")).containsExactly("a>b", "b>c");
    }

    @Test
    void aRingThatHangsOnOneJunctionIsLeftOut() {
        Roads roads =
                Sketch.joined(Joining.NEVER).oneWay("a-b-c").road("b-d-e-b").build();
        assertThat(kept(roads, "a", "c")).containsExactly("a>b", "b>c");
    }

    @Test
    void aDetourIsKept() {
        Roads roads =
                Sketch.joined(Joining.NEVER).oneWay("a-b-c-d").oneWay("b-e-c").build();
        assertThat(kept(roads, "a", "d")).containsExactly("a>b", "b>c", "b>e", "c>d", "e>c");
    }

    @Test
    void twoRoadsBetweenTheSameJunctionsAreBothKept() {
        Roads roads = Sketch.joined(Joining.NEVER).oneWay("a-b").oneWay("a-b").build();
        assertThat(kept(roads, "a", "b")).containsExactly("a>b", "a>b");
    }

    @Test
    void aDeadEndWithATerminalAtItsEndIsKept() {
        Roads roads = Sketch.joined(Joining.NEVER).oneWay("a-b-c").road("b-d-e").build();
        assertThat(kept(roads, "ae", "c")).contains("e>d", "d>b").doesNotContain("b>e");
    }

    @Test
    void whatCannotBeReachedOrLeadsNowhereIsLeftOut() {
        Roads roads = Sketch.joined(Joining.NEVER).oneWay("a-b-c").oneWay("d-b").build();
        assertThat(kept(roads, "a", "cd")).containsExactly("a>b", "b>c");
    }

    @Test
    void withoutAWayNothingIsKept() {
        Roads roads = Sketch.joined(Joining.NEVER).road("a-b").road("c-d").build();
        assertThat(kept(roads, "a", "c")).isEmpty();
        assertThat(kept(roads, "a", "a")).isEmpty();
    }

    @Test
    void aLongRoadDoesNotOverflowTheStack() {
        RoadsBuilder builder = new RoadsBuilder(ReadOptions.standard().withJoining(Joining.NEVER));
        Direction direction = Direction.atKmh(50, 1, 600);
        long[] nodes = new long[200_000];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = i;
            builder.node(i, i, 0);
        }
        builder.road(new SourceRoad(1, RoadClass.ROAD, "", "", Set.of(), direction, direction), nodes);
        Roads roads = builder.build(ReadReport.made("long"));
        BitSet ends = new BitSet();
        for (int junction = 0; junction < roads.junctions(); junction++) {
            ends.set(junction, roads.node(junction) == 0 || roads.node(junction) == nodes.length - 1);
        }
        assertThat(WaysBetween.arcs(roads, ends, ends).cardinality()).isEqualTo(roads.arcs());
    }

    /** All simple ways, one by one. */
    @TestFactory
    Stream<DynamicTest> noArcOfASimpleWayIsLeftOutAndWithoutOneWayRoadsNoOtherIsKept() {
        long only = Long.getLong("seed", -1);
        Stream<Long> seeds = only >= 0
                ? Stream.of(only)
                : Stream.iterate(0L, seed -> seed + 1).limit(SEEDS);
        return seeds.map(seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> {
            Random random = new Random(seed);
            boolean hasOneWays = random.nextBoolean();
            Roads roads = random(random, hasOneWays);
            BitSet terminals = new BitSet();
            for (int i = 0; i < 3; i++) {
                terminals.set(random.nextInt(roads.junctions()));
            }
            BitSet kept = WaysBetween.arcs(roads, terminals, terminals);
            BitSet simple = new BitSet();
            terminals.stream().forEach(from -> walk(roads, from, terminals, new ArrayList<>(), simple));
            if (hasOneWays) {
                simple.andNot(kept);
                assertThat(simple.isEmpty()).isTrue();
            } else {
                assertThat(kept).isEqualTo(simple);
            }
        }));
    }

    private static Roads random(Random random, boolean hasOneWays) {
        Sketch sketch = Sketch.joined(Joining.NEVER);
        int roads = 4 + random.nextInt(8);
        for (int i = 0; i < roads; i++) {
            char from = (char) ('a' + random.nextInt(7));
            char to = (char) ('a' + (from - 'a' + 1 + random.nextInt(6)) % 7);
            if (hasOneWays && random.nextBoolean()) {
                sketch.oneWay(from + "-" + to);
            } else {
                sketch.road(from + "-" + to);
            }
        }
        return sketch.build();
    }

    /** Marks the arcs of every way to a terminal that passes no junction twice. */
    private static void walk(Roads roads, int at, BitSet terminals, List<Integer> arcs, BitSet marked) {
        if (!arcs.isEmpty() && terminals.get(at)) {
            arcs.forEach(marked::set);
        }
        for (int arc = roads.firstArc(at); arc < roads.firstArc(at + 1); arc++) {
            int head = roads.head(arc);
            boolean isNew = head != at
                    && (arcs.isEmpty() || roads.tail(arcs.getFirst()) != head)
                    && arcs.stream().noneMatch(before -> roads.head(before) == head);
            if (isNew) {
                arcs.add(arc);
                walk(roads, head, terminals, arcs, marked);
                arcs.removeLast();
            }
        }
    }
}
