package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.safeconduct.flow.FlowProblem.Sink;

/**
 * Solves where sinks can receive only so many in all. A curve best at every step need not exist then (Baumann and Skutella 2006), so one says what is
 * wanted: the most by the deadline, or all as soon as can be. Sinks without limit are allowed too. Stateless; safe from any thread.
 */
public final class LimitedReception {
    private LimitedReception() {}

    /** The most that can have arrived by the horizon; among those, as much as can be in sinks of the lowest rank, then the next. */
    public static Solution byDeadline(FlowProblem problem) {
        return byDeadline(problem, Options.standard());
    }

    /** The most that can have arrived by the horizon; among those, as much as can be in sinks of the lowest rank, then the next. */
    public static Solution byDeadline(FlowProblem problem, Options options) {
        ByDeadline run = new ByDeadline(problem, options);
        run.run();
        CutFamily sinkSide = options.proof() ? run.sinkSide() : CutFamily.none(problem);
        BitSet all = new BitSet();
        all.set(0, problem.sinks().size());
        FairSplit.apply(run.filler, options, all);
        CutFamily sourceSide = options.sourceSide() ? run.sourceSide() : sinkSide;
        FlowOverTime flow = FlowWriter.write(run.filler.network, run.filler.flow);
        return new Solution(
                problem, Solution.Claim.BY_DEADLINE, flow, flow.arrivedBy(problem.horizon()), sinkSide, sourceSide);
    }

    /** The solution with the least horizon, up to the problem's, by which all can have arrived; empty if there is none. */
    public static Optional<Solution> quickest(FlowProblem problem) {
        return quickest(problem, Options.standard());
    }

    /** The solution with the least horizon, up to the problem's, by which all can have arrived; empty if there is none. */
    public static Optional<Solution> quickest(FlowProblem problem, Options options) {
        long[] most = upperCurve(problem, options);
        int low = 0;
        while (low < most.length && most[low] < problem.supply()) {
            low++;
        }
        int high = problem.horizon();
        if (low > high || !bringsAll(problem, high, options)) {
            return Optional.empty();
        }
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (bringsAll(problem, middle, options)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(byDeadline(problem.copyOver(high).build(), options));
    }

    private static boolean bringsAll(FlowProblem problem, int horizon, Options options) {
        ByDeadline run = new ByDeadline(problem.copyOver(horizon).build(), options);
        run.run();
        return run.filler.flow.allStock() == 0;
    }

    /**
     * A bound on what can have arrived by each step, whatever is wanted: the best curve without limits, and never more than all limits together. No single flow need reach it
     * at every step.
     */
    public static long[] upperCurve(FlowProblem problem) {
        return upperCurve(problem, Options.standard());
    }

    private static long[] upperCurve(FlowProblem problem, Options options) {
        FlowProblem.Builder open = problem.copyOver(problem.horizon());
        long limits = 0;
        for (int j = 0; j < problem.sinks().size(); j++) {
            Sink sink = problem.sinks().get(j);
            open.sink(j, new Sink(sink.node(), FlowProblem.UNLIMITED, sink.rate(), sink.rank()));
            limits += sink.limit() == FlowProblem.UNLIMITED ? problem.supply() : sink.limit();
        }
        StepByStep steps = new StepByStep(open.build(), options);
        steps.run();
        long most = limits;
        return Arrays.stream(FlowWriter.write(steps.filler.network, steps.filler.flow)
                        .arrivedBy(problem.horizon()))
                .map(units -> Math.min(units, most))
                .toArray();
    }
}
