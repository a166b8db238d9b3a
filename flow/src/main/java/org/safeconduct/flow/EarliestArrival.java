package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;

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
    /** From so many nodes on it may pay to make streets short; below, an answer takes less time than it would take to find out. */
    private static final int LONG_STREETS = 20_000;

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
        return problem.nodes().size() < LONG_STREETS
                ? solveWhole(problem, options)
                : solveShort(problem, options).orElseGet(() -> solveWhole(problem, options));
    }

    /** The answer by way of the short problems; empty if these are not much shorter, or differ. */
    static Optional<Solution> solveShort(FlowProblem problem, Options options) {
        return ShortStreets.find(problem).flatMap(streets -> solveShort(streets, options));
    }

    static Optional<Solution> solveShort(ShortStreets streets, Options options) {
        Solution above = solveWhole(streets.withWaiting, options.withProgress(step -> {}));
        Solution solution = solveWhole(streets.problem, options);
        boolean isFair = options.split() == Options.Split.ANY || Arrays.equals(brought(above), brought(solution));
        if (!isFair || !Arrays.equals(above.curve(), solution.curve())) {
            return Optional.empty();
        }
        CutFamily sinkSide =
                options.proof() ? ShortCuts.expand(streets, above.sinkSide()) : CutFamily.none(streets.graph.problem);
        return Optional.of(new Solution(
                streets.graph.problem,
                Solution.Claim.EARLIEST_ARRIVAL,
                ShortFlow.expand(streets, solution.flow()),
                solution.curve(),
                sinkSide,
                options.sourceSide() ? ShortCuts.expand(streets, above.sourceSide()) : sinkSide));
    }

    /** Units of each source that arrive: what is shared fairly in both short problems is so in the whole one. */
    private static long[] brought(Solution solution) {
        long[] units = new long[solution.problem().sources().size()];
        solution.flow().departures().forEach(run -> units[run.item()] += run.total());
        return units;
    }

    static Solution solveWhole(FlowProblem problem, Options options) {
        return run(new StepByStep(problem, options), options);
    }

    /** The same answer, found sooner where the ways that units can go are known in part. */
    static Solution solveAlong(FlowProblem problem, Options options, Function<Network, KnownWays> ways) {
        StepByStep steps = new StepByStep(problem, options);
        steps.filler.begin(ways.apply(steps.filler.network));
        return run(steps, options);
    }

    static Solution run(StepByStep steps, Options options) {
        FlowProblem problem = steps.filler.network.problem;
        steps.run();
        Network network = steps.filler.network;
        CutFamily sinkSide = options.proof()
                ? new CutWriter(network, steps.completeFrom()).write(steps.log, CutWriter.neverSinks(problem), 0)
                : CutFamily.none(problem);
        FairSplit.apply(steps.filler, options, new BitSet());
        steps.filler.finish();
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
