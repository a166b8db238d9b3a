package org.safeconduct.flow;

import java.util.List;

/**
 * A flow under way, made the best again when arcs change: the past stays as it was, what is on the road is respected, and the arrivals from the change on are
 * the most there can be by every step.
 *
 * <pre>
 *   Replan after = Replan.of(solution, 90, List.of(ArcChange.closed(bridge)), OnClosing.TURN_BACK);
 *   after.curve()       // arrivals by each step, before and after
 *   after.stranded()    // who is on the road and cannot arrive in time, where and when
 *   FlowChecker.verify(after.remaining(), List.of(Layer.only(after.remaining(), after.solution().flow())),
 *           after.solution().curve(), after.solution().sinkSide())      // empty: nothing brings more from step 90 on
 * </pre>
 *
 * <p>Frozen is whatever entered an arc, waited or arrived in a step before {@code tau}. Who is on an arc then is at its head when planned, or, on an arc that
 * closes, turns back ({@link OnClosing}). At a node they must go on in the step in which they reach it, or wait where the node has room; there is no other
 * place to wait. Whoever cannot so get to a sink by the horizon is stranded; no more are than must be for the arrivals to be the most. Sources still wait
 * outside without limit.
 *
 * @param base the solution that was under way
 * @param tau the first step that can still be decided
 * @param remaining what is left to solve, in the same steps: nodes, arcs, sources and sinks with their old numbers; after them an entry for each node that someone is on the way to
 * @param solution the flow from {@code tau} on, with its proof
 * @param arrivedBefore arrivals in the steps before {@code tau}
 * @param onRoad who was under way, by where and when they are next at a node
 * @param turnedBack who turned on a closing arc, by where and when they are back at a node
 * @param stranded who was under way and does not arrive, by where and when they are next at a node; the step may lie after the horizon
 * @param curve arrivals by each step 0 … horizon
 */
public record Replan(
        Solution base,
        int tau,
        FlowProblem remaining,
        Solution solution,
        long arrivedBefore,
        List<Standing> onRoad,
        List<Standing> turnedBack,
        List<Standing> stranded,
        long[] curve) {

    /** Whoever is on the road goes before whoever is not; within these as it falls. */
    private static final Options BY_RANK =
            Options.standard().withSplit(Options.Split.BY_RANK).withSourceSide(false);

    /** Units that are at a node in a step. */
    public record Standing(int node, int step, long units) {}

    public Replan {
        onRoad = List.copyOf(onRoad);
        turnedBack = List.copyOf(turnedBack);
        stranded = List.copyOf(stranded);
        curve = curve.clone();
    }

    /** The best from step {@code tau} on, if some arcs change then. */
    public static Replan of(Solution base, int tau, List<ArcChange> changes, OnClosing rule) {
        requireKnown(base, tau, changes);
        return Replanner.suits(base) ? Replanner.of(base).at(tau, changes, rule) : cold(base, tau, changes, rule);
    }

    /** The same, from nothing but the remaining problem: what {@link #of} is compared with. */
    static Replan cold(Solution base, int tau, List<ArcChange> changes, OnClosing rule) {
        requireKnown(base, tau, changes);
        return solved(new Remaining(base, tau, changes, rule));
    }

    /** Solves what remains from nothing; by rank, so that whoever is on the road goes before whoever is not. */
    static Replan solved(Remaining rest) {
        return of(
                rest,
                rest.problem.hasLimitedReception()
                        ? LimitedReception.byDeadline(rest.problem, BY_RANK)
                        : EarliestArrival.solve(rest.problem, BY_RANK));
    }

    /** The same, with the ways of the base tried first. */
    static Replan solved(Remaining rest, List<Departure> departures) {
        return of(
                rest,
                EarliestArrival.solveAlong(rest.problem, BY_RANK, network -> WaysOn.of(departures, rest, network)));
    }

    static Replan of(Remaining rest, Solution solution) {
        return new Replan(
                rest.base,
                rest.tau,
                rest.problem,
                solution,
                rest.arrivedBefore,
                rest.onRoad,
                rest.turnedBack,
                rest.stranded(solution),
                rest.curve(solution));
    }

    static void requireKnown(Solution base, int tau, List<ArcChange> changes) {
        if (tau < 0 || tau > base.problem().horizon()) {
            throw new IllegalArgumentException("step " + tau + ": give a step from 0 to the horizon "
                    + base.problem().horizon());
        }
        int arcs = base.problem().arcs().size();
        for (ArcChange change : changes) {
            if (change.arc() < 0 || change.arc() >= arcs) {
                throw new IllegalArgumentException(
                        "arc " + change.arc() + ": give an arc of the problem, 0 to " + (arcs - 1));
            }
        }
    }
}
