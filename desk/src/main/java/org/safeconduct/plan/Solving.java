package org.safeconduct.plan;

import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.LimitedReception;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Solution;

/** Picks the solver a problem needs: by the deadline where reception is limited, earliest arrival everywhere else. */
final class Solving {

    private Solving() {}

    /** For a plan: a fair share for everyone, and nobody sent round a block who can leave later instead. Bounds prove what it is worth, so it needs no cuts of its own. */
    static DirectWays solve(FlowProblem problem) {
        return DirectWays.of(problem, flow(problem).flow());
    }

    /** The flow that a plan's comes from: the same arrivals, some of them by circles. */
    static Solution flow(FlowProblem problem) {
        return solve(problem, Options.standard().withoutProof());
    }

    /** For a plan whose own problem is that of its bound: a fair share for everyone, and the proof. */
    static Solution proven(FlowProblem problem) {
        return solve(problem, Options.standard());
    }

    /** For a bound: whose units they are does not matter, where the cuts lie does. */
    static Solution bound(FlowProblem problem) {
        return solve(problem, Options.standard().withSplit(Options.Split.ANY));
    }

    /** For a bound on what can be out by the end, whatever beat the traffic keeps: only one last cut is kept, and no flow, since it was found with vehicles in parts. */
    static Solution boundAtEnd(FlowProblem problem) {
        Options options = Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);
        return LastCut.of(solve(InParts.of(problem), options), problem);
    }

    private static Solution solve(FlowProblem problem, Options options) {
        return problem.hasLimitedReception()
                ? LimitedReception.byDeadline(problem, options)
                : EarliestArrival.solve(problem, options);
    }
}
