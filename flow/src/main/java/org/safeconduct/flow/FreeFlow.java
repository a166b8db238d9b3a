package org.safeconduct.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.safeconduct.flow.FlowProblem.Source;

/** Travel times with nothing in the way: Dijkstra's shortest paths from all sources, and back from all sinks. Stateless. */
final class FreeFlow {
    private FreeFlow() {}

    /** First step in which a unit of any source can be at each inner node; horizon + 1 if never. */
    static int[] earliest(Network network) {
        LongHeap heap = new LongHeap();
        int[] steps = unreached(network);
        for (int i = 0; i < network.sourceNode.length; i++) {
            Source source = network.problem.sources().get(i);
            if (source.amount() > 0) {
                reach(steps, heap, network.sourceNode[i], source.release());
            }
        }
        spread(network, heap, steps, arc -> true);
        return steps;
    }

    private static void spread(Network network, LongHeap heap, int[] steps, IntPredicate arcs) {
        while (!heap.isEmpty()) {
            long entry = heap.poll();
            int node = (int) entry;
            int step = (int) (entry >>> 32);
            for (int k = network.outStart[node]; step == steps[node] && k < network.outStart[node + 1]; k++) {
                if (arcs.test(network.out[k])) {
                    reach(steps, heap, network.outHead[k], (long) step + network.outTransit[k]);
                }
            }
        }
    }

    /** Steps from one inner node to each along some of the arcs; horizon + 1 if there is no way. */
    static int[] from(Network network, int start, IntPredicate arcs) {
        LongHeap heap = new LongHeap();
        int[] steps = unreached(network);
        reach(steps, heap, start, 0);
        spread(network, heap, steps, arcs);
        return steps;
    }

    /** Steps from each inner node to the end of the nearest sink; horizon + 1 if there is no way. */
    static int[] remaining(Network network) {
        LongHeap heap = new LongHeap();
        int[] steps = unreached(network);
        for (int end : network.end) {
            reach(steps, heap, end, 0);
        }
        while (!heap.isEmpty()) {
            long entry = heap.poll();
            int node = (int) entry;
            int step = (int) (entry >>> 32);
            for (int arc = network.inStart[node]; step == steps[node] && arc < network.inStart[node + 1]; arc++) {
                reach(steps, heap, network.tail[arc], (long) step + network.transit[arc]);
            }
        }
        return steps;
    }

    /** Fewest moves from some sources to each inner node, counting the departure as one; very many if there is no way. */
    static int[] fewestMoves(Network network, IntPredicate sources) {
        int[] moves = new int[network.nodes];
        Arrays.fill(moves, Short.MAX_VALUE / 2);
        IntList line = new IntList();
        for (int source = 0; source < network.sourceNode.length; source++) {
            int node = network.sourceNode[source];
            if (sources.test(source) && moves[node] != 1) {
                moves[node] = 1;
                line.add(node);
            }
        }
        for (int i = 0; i < line.size(); i++) {
            int node = line.get(i);
            for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
                int head = network.outHead[k];
                if (moves[head] > moves[node] + 1) {
                    moves[head] = moves[node] + 1;
                    line.add(head);
                }
            }
        }
        return moves;
    }

    private static int[] unreached(Network network) {
        int[] steps = new int[network.nodes];
        Arrays.fill(steps, network.horizon + 1);
        return steps;
    }

    private static void reach(int[] steps, LongHeap heap, int node, long step) {
        if (step < steps[node]) {
            steps[node] = (int) step;
            heap.add(step << 32 | node);
        }
    }
}
