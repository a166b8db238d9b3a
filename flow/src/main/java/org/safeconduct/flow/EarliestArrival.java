package org.safeconduct.flow;

import java.util.BitSet;

/**
 * Solves for the most that can have arrived by every step at once, for many sources and for sinks without a limit in all.
 *
 * <p>The network is never written out step by step: memory grows with what moves, not with nodes × steps. The answer is exact, whole
 * numbers throughout, and comes with its proof. Stateless; safe from any thread.
 *
 * <p>Method: successive shortest paths over an implicit time-expanded residual network, arrival step by arrival step (as Minieka 1973), with learned bounds,
 * dead states kept for ever, and breadth-first labels 64 steps at a time.
 */
public final class EarliestArrival {
    private EarliestArrival() {}

    /** The earliest arrival flow of a problem, fairly split among sources, with its proof. */
    public static Solution solve(FlowProblem problem) {
        return solve(problem, Options.standard());
    }

    /** The earliest arrival flow of a problem, with its proof. */
    public static Solution solve(FlowProblem problem, Options options) {
        if (problem.hasLimitedReception()) {
            throw new IllegalArgumentException(
                    "a sink has a limit in all: a curve best at every step need not exist; use LimitedReception");
        }
        StepByStep steps = new StepByStep(problem, options);
        steps.run();
        Network network = steps.filler.network;
        CutFamily sinkSide =
                new CutWriter(network, steps.completeFrom()).write(steps.log, CutWriter.neverSinks(problem), 0);
        FairSplit.apply(steps.filler, options, new BitSet());
        CutFamily sourceSide =
                options.sourceSide() ? SourceSide.of(network, steps.filler.flow, new BitSet()) : sinkSide;
        FlowOverTime flow = FlowWriter.write(network, steps.filler.flow);
        return new Solution(
                problem,
                Solution.Claim.EARLIEST_ARRIVAL,
                flow,
                flow.arrivedBy(problem.horizon()),
                sinkSide,
                sourceSide);
    }
}
