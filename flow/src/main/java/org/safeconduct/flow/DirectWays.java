package org.safeconduct.flow;

import java.util.List;

/**
 * A flow without needless circles: the same arrivals, by ways that come to no node twice where there are such.
 *
 * <p>Whole units in whole steps pass two roads in a row at the full rate of both only where the beats of these agree, and on the road nobody waits. So a flow that is the best in arrivals lets some units pass the time:
 * round a block, or back and forth. Here they leave home later instead, or go another way.
 *
 * <pre>
 *   DirectWays direct = DirectWays.of(solution.problem(), solution.flow());
 *   direct.flow()          // as many arrive at every sink in every step; nobody leaves sooner than before
 *   direct.departures()    // the same flow, told: who leaves when, which way
 *   direct.circling()      // units whose circles have to stay
 * </pre>
 *
 * <p>Every source sends as many units as before, to the same ends. Take the departures from here: {@link Decomposition} may tell the same flow with circles, since units that
 * meet can be told with each other's way on. Ways without a circle are left alone, be they longer than they need to be. A circle may stay although another flow would have none: one
 * unit after the other is given another way over what all others leave, and no other is asked to move for it.
 *
 * @param problem what the flow is a flow of
 * @param flow the flow
 * @param departures the flow told, in order of sources, then of first steps
 */
public record DirectWays(FlowProblem problem, FlowOverTime flow, List<Departure> departures) {

    public DirectWays {
        departures = List.copyOf(departures);
    }

    /** A flow with as few circles as can be found quickly; the flow itself if it has none. */
    public static DirectWays of(FlowProblem problem, FlowOverTime flow) {
        DirectWays told = new DirectWays(problem, flow, Decomposition.of(problem, flow));
        return told.circling() == 0 || problem.supply() >= FlowProblem.UNLIMITED ? told : Straightening.of(told);
    }

    /** Units that come to a node twice; waiting there is no circle. */
    public long circling() {
        Circles circles = new Circles(problem);
        return departures.stream()
                .filter(circles::isIn)
                .mapToLong(Departure::total)
                .sum();
    }
}
