package org.safeconduct.flow;

import org.safeconduct.flow.FlowProblem.Node;

/**
 * What each node is to those who only want to get through: a junction, a bend in a street between two other nodes, or part of a dead end. A node where something starts, ends or
 * is limited is a junction, and so are all neighbours of one where waiting or passing is limited. Immutable.
 */
final class StreetRoles {
    /** No node. */
    static final int NONE = -1;

    private final StreetGraph graph;
    private final boolean[] plain;
    private final boolean[] deadEnd;
    private final boolean[] bend;
    private final int[] outward;
    private final IntList deadEnds = new IntList();

    StreetRoles(StreetGraph graph) {
        this.graph = graph;
        this.plain = new boolean[graph.nodes];
        this.deadEnd = new boolean[graph.nodes];
        this.bend = new boolean[graph.nodes];
        this.outward = new int[graph.nodes];
        findPlain();
        for (int node = 0; node < graph.nodes; node++) {
            takeOffFrom(node);
        }
        for (int node = 0; node < graph.nodes; node++) {
            bend[node] = plain[node] && !deadEnd[node] && isBetweenTwo(node);
        }
    }

    boolean isJunction(int node) {
        return !deadEnd[node] && !bend[node];
    }

    boolean isBend(int node) {
        return bend[node];
    }

    boolean isDeadEnd(int node) {
        return deadEnd[node];
    }

    /** The neighbour by which a node of a dead end is left; {@link #NONE} if there is none. */
    int outward(int node) {
        return outward[node];
    }

    /** The nodes of dead ends from the tips inward: each comes before the one it is left by. */
    IntList deadEnds() {
        return deadEnds;
    }

    private void findPlain() {
        boolean[] limits = new boolean[graph.nodes];
        for (int v = 0; v < graph.nodes; v++) {
            Node node = graph.problem.nodes().get(v);
            limits[v] = node.room() > 0 || !InnerArcs.isUnlimited(node.throughput());
            plain[v] = !limits[v];
        }
        graph.problem.sources().forEach(source -> plain[source.node()] = false);
        graph.problem.sinks().forEach(sink -> plain[sink.node()] = false);
        for (int arc = 0; arc < graph.tail.length; arc++) {
            int tail = graph.tail[arc];
            int head = graph.head[arc];
            plain[tail] &= !limits[head] && tail != head;
            plain[head] &= !limits[tail];
        }
    }

    /** Takes off a node that hangs on a single neighbour, then that one if it does so too, and so on. */
    private void takeOffFrom(int tip) {
        int node = tip;
        while (node != NONE && plain[node] && !deadEnd[node]) {
            int only = neighbour(node, NONE, NONE);
            if (neighbour(node, only, only) != NONE) {
                return;
            }
            deadEnd[node] = true;
            deadEnds.add(node);
            outward[node] = only;
            node = only;
        }
    }

    /** A neighbour that is not taken off and not one of two; {@link #NONE} if there is none. */
    private int neighbour(int node, int without, int norThis) {
        for (int k = graph.first(node); k < graph.first(node + 1); k++) {
            int other = graph.across(graph.touching(k), node);
            if (other != without && other != norThis && !deadEnd[other]) {
                return other;
            }
        }
        return NONE;
    }

    /** True if a node has two neighbours, and with each at most one steady arc in either direction. */
    private boolean isBetweenTwo(int node) {
        int first = neighbour(node, NONE, NONE);
        int second = neighbour(node, first, first);
        if (second == NONE || neighbour(node, first, second) != NONE) {
            return false;
        }
        boolean[] seen = new boolean[4];
        for (int k = graph.first(node); k < graph.first(node + 1); k++) {
            int arc = graph.touching(k);
            int other = graph.across(arc, node);
            int kind = (other == first ? 0 : 2) + (graph.tail[arc] == node ? 0 : 1);
            if (!deadEnd[other]) {
                if (seen[kind] || graph.capacity[arc] == StreetGraph.VARIES) {
                    return false;
                }
                seen[kind] = true;
            }
        }
        return true;
    }

    /** The next node of a street that comes to a bend from another node. */
    int beyond(int bendNode, int from) {
        return neighbour(bendNode, from, from);
    }

    /** The arc from a node to a neighbour where there is at most one; {@link #NONE} if there is none. */
    int arc(int from, int to) {
        for (int k = graph.first(from); k < graph.first(from + 1); k++) {
            int arc = graph.touching(k);
            if (graph.tail[arc] == from && graph.head[arc] == to) {
                return arc;
            }
        }
        return NONE;
    }
}
