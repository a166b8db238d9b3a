package org.safeconduct.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small network drawn with letters: node {@code a} lies in column 0 of row 0, {@code b} east of it; a hundred columns are 0.01 degree.
 *
 * <pre>
 *   Sketch.joined(Joining.ALIKE).road("a-b-c").oneWay("c-d").build()
 * </pre>
 */
final class Sketch {
    private final RoadsBuilder builder;
    private final boolean[] placed = new boolean[26];
    private long way = 1;
    private RoadClass roadClass = RoadClass.RESIDENTIAL;
    private String name = "";
    private Set<RoadFlag> flags = Set.of();
    private Direction direction = Direction.atKmh(36, 1, 600);

    private Sketch(ReadOptions options) {
        this.builder = new RoadsBuilder(options);
    }

    static Sketch joined(Joining joining) {
        return new Sketch(ReadOptions.standard().withJoining(joining));
    }

    static Sketch read(ReadOptions options) {
        return new Sketch(options);
    }

    RoadsBuilder builder() {
        return builder;
    }

    Sketch roadClass(RoadClass next) {
        roadClass = next;
        return this;
    }

    Sketch name(String next) {
        name = next;
        return this;
    }

    Sketch flags(RoadFlag... next) {
        flags = Set.of(next);
        return this;
    }

    Sketch direction(Direction next) {
        direction = next;
        return this;
    }

    Sketch road(String nodes) {
        return add(nodes, direction, direction);
    }

    Sketch oneWay(String nodes) {
        return add(nodes, direction, null);
    }

    Sketch oneWayBack(String nodes) {
        return add(nodes, null, direction);
    }

    Sketch add(String nodes, @Nullable Direction forward, @Nullable Direction backward) {
        long[] ids = nodes.chars().filter(c -> c != '-').mapToLong(c -> c).toArray();
        builder.road(new SourceRoad(way++, roadClass, name, "", flags, forward, backward), ids);
        return this;
    }

    Sketch gate(char node) {
        builder.mark(node, NodeMark.GATE);
        return this;
    }

    Sketch block(char node) {
        builder.mark(node, NodeMark.BLOCKED);
        return this;
    }

    /** Puts a node somewhere else than in its row. */
    Sketch at(char node, int column, int row) {
        placed[node - 'a'] = true;
        builder.node(node, 100_000 * column, 100_000 * row);
        return this;
    }

    Roads build() {
        for (int i = 0; i < placed.length; i++) {
            if (!placed[i]) {
                at((char) ('a' + i), i, 0);
            }
        }
        return builder.build(ReadReport.made("sketch"));
    }

    /** All arcs as {@code a>b}, with the points between: {@code a-b>c}; sorted. */
    static List<String> arcs(Roads roads) {
        List<String> arcs = new ArrayList<>();
        for (int arc = 0; arc < roads.arcs(); arc++) {
            arcs.add(arc(roads, arc));
        }
        arcs.sort(null);
        return arcs;
    }

    static String arc(Roads roads, int arc) {
        StringBuilder text = new StringBuilder().append((char) roads.node(roads.tail(arc)));
        for (int p = 1; p < roads.points(arc) - 1; p++) {
            text.append('-').append((char) ('a' + roads.pointLongitudeE7(arc, p) / 100_000));
        }
        return text.append('>').append((char) roads.node(roads.head(arc))).toString();
    }

    /** The arc that is written so. */
    static int find(Roads roads, String written) {
        for (int arc = 0; arc < roads.arcs(); arc++) {
            if (arc(roads, arc).equals(written)) {
                return arc;
            }
        }
        throw new AssertionError("no arc " + written + " among " + arcs(roads));
    }
}
