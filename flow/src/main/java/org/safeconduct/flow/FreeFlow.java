package org.safeconduct.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.safeconduct.flow.FlowProblem.Source;

/** Travel times with nothing in the way: shortest paths from all sources, and back from all sinks, step by step (as Dial 1969). Stateless. */
final class FreeFlow {
    private FreeFlow() {}

    /** First step in which a unit of any source can be at each inner node; horizon + 1 if never. */
    static int[] earliest(Network network) {
        Agenda agenda = new Agenda(network.horizon);
        int[] steps = unreached(network);
        for (int i = 0; i < network.sourceNode.length; i++) {
            Source source = network.problem.sources().get(i);
            if (source.amount() > 0) {
                reach(steps, agenda, network.sourceNode[i], source.release());
            }
        }
        spread(network, agenda, steps, arc -> true);
        return steps;
    }

    private static void spread(Network network, Agenda agenda, int[] steps, IntPredicate arcs) {
        for (int node = agenda.next(); node >= 0; node = agenda.next()) {
            int step = agenda.step();
            for (int k = network.outStart[node]; step == steps[node] && k < network.outStart[node + 1]; k++) {
                if (arcs.test(network.out[k])) {
                    reach(steps, agenda, network.outHead[k], (long) step + network.outTransit[k]);
                }
            }
        }
    }

    /** Steps from one inner node to each along some of the arcs; horizon + 1 if there is no way. */
    static int[] from(Network network, int start, IntPredicate arcs) {
        Agenda agenda = new Agenda(network.horizon);
        int[] steps = unreached(network);
        reach(steps, agenda, start, 0);
        spread(network, agenda, steps, arcs);
        return steps;
    }

    /** Steps from each inner node to the end of the nearest sink; horizon + 1 if there is no way. */
    static int[] remaining(Network network) {
        Agenda agenda = new Agenda(network.horizon);
        int[] steps = unreached(network);
        for (int end : network.end) {
            reach(steps, agenda, end, 0);
        }
        for (int node = agenda.next(); node >= 0; node = agenda.next()) {
            int step = agenda.step();
            for (int arc = network.inStart[node]; step == steps[node] && arc < network.inStart[node + 1]; arc++) {
                reach(steps, agenda, network.tail[arc], (long) step + network.transit[arc]);
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

    private static void reach(int[] steps, Agenda agenda, int node, long step) {
        if (step < steps[node]) {
            steps[node] = (int) step;
            agenda.add(node, (int) step);
        }
    }

    /** Nodes to go on from, by the step in which they are reached; whoever asks for the next adds none to a step before. */
    private static final class Agenda {
        private static final int NONE = -1;

        private final int[] first;
        private final IntList nodes = new IntList();
        private final IntList after = new IntList();
        private int step;

        Agenda(int horizon) {
            this.first = new int[horizon + 1];
            Arrays.fill(first, NONE);
        }

        void add(int node, int atStep) {
            nodes.add(node);
            after.add(first[atStep]);
            first[atStep] = nodes.size() - 1;
        }

        /** The next node; negative if there is none left. */
        int next() {
            while (step < first.length && first[step] == NONE) {
                step++;
            }
            if (step == first.length) {
                return NONE;
            }
            int entry = first[step];
            first[step] = after.get(entry);
            return nodes.get(entry);
        }

        /** The step in which the node last told is reached. */
        int step() {
            return step;
        }
    }
}
