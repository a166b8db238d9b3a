package org.safeconduct.flow;

/**
 * The part of a network that a wave runs over: inner nodes from which a unit can still end in time, numbered in a row. Arcs are laid out in the order they are read.
 */
final class WaveGraph {
    /** The network's numbers of the nodes. */
    final int[] nodes;

    /** The numbers here of the network's nodes; negative for those left out. */
    final int[] numbers;

    final Star out;
    final Star in;

    WaveGraph(Network network) {
        this.numbers = new int[network.nodes];
        IntList useful = new IntList();
        for (int node = 0; node < network.nodes; node++) {
            numbers[node] = network.isUseful(node) ? useful.size() : -1;
            if (numbers[node] >= 0) {
                useful.add(node);
            }
        }
        this.nodes = useful.toArray();
        this.out = star(network, network.outStart, network.out, network.outHead);
        this.in = star(network, network.inStart, network.in, network.inTail);
    }

    /** The arcs at each node: those of node v at {@code start[v]} ≤ k &lt; {@code start[v + 1]}. */
    record Star(int[] start, int[] arc, int[] other, int[] transit, boolean[] alwaysOpen) {}

    private Star star(Network network, int[] start, int[] arcs, int[] others) {
        int[] starts = new int[nodes.length + 1];
        IntList picked = new IntList();
        for (int v = 0; v < nodes.length; v++) {
            for (int k = start[nodes[v]]; k < start[nodes[v] + 1]; k++) {
                if (numbers[others[k]] >= 0) {
                    picked.add(k);
                }
            }
            starts[v + 1] = picked.size();
        }
        int[] arc = new int[picked.size()];
        int[] other = new int[arc.length];
        int[] transit = new int[arc.length];
        boolean[] alwaysOpen = new boolean[arc.length];
        for (int i = 0; i < arc.length; i++) {
            int k = picked.get(i);
            arc[i] = arcs[k];
            other[i] = numbers[others[k]];
            transit[i] = network.transit[arc[i]];
            alwaysOpen[i] = network.isAlwaysOpen(arc[i]);
        }
        return new Star(starts, arc, other, transit, alwaysOpen);
    }
}
