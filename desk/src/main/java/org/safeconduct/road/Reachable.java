package org.safeconduct.road;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * The part of a network in which nobody is lost: its main island, or what leads to some junctions, or what can be reached from some.
 * Immutable.
 */
public final class Reachable {
    private final Roads roads;
    private final BitSet junctions;

    private Reachable(Roads roads, BitSet junctions) {
        this.roads = roads;
        this.junctions = junctions;
    }

    /** The main island: every junction of it can be reached from every other. */
    public static Reachable main(Roads roads) {
        BitSet junctions = new BitSet(roads.junctions());
        for (int junction = 0; junction < roads.junctions(); junction++) {
            junctions.set(junction, roads.island(junction) == 0);
        }
        return new Reachable(roads, junctions);
    }

    /** All junctions from which at least one of {@code destinations} can be reached; these among them. */
    public static Reachable to(Roads roads, int... destinations) {
        return new Reachable(
                roads, spread(Adjacency.of(roads.junctions(), roads.arcs(), roads::head), roads::tail, destinations));
    }

    /** All junctions that can be reached from at least one of {@code origins}; these among them. */
    public static Reachable from(Roads roads, int... origins) {
        return new Reachable(
                roads, spread(Adjacency.of(roads.junctions(), roads.arcs(), roads::tail), roads::head, origins));
    }

    private static BitSet spread(Adjacency arcs, IntUnaryOperator next, int... starts) {
        BitSet reached = new BitSet(arcs.junctions());
        int[] stack = new int[arcs.junctions()];
        int size = 0;
        for (int start : starts) {
            if (!reached.get(start)) {
                reached.set(start);
                stack[size++] = start;
            }
        }
        while (size > 0) {
            int junction = stack[--size];
            for (int i = arcs.first(junction); i < arcs.first(junction + 1); i++) {
                int other = next.applyAsInt(arcs.arc(i));
                if (!reached.get(other)) {
                    reached.set(other);
                    stack[size++] = other;
                }
            }
        }
        return reached;
    }

    /** The network that this is a part of. */
    public Roads roads() {
        return roads;
    }

    /** Whether a junction belongs to this part. */
    public boolean has(int junction) {
        return junctions.get(junction);
    }

    /** Whether an arc belongs to this part: both of its ends do. */
    public boolean hasArc(int arc) {
        return has(roads.tail(arc)) && has(roads.head(arc));
    }

    /** Number of junctions in this part. */
    public int junctions() {
        return junctions.cardinality();
    }

    /** The arcs at each junction, by their tail or by their head. */
    private record Adjacency(int[] first, int[] arcs) {

        static Adjacency of(int junctions, int arcs, IntUnaryOperator end) {
            int[] first = new int[junctions + 2];
            for (int arc = 0; arc < arcs; arc++) {
                first[end.applyAsInt(arc) + 2]++;
            }
            for (int junction = 2; junction < first.length; junction++) {
                first[junction] += first[junction - 1];
            }
            int[] sorted = new int[arcs];
            for (int arc = 0; arc < arcs; arc++) {
                sorted[first[end.applyAsInt(arc) + 1]++] = arc;
            }
            return new Adjacency(first, sorted);
        }

        int junctions() {
            return first.length - 2;
        }

        int first(int junction) {
            return first[junction];
        }

        int arc(int index) {
            return arcs[index];
        }
    }
}
