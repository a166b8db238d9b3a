package org.safeconduct.flow;

import java.util.List;
import org.safeconduct.flow.FlowProblem.Arc;

/** A problem's arcs as bare arrays, by the nodes they touch. An arc from a node to itself touches it in neither way. Immutable. */
final class StreetGraph {
    final FlowProblem problem;
    final int nodes;
    final int[] tail;
    final int[] head;
    final int[] transit;

    /** What an arc lets in in each step; {@link #VARIES} if that is not the same in all. */
    final int[] capacity;

    static final int VARIES = -1;

    private final int[] start;
    private final int[] arcs;

    StreetGraph(FlowProblem problem) {
        this.problem = problem;
        this.nodes = problem.nodes().size();
        List<Arc> all = problem.arcs();
        this.tail = new int[all.size()];
        this.head = new int[all.size()];
        this.transit = new int[all.size()];
        this.capacity = new int[all.size()];
        this.start = new int[nodes + 1];
        for (int a = 0; a < tail.length; a++) {
            Arc arc = all.get(a);
            tail[a] = arc.tail();
            head[a] = arc.head();
            transit[a] = arc.transit();
            capacity[a] = steady(arc.capacity());
            start[tail[a]] += isLoop(a) ? 0 : 1;
            start[head[a]] += isLoop(a) ? 0 : 1;
        }
        int sum = 0;
        for (int v = 0; v <= nodes; v++) {
            sum += start[v];
            start[v] = sum;
        }
        this.arcs = new int[sum];
        for (int a = tail.length - 1; a >= 0; a--) {
            if (!isLoop(a)) {
                arcs[--start[tail[a]]] = a;
                arcs[--start[head[a]]] = a;
            }
        }
    }

    private static int steady(Profile capacity) {
        Rate rate = capacity.pieces().getFirst().rate();
        return capacity.pieces().size() == 1 && rate.perSteps() == 1 ? rate.units() : VARIES;
    }

    boolean isLoop(int arc) {
        return tail[arc] == head[arc];
    }

    /** The arcs that touch a node are {@code touching(k)} for {@code first(node)} ≤ k &lt; {@code first(node + 1)}. */
    int first(int node) {
        return start[node];
    }

    int touching(int k) {
        return arcs[k];
    }

    /** The other end of an arc that touches a node. */
    int across(int arc, int node) {
        return tail[arc] == node ? head[arc] : tail[arc];
    }
}
