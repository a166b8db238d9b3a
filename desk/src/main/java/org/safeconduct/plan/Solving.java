package org.safeconduct.plan;

import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.LimitedReception;
import org.safeconduct.flow.Solution;

/** Picks the solver a problem needs: by the deadline where reception is limited, earliest arrival everywhere else. */
final class Solving {

    private Solving() {}

    static Solution solve(FlowProblem problem) {
        return problem.hasLimitedReception() ? LimitedReception.byDeadline(problem) : EarliestArrival.solve(problem);
    }
}
