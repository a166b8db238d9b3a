package org.safeconduct.plan;

import java.util.BitSet;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/**
 * How many vehicles can pass a last cut at most, whatever beat they keep. At ten an hour the problem lets one enter in each sixth minute; real ones may come in any minute, six minutes apart. So in a
 * stretch of steps in a row there can be one more than the problem has: as many as fit between its first moment and its last.
 */
final class CutCrossing {
    private final FlowProblem problem;
    private final CutFamily cut;
    private final int horizon;
    private final BitSet[] queue;
    private final BitSet[] gate;
    private long sum;

    /** @param cut whose labels are the horizon or never: see {@link LastCut} */
    CutCrossing(FlowProblem problem, CutFamily cut) {
        this.problem = problem;
        this.cut = cut;
        this.horizon = problem.horizon();
        this.queue = steps(cut.queue());
        this.gate = steps(cut.gate());
        for (int node = 0; node < gate.length; node++) {
            Profile throughput = problem.nodes().get(node).throughput();
            gate[node] = gate[node].isEmpty() && throughput.isUnlimited() ? queue[node] : gate[node];
        }
    }

    private BitSet[] steps(List<LabelRun> runs) {
        BitSet[] steps = new BitSet[problem.nodes().size()];
        for (int node = 0; node < steps.length; node++) {
            steps[node] = new BitSet();
        }
        runs.forEach(run -> steps[run.node()].set(run.from(), run.to() + 1));
        return steps;
    }

    long atAnyBeat() {
        sum = 0;
        for (int source = 0; source < cut.sources().length; source++) {
            sum += cut.sources()[source] <= horizon
                    ? problem.sources().get(source).amount()
                    : 0;
        }
        for (int node = 0; node < queue.length; node++) {
            addNode(node);
        }
        for (Arc arc : problem.arcs()) {
            BitSet entering = queue[arc.head()].get(Math.min(arc.transit(), horizon + 1), horizon + 1);
            add(entering, gate[arc.tail()], arc.capacity());
        }
        for (int sink = 0; sink < cut.sinks().length; sink++) {
            addSink(problem.sinks().get(sink), cut.sinks()[sink]);
        }
        return sum;
    }

    private void addNode(int number) {
        Node node = problem.nodes().get(number);
        if (node.room() > 0 && node.room() < FlowProblem.UNLIMITED) {
            add(queue[number].get(1, horizon + 1), queue[number], Profile.always(node.room()));
        }
        add((BitSet) gate[number].clone(), queue[number], node.throughput());
    }

    private void addSink(Sink sink, int label) {
        if (sink.limit() != FlowProblem.UNLIMITED && label > horizon) {
            sum += sink.limit();
            return;
        }
        BitSet all = new BitSet();
        all.set(0, horizon + 1);
        add(all, gate[sink.node()], sink.rate());
    }

    /** Adds what can enter in the steps that lead to the sink side, but for those that come from there. */
    private void add(BitSet leading, BitSet from, Profile capacity) {
        leading.andNot(from);
        for (int step = leading.nextSetBit(0); step >= 0; step = leading.nextSetBit(step)) {
            int end = leading.nextClearBit(step);
            while (step < end) {
                int next = Math.min(end, pieceEnd(capacity, step));
                sum += most(capacity.rateAt(step), next - step);
                step = next;
            }
        }
    }

    private static int pieceEnd(Profile capacity, int step) {
        for (Profile.Piece piece : capacity.pieces()) {
            if (piece.fromStep() > step) {
                return piece.fromStep();
            }
        }
        return Integer.MAX_VALUE;
    }

    private static long most(Rate rate, int steps) {
        if (rate.isUnlimited()) {
            throw new IllegalStateException("a cut that something without limit passes");
        }
        return Math.ceilDiv((long) rate.units() * steps, (long) rate.perSteps());
    }
}
