package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime.Run;

/** Writes a repaired flow as a solution of what remained: the flow from the change on, with the labels as its proof. Rows that were not touched are copied run by run. */
final class RepairWriter {
    private final Remaining rest;
    private final RepairFlow flow;
    private final RepairBase base;
    private final int tau;
    private final int horizon;
    private final int completeFrom;

    /** Counts the labels below each that are no longer what they were. */
    private final int[] others;

    /**
     * @param completeFrom the step by which all have arrived; {@link CutFamily#NEVER} if not all do
     */
    RepairWriter(Remaining rest, RepairFlow flow, int completeFrom) {
        this.rest = rest;
        this.flow = flow;
        this.base = flow.base;
        this.tau = flow.tau();
        this.horizon = flow.horizon;
        this.completeFrom = completeFrom;
        this.others = new int[horizon + 2];
        for (int label = 0; label <= horizon; label++) {
            others[label + 1] = others[label] + (flow.value(label) == label ? 0 : 1);
        }
    }

    Solution write() {
        FlowOverTime moved = writeFlow();
        CutFamily cuts = writeCuts();
        return new Solution(rest.problem, Solution.Claim.EARLIEST_ARRIVAL, moved, moved.arrivedBy(horizon), cuts, cuts);
    }

    private FlowOverTime writeFlow() {
        IntList departures = new IntList();
        for (int source = 0; source < flow.stock.length; source++) {
            write(source, flow.departures(source), departures);
        }
        IntList moves = writeItems(base.road);
        writeEntries(departures, flow.stock.length);
        writeEntries(moves, base.road.length);
        return new FlowOverTime(
                runs(departures), runs(moves), runs(writeItems(base.wait)), runs(writeItems(base.arrival)));
    }

    private static List<Run> runs(IntList values) {
        return new PackedList<>(PackedList.RUN, values);
    }

    private IntList writeItems(int[] arcs) {
        IntList values = new IntList();
        for (int item = 0; item < arcs.length; item++) {
            if (arcs[item] >= 0) {
                write(item, flow.row(arcs[item]), values);
            }
        }
        return values;
    }

    private void write(int item, int @Nullable [] row, IntList values) {
        int from = tau;
        while (row != null && from <= horizon) {
            int to = from + 1;
            while (to <= horizon && row[to] == row[from]) {
                to++;
            }
            if (row[from] != 0) {
                add(values, item, from, to - 1, row[from]);
            }
            from = to;
        }
    }

    private static void add(IntList values, int item, int from, int to, int amount) {
        values.add(item);
        values.add(from);
        values.add(to);
        values.add(amount);
    }

    /** Units on the road pass their entry a step before they are at the node. */
    private void writeEntries(IntList values, int firstItem) {
        int entry = -1;
        int node = -1;
        for (Replan.Standing standing : rest.onRoad) {
            if (standing.node() != node) {
                node = standing.node();
                entry++;
            }
            int at = base.network.queue[node];
            int brought = flow.coming(at, standing.step()) - flow.held(at, standing.step());
            if (brought > 0) {
                add(values, firstItem + entry, standing.step() - 1, standing.step() - 1, brought);
            }
        }
    }

    private CutFamily writeCuts() {
        IntList queue = new IntList();
        IntList gate = new IntList();
        int nodes = base.solution.problem().nodes().size();
        for (int node = 0; node < nodes; node++) {
            writeLabels(node, base.network.queue[node], base.queueRuns(node), queue);
            if (base.network.hasGate(node)) {
                writeLabels(node, base.network.gate[node], base.gateRuns(node), gate);
            }
        }
        for (int entry = 0; completeFrom != CutFamily.NEVER && entry < rest.entered.size(); entry++) {
            addRun(queue, nodes + entry, 0, horizon, completeFrom);
        }
        int[] sources = new int[rest.problem.sources().size()];
        Arrays.fill(sources, completeFrom);
        for (int source = 0; source < flow.stock.length; source++) {
            sources[source] = Math.min(completeFrom, flow.label(base.network.nodes + source, 0));
        }
        int[] sinks = CutWriter.neverSinks(rest.problem);
        return new CutFamily(
                new PackedList<>(PackedList.LABEL_RUN, queue),
                new PackedList<>(PackedList.LABEL_RUN, gate),
                sources,
                sinks,
                0);
    }

    private void writeLabels(int node, int inner, List<LabelRun> before, IntList values) {
        if (tau > 0) {
            addRun(values, node, 0, tau - 1, 0);
        }
        if (flow.isRelabelled(inner)) {
            writeRow(node, inner, values);
            return;
        }
        int open = tau;
        for (LabelRun run : before) {
            if (run.to() >= tau) {
                addRun(values, node, open, run.from() - 1, completeFrom);
                writeRun(run, values);
                open = run.to() + 1;
            }
        }
        addRun(values, node, open, horizon, completeFrom);
    }

    private void writeRow(int node, int inner, IntList values) {
        int from = tau;
        while (from <= horizon) {
            int label = flow.label(inner, from);
            int to = from + 1;
            while (to <= horizon && flow.label(inner, to) == label) {
                to++;
            }
            addRun(values, node, from, to - 1, Math.min(label, completeFrom));
            from = to;
        }
    }

    /** Writes a run of the proof before, from the change on, with what has become of its labels. */
    private void writeRun(LabelRun run, IntList values) {
        int from = Math.max(run.from(), tau);
        int first = run.label() + run.rise() * (from - run.from());
        int last = run.label() + run.rise() * (run.to() - run.from());
        if (run.rise() == 1 && last <= completeFrom && others[last + 1] == others[first]) {
            addRun(values, run.node(), from, run.to(), first);
            values.set(values.size() - 1, 1);
            return;
        }
        while (from <= run.to()) {
            int label = valueAt(run, from);
            int to = from + 1;
            while (to <= run.to() && valueAt(run, to) == label) {
                to++;
            }
            addRun(values, run.node(), from, to - 1, label);
            from = to;
        }
    }

    private int valueAt(LabelRun run, int step) {
        return Math.min(completeFrom, flow.value(run.label() + run.rise() * (step - run.from())));
    }

    private static void addRun(IntList values, int node, int from, int to, int label) {
        if (from <= to && label != CutFamily.NEVER) {
            values.add(node);
            values.add(from);
            values.add(to);
            values.add(label);
            values.add(0);
        }
    }
}
