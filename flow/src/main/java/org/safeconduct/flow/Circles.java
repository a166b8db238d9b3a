package org.safeconduct.flow;

import java.util.Arrays;
import org.safeconduct.flow.Departure.Leg;

/** Tells ways that come to a node twice. For one problem, one way at a time. */
final class Circles {
    private final FlowProblem problem;
    private final int[] lastSeen;
    private int way;

    Circles(FlowProblem problem) {
        this.problem = problem;
        this.lastSeen = new int[problem.nodes().size()];
        Arrays.fill(lastSeen, -1);
    }

    /** True if the way of a departure comes to a node twice. */
    boolean isIn(Departure departure) {
        way++;
        boolean again = isAgain(problem.sources().get(departure.source()).node());
        for (Leg leg : departure.legs()) {
            again |= isAgain(problem.arcs().get(leg.arc()).head());
        }
        return again;
    }

    private boolean isAgain(int node) {
        boolean again = lastSeen[node] == way;
        lastSeen[node] = way;
        return again;
    }
}
