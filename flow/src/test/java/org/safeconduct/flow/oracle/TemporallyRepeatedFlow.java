package org.safeconduct.flow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;

/**
 * The most that can have arrived by every step where nothing changes over time: one source that never runs dry, one sink, whole
 * constant capacities (Ford and Fulkerson 1958).
 *
 * <p>Send a static flow along paths P, shortest first. Repeated for as long as it still gets through, path P of length d and amount f
 * brings f · (t + 1 − d) by step t; with the paths of successive shortest augmentation the sum is the maximum for every t.
 */
public final class TemporallyRepeatedFlow {

    private record Edge(int tail, int head, int length, long[] spare, int slot) {}

    private final List<Edge> edges = new ArrayList<>();
    private final long[] curve;

    public TemporallyRepeatedFlow(FlowProblem problem) {
        int nodes = problem.nodes().size();
        for (int v = 0; v < nodes; v++) {
            Node node = problem.nodes().get(v);
            add(v, nodes + v, 0, node.throughput().at(0));
        }
        for (Arc arc : problem.arcs()) {
            add(nodes + arc.tail(), arc.head(), arc.transit(), arc.capacity().at(0));
        }
        curve = new long[problem.horizon() + 1];
        int from = problem.sources().getFirst().node();
        int to = nodes + problem.sinks().getFirst().node();
        while (augment(2 * nodes, from, to)) {}
    }

    public long[] curve() {
        return curve.clone();
    }

    private void add(int tail, int head, int length, long capacity) {
        long[] spare = {capacity, 0};
        edges.add(new Edge(tail, head, length, spare, 0));
        edges.add(new Edge(head, tail, -length, spare, 1));
    }

    /** Finds a shortest path with room left, by Bellman and Ford, since lengths back are negative. */
    private boolean augment(int states, int from, int to) {
        int far = Integer.MAX_VALUE / 2;
        int[] distance = new int[states];
        int[] by = new int[states];
        Arrays.fill(distance, far);
        distance[from] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int e = 0; e < edges.size(); e++) {
                Edge edge = edges.get(e);
                int reach = distance[edge.tail()] + edge.length();
                if (edge.spare()[edge.slot()] > 0 && distance[edge.tail()] < far && reach < distance[edge.head()]) {
                    distance[edge.head()] = reach;
                    by[edge.head()] = e;
                    changed = true;
                }
            }
        }
        if (distance[to] >= curve.length) {
            return false;
        }
        long amount = Long.MAX_VALUE;
        for (int state = to; state != from; state = edges.get(by[state]).tail()) {
            Edge edge = edges.get(by[state]);
            amount = Math.min(amount, edge.spare()[edge.slot()]);
        }
        for (int state = to; state != from; state = edges.get(by[state]).tail()) {
            Edge edge = edges.get(by[state]);
            edge.spare()[edge.slot()] -= amount;
            edge.spare()[1 - edge.slot()] += amount;
        }
        for (int step = distance[to]; step < curve.length; step++) {
            curve[step] += amount * (step + 1L - distance[to]);
        }
        return true;
    }
}
