package org.safeconduct.flow;

import java.util.Arrays;

/** The residual moves that lead from a state or to it: written into arrays that are used again. */
final class RepairMoves {
    private final RepairFlow flow;
    private final Network network;
    private int[] nodes = new int[64];
    private int[] steps = new int[64];
    private int[] moves = new int[64];
    private int count;

    RepairMoves(RepairFlow flow) {
        this.flow = flow;
        this.network = flow.network;
    }

    int count() {
        return count;
    }

    int node(int i) {
        return nodes[i];
    }

    int step(int i) {
        return steps[i];
    }

    /** The move as in {@link Path.Move}; that of a source is one between its stock and a departure, in either direction. */
    int move(int i) {
        return moves[i];
    }

    private void put(int node, int step, int move) {
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            steps = Arrays.copyOf(steps, 2 * count);
            moves = Arrays.copyOf(moves, 2 * count);
        }
        nodes[count] = node;
        steps[count] = step;
        moves[count++] = move;
    }

    /** Finds the states that a residual move leads to. */
    void findNext(int node, int step) {
        count = 0;
        if (node >= network.nodes) {
            int source = node - network.nodes;
            int start = network.sourceNode[source];
            for (int k = flow.firstDeparture(source); k <= flow.horizon; k++) {
                put(start, k, Path.Move.retime(source));
            }
            return;
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            int to = step + network.outTransit[k];
            if (to <= flow.horizon && flow.spare(network.out[k], step) > 0) {
                put(network.outHead[k], to, Path.Move.along(network.out[k]));
            }
        }
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            int from = step - network.transit[arc];
            if (from >= flow.tau() && flow.amount(arc, from) > 0) {
                put(network.tail[arc], from, Path.Move.against(arc));
            }
        }
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            if (flow.departing(source, step) > 0) {
                put(network.nodes + source, 0, Path.Move.retime(source));
            }
        }
    }

    /** Finds the states from which a residual move leads here. */
    void findBefore(int node, int step) {
        count = 0;
        if (node >= network.nodes) {
            findDepartures(node - network.nodes);
            return;
        }
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            int from = step - network.transit[arc];
            if (from >= flow.tau() && flow.spare(arc, from) > 0) {
                put(network.tail[arc], from, Path.Move.along(arc));
            }
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            if (flow.amount(network.out[k], step) > 0) {
                put(network.outHead[k], step + network.outTransit[k], Path.Move.against(network.out[k]));
            }
        }
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            if (step >= flow.firstDeparture(source)) {
                put(network.nodes + source, 0, Path.Move.retime(source));
            }
        }
    }

    private void findDepartures(int source) {
        int[] row = flow.departures(source);
        for (int step = flow.tau(); row != null && step <= flow.horizon; step++) {
            if (row[step] > 0) {
                put(network.sourceNode[source], step, Path.Move.retime(source));
            }
        }
    }
}
