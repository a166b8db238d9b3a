package org.safeconduct.bench;

import java.util.Arrays;

/** Fewest steps to drive, by Dijkstra's algorithm with a bucket for each step. */
final class Drives {
    /** Where nobody can drive to. */
    static final int NEVER = Integer.MAX_VALUE / 4;

    private final Streets streets;
    private final int stepSeconds;
    private final int longest;
    private final int[] outStart;
    private final int[] out;
    private final int[] inStart;
    private final int[] in;

    Drives(Streets streets, int stepSeconds) {
        this.streets = streets;
        this.stepSeconds = stepSeconds;
        int most = 1;
        this.outStart = new int[streets.nodes() + 1];
        this.inStart = new int[streets.nodes() + 1];
        for (int arc = 0; arc < streets.arcs(); arc++) {
            most = Math.max(most, streets.transit(arc, stepSeconds));
            outStart[streets.tail(arc) + 1]++;
            inStart[streets.head(arc) + 1]++;
        }
        this.longest = most;
        for (int node = 0; node < streets.nodes(); node++) {
            outStart[node + 1] += outStart[node];
            inStart[node + 1] += inStart[node];
        }
        this.out = new int[streets.arcs()];
        this.in = new int[streets.arcs()];
        int[] nextOut = outStart.clone();
        int[] nextIn = inStart.clone();
        for (int arc = 0; arc < streets.arcs(); arc++) {
            out[nextOut[streets.tail(arc)]++] = arc;
            in[nextIn[streets.head(arc)]++] = arc;
        }
    }

    /** Steps from the nearest of some nodes to each node. */
    int[] from(int... nodes) {
        return steps(nodes, true);
    }

    /** Steps from each node to the nearest of some nodes. */
    int[] to(int... nodes) {
        return steps(nodes, false);
    }

    private int[] steps(int[] nodes, boolean forward) {
        int[] steps = new int[streets.nodes()];
        Arrays.fill(steps, NEVER);
        int[][] buckets = new int[longest + 1][16];
        int[] sizes = new int[longest + 1];
        for (int node : nodes) {
            steps[node] = 0;
            add(buckets, sizes, 0, node);
        }
        int[] start = forward ? outStart : inStart;
        int[] arcs = forward ? out : in;
        for (int now = 0, empty = 0; empty <= longest; now++) {
            int slot = now % (longest + 1);
            empty = sizes[slot] == 0 ? empty + 1 : 0;
            while (sizes[slot] > 0) {
                int node = buckets[slot][--sizes[slot]];
                for (int k = start[node]; steps[node] == now && k < start[node + 1]; k++) {
                    int next = forward ? streets.head(arcs[k]) : streets.tail(arcs[k]);
                    int then = now + streets.transit(arcs[k], stepSeconds);
                    if (then < steps[next]) {
                        steps[next] = then;
                        add(buckets, sizes, then % (longest + 1), next);
                    }
                }
            }
        }
        return steps;
    }

    private static void add(int[][] buckets, int[] sizes, int slot, int node) {
        if (sizes[slot] == buckets[slot].length) {
            buckets[slot] = Arrays.copyOf(buckets[slot], 2 * sizes[slot]);
        }
        buckets[slot][sizes[slot]++] = node;
    }

    /** The first arc that leads on from a node on a fastest drive, given the steps from each node to the end. */
    int onward(int node, int[] toEnd) {
        for (int k = outStart[node]; k < outStart[node + 1]; k++) {
            if (toEnd[streets.head(out[k])] + streets.transit(out[k], stepSeconds) == toEnd[node]) {
                return out[k];
            }
        }
        throw new IllegalArgumentException("no way on from node " + node);
    }
}
