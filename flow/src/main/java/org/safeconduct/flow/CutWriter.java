package org.safeconduct.flow;

import java.util.Arrays;

/** Writes what lies on the sink side, and since which cut, as a family of cuts. Used once. */
final class CutWriter {
    private final Network network;
    private final int completeFrom;
    private final IntList queue = new IntList();
    private final IntList gate = new IntList();

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
        int outer = network.problem.nodes().size();
        for (int node = 0; node < outer; node++) {
            writeNode(log, network.queue[node], new RunWriter(node, queue));
            if (network.hasGate(node)) {
                writeNode(log, network.gate[node], new RunWriter(node, gate));
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
        return CutFamily.never(problem.sinks().size());
    }

    private void writeNode(CutLog log, int inner, RunWriter runs) {
        int open = Math.min(network.earliest[inner], network.horizon + 1);
        if (open > 0) {
            runs.add(0, open - 1, 0, false);
        }
        for (long entry : inOrder(log, inner)) {
            int run = (int) entry;
            if (completeFrom != CutFamily.NEVER && log.from(run) > open) {
                runs.add(open, log.from(run) - 1, completeFrom, false);
            }
            runs.add(log.from(run), log.to(run), log.label(run), log.rises(run));
            open = log.to(run) + 1;
        }
        if (completeFrom != CutFamily.NEVER && open <= network.horizon) {
            runs.add(open, network.horizon, completeFrom, false);
        }
        runs.finish();
    }

    /** The runs of an inner node by their first step, which stands in the upper half. */
    private static long[] inOrder(CutLog log, int inner) {
        int size = 0;
        for (int run = log.lastRun(inner); run != CutLog.NONE; run = log.before(run)) {
            size++;
        }
        long[] order = new long[size];
        for (int run = log.lastRun(inner); run != CutLog.NONE; run = log.before(run)) {
            order[--size] = (long) log.from(run) << 32 | run;
        }
        Arrays.sort(order);
        return order;
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

        void add(int first, int last, int value, boolean rises) {
            boolean isSingle = first == last;
            boolean wasSingle = from == to;
            boolean isNext = to == first - 1;
            boolean steady = isNext && value == label && (rise == 0 || wasSingle) && (isSingle || !rises);
            boolean rising = isNext && value == label + first - from && (rise == 1 || wasSingle) && (isSingle || rises);
            if (steady) {
                rise = 0;
            } else if (rising) {
                rise = 1;
            } else {
                finish();
                from = first;
                label = value;
                rise = rises ? 1 : 0;
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
