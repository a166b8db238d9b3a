package org.safeconduct.flow;

import java.util.Arrays;

/** Writes what lies on the sink side, and since which cut, as a family of cuts. Used once. */
final class CutWriter {
    private final Network network;
    private final int completeFrom;
    private final IntList queue = new IntList();
    private final IntList gate = new IntList();
    private int[] logStart = new int[0];
    private int[] logFrom = new int[0];
    private int[] logTo = new int[0];
    private int[] logLabel = new int[0];

    /**
     * @param completeFrom the step by which all units have arrived: the cut of that step and later ones are around the sources; {@link CutFamily#NEVER} if
     *     not all arrive
     */
    CutWriter(Network network, int completeFrom) {
        this.network = network;
        this.completeFrom = completeFrom;
    }

    /**
     * The family in which a state is labelled as logged, states that nothing can be in are labelled 0, and all is labelled with the step from which all
     * has arrived.
     */
    CutFamily write(CutLog log, int[] sinks, int firstStep) {
        sortByNode(log);
        int outer = network.problem.nodes().size();
        for (int node = 0; node < outer; node++) {
            writeNode(network.queue[node], node, queue);
            if (network.hasGate(node)) {
                writeNode(network.gate[node], node, gate);
            }
        }
        int[] stocks = log.stocks();
        for (int source = 0; source < stocks.length; source++) {
            stocks[source] = Math.min(stocks[source], completeFrom);
        }
        return new CutFamily(
                new PackedList<>(PackedList.LABEL_RUN, queue),
                new PackedList<>(PackedList.LABEL_RUN, gate),
                stocks,
                sinks,
                firstStep);
    }

    /** A label of {@link CutFamily#NEVER} for each sink. */
    static int[] neverSinks(FlowProblem problem) {
        int[] labels = new int[problem.sinks().size()];
        Arrays.fill(labels, CutFamily.NEVER);
        return labels;
    }

    private void sortByNode(CutLog log) {
        int[] start = new int[network.nodes + 1];
        log.forEach((node, from, to, label) -> start[node + 1]++);
        for (int node = 0; node < network.nodes; node++) {
            start[node + 1] += start[node];
        }
        logStart = start.clone();
        logFrom = new int[log.size()];
        logTo = new int[log.size()];
        logLabel = new int[log.size()];
        log.forEach((node, from, to, label) -> {
            int at = start[node]++;
            logFrom[at] = from;
            logTo[at] = to;
            logLabel[at] = label;
        });
    }

    private void writeNode(int inner, int node, IntList values) {
        RunWriter runs = new RunWriter(node, values);
        int open = Math.min(network.earliest[inner], network.horizon + 1);
        if (open > 0) {
            runs.add(0, open - 1, 0);
        }
        long[] order = new long[logStart[inner + 1] - logStart[inner]];
        for (int i = 0; i < order.length; i++) {
            int at = logStart[inner] + i;
            order[i] = (long) logFrom[at] << 32 | at;
        }
        Arrays.sort(order);
        for (long entry : order) {
            int at = (int) entry;
            if (completeFrom != CutFamily.NEVER && logFrom[at] > open) {
                runs.add(open, logFrom[at] - 1, completeFrom);
            }
            runs.add(logFrom[at], logTo[at], logLabel[at]);
            open = logTo[at] + 1;
        }
        if (completeFrom != CutFamily.NEVER && open <= network.horizon) {
            runs.add(open, network.horizon, completeFrom);
        }
        runs.finish();
    }

    /** Merges labels of steps in a row into runs. */
    private static final class RunWriter {
        private final int node;
        private final IntList values;
        private int from;
        private int to = -2;
        private int label;
        private int rise;

        RunWriter(int node, IntList values) {
            this.node = node;
            this.values = values;
        }

        void add(int first, int last, int value) {
            boolean steady = to == first - 1 && value == label && (rise == 0 || from == to);
            boolean rising =
                    to == first - 1 && first == last && value == label + first - from && (rise == 1 || from == to);
            if (steady) {
                rise = 0;
            } else if (rising) {
                rise = 1;
            } else {
                finish();
                from = first;
                label = value;
                rise = 0;
            }
            to = last;
        }

        void finish() {
            if (to >= from) {
                values.add(node);
                values.add(from);
                values.add(to);
                values.add(label);
                values.add(rise);
            }
        }
    }
}
