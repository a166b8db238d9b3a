package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the form the solver works on, where all that limits is an arc.
 *
 * <pre>
 *              waiting: transit 1, capacity = room
 *                 ╭───╮
 *   source ─────► queue ── throughput: transit 0 ──► gate ── road: transit ≥ 1 ──► queue
 *                                                      └──── arrival: transit 0 ─► end of a sink
 * </pre>
 *
 * A node without limit on throughput has one inner node for queue and gate. Where all units together exceed an int, what is unlimited becomes several
 * arcs side by side, so that no amount on one arc in one step does. Arrays are indexed by inner arc or inner node. Immutable.
 */
final class Network {

    /** What an inner arc stands for. */
    enum Kind {
        ROAD,
        WAIT,
        THROUGHPUT,
        ARRIVAL
    }

    final FlowProblem problem;
    final int horizon;
    final int nodes;
    final int arcs;
    final int[] tail;
    final int[] head;
    final int[] transit;

    /** Inner node of each node before its throughput, and after it. */
    final int[] queue;

    final int[] gate;

    /** Inner node in which each sink's units end. */
    final int[] end;

    /** Inner arcs are numbered by head, since that is how the search reads them: those into v are {@code inStart[v]} ≤ arc &lt; {@code inStart[v + 1]}. */
    final int[] inStart;

    /** Inner arcs by tail: those out of v are {@code out[k]} for {@code outStart[v]} ≤ k &lt; {@code outStart[v + 1]}. */
    final int[] outStart;

    final int[] out;
    final int[] outHead;
    final int[] outTransit;

    /** Inner node in which each source's units enter. */
    final int[] sourceNode;

    /** Sources by inner node, likewise. */
    final int[] sourceStart;

    final int[] sourcesAt;

    /** First step in which a unit can be at an inner node if nothing is in its way; above the horizon if never. */
    final int[] earliest;

    /** Steps from an inner node to the nearest sink if nothing is in the way; above the horizon if there is no way. */
    final int[] remaining;

    /** Where the useful steps of the inner nodes lie. */
    final StateWords words;

    /** True if one road, node or sink may be several inner arcs side by side. */
    final boolean hasTwins;

    private final Kind[] kind;
    private final int[] item;
    private final int[] capacity;
    private final @Nullable Timetable[] timetable;
    private final boolean[] alwaysOpen;

    Network(FlowProblem problem) {
        this.problem = problem;
        this.horizon = problem.horizon();
        InnerArcs inner = new InnerArcs(problem);
        this.queue = inner.queue;
        this.gate = inner.gate;
        this.end = inner.end;
        this.nodes = inner.nodes;
        this.arcs = inner.size();
        this.inStart = starts(inner.head(), nodes);
        int[] order = grouped(inner.head(), inStart);
        this.tail = picked(inner.tail(), order);
        this.head = picked(inner.head(), order);
        this.transit = picked(inner.transit(), order);
        this.item = picked(inner.item(), order);
        this.kind = inner.kinds(order);
        this.hasTwins = inner.copies > 1;
        this.capacity = inner.capacities(order);
        this.timetable = inner.timetables(order);
        this.alwaysOpen = new boolean[arcs];
        for (int arc = 0; arc < arcs; arc++) {
            alwaysOpen[arc] = timetable[arc] == null && capacity[arc] > 0;
        }
        this.outStart = starts(tail, nodes);
        this.out = grouped(tail, outStart);
        this.outHead = picked(head, out);
        this.outTransit = picked(transit, out);
        this.sourceNode = problem.sources().stream()
                .mapToInt(source -> queue[source.node()])
                .toArray();
        this.sourceStart = starts(sourceNode, nodes);
        this.sourcesAt = grouped(sourceNode, sourceStart);
        this.earliest = FreeFlow.earliest(this);
        this.remaining = FreeFlow.remaining(this);
        this.words = new StateWords(this);
    }

    private static int[] starts(int[] group, int groups) {
        int[] starts = new int[groups + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    private static int[] grouped(int[] group, int[] starts) {
        int[] next = starts.clone();
        int[] members = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            members[next[group[i]]++] = i;
        }
        return members;
    }

    private static int[] picked(int[] values, int[] indices) {
        int[] picked = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }

    Kind kind(int arc) {
        return kind[arc];
    }

    /** The first inner arc that stands for each item of a kind; negative where there is none. */
    int[] innerArcs(Kind ofKind, int items) {
        int[] inner = new int[items];
        Arrays.fill(inner, -1);
        for (int arc = arcs - 1; arc >= 0; arc--) {
            if (kind[arc] == ofKind) {
                inner[item[arc]] = arc;
            }
        }
        return inner;
    }

    /** The road, node or sink that an inner arc stands for. */
    int item(int arc) {
        return item[arc];
    }

    int capacityAt(int arc, int step) {
        Timetable varying = timetable[arc];
        return varying == null ? capacity[arc] : varying.at(step);
    }

    /** What may enter an arc in each step; {@link Row#VARYING} if that varies. */
    int steadyCapacity(int arc) {
        return timetable[arc] == null ? capacity[arc] : Row.VARYING;
    }

    boolean isOpen(int arc, int step) {
        Timetable varying = timetable[arc];
        return varying == null ? capacity[arc] > 0 : (varying.open()[step >> 6] >>> step & 1) != 0;
    }

    /** True if something may enter in every step. */
    boolean isAlwaysOpen(int arc) {
        return alwaysOpen[arc];
    }

    /** The steps of a word of time in which anything may enter. */
    long openWord(int arc, int word) {
        Timetable varying = timetable[arc];
        if (varying == null) {
            return capacity[arc] > 0 ? -1L : 0L;
        }
        long[] open = varying.open();
        return word < open.length ? open[word] : 0L;
    }

    /** The sink whose end an inner node is; negative if it is none. */
    int sinkEndingAt(int node) {
        return node - (nodes - end.length);
    }

    boolean hasGate(int node) {
        return gate[node] != queue[node];
    }

    /** True if a unit can pass an inner node and still end in time. */
    boolean isUseful(int node) {
        return (long) earliest[node] + remaining[node] <= horizon;
    }

    /** The last step in which a unit at an inner node can still end in time. */
    int latest(int node) {
        return horizon - remaining[node];
    }
}
