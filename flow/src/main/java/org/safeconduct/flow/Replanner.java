package org.safeconduct.flow;

import java.util.List;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.Replan.Standing;

/**
 * A solution kept ready for what may happen: each change is answered from the flow under way. First that is repaired, cut by cut, where the change opened a hole. If too many states have
 * to be looked at for that, all who can keep their way are sent along it again, and the rest is solved with what that leaves. Which of the two it is depends on counted states, never on a
 * clock. Made once for a solution; one thread at a time.
 *
 * <pre>
 *   Replanner ready = Replanner.of(solution);      // while nothing has happened
 *   Replan after = ready.at(90, List.of(ArcChange.closed(bridge)), OnClosing.TURN_BACK);
 * </pre>
 */
public final class Replanner {
    private static final Options QUICK =
            Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);

    private final Solution base;
    private final RepairFlow flow;
    private final Repair repair;
    private final RoadFirst roadFirst;
    private final List<Departure> departures;

    private Replanner(Solution base, List<Departure> departures, long allowed) {
        this.base = base;
        this.flow = new RepairFlow(new RepairBase(base));
        UnitsNear near = new UnitsNear(flow);
        this.repair = new Repair(flow, near, allowed);
        this.roadFirst = new RoadFirst(flow, near);
        this.departures = departures;
    }

    /**
     * Lays a solution out for replanning.
     *
     * @throws IllegalArgumentException if sinks are limited in all, or there are more units or states than an int counts: use {@link Replan#of}, which solves anew then
     */
    public static Replanner of(Solution base) {
        if (!RepairBase.suits(base)) {
            throw new IllegalArgumentException(
                    "sinks with limits in all, or too many units or states to be kept ready: use Replan.of");
        }
        List<Departure> departures = Decomposition.of(base);
        return new Replanner(base, departures, FromNothing.states(departures));
    }

    /** A replanner that gives up repairs at once. */
    static Replanner impatient(Solution base) {
        return new Replanner(base, Decomposition.of(base), -1);
    }

    /** The solution that is kept ready. */
    public Solution base() {
        return base;
    }

    /** The best from step {@code tau} on, if some arcs change then. */
    public Replan at(int tau, List<ArcChange> changes, OnClosing rule) {
        Replan.requireKnown(base, tau, changes);
        Remaining rest = new Remaining(base, tau, changes, rule);
        flow.reset(tau);
        repair.reset();
        takeOff(rest, changes);
        int completeFrom = mend();
        if (repair.hasGivenUp()) {
            return Replan.solved(rest, departures);
        }
        roadFirst.apply();
        return Replan.of(rest, new RepairWriter(rest, flow, completeFrom).write());
    }

    private void takeOff(Remaining rest, List<ArcChange> changes) {
        Cancelling cancelling = new Cancelling(flow);
        for (Standing standing : rest.onRoad) {
            flow.come(flow.network.queue[standing.node()], standing.step(), Math.toIntExact(standing.units()));
        }
        for (ArcChange change : changes) {
            Profile now = rest.problem.arcs().get(change.arc()).capacity();
            flow.setCapacity(flow.base.road[change.arc()], bySteps(now));
        }
        for (int arc = 0; arc < rest.turned.length; arc++) {
            if (rest.turned[arc]) {
                turnBack(arc, cancelling);
            }
        }
        for (ArcChange change : changes) {
            cancelling.fit(flow.base.road[change.arc()], flow.tau(), flow.horizon);
        }
        IntList holding = flow.holding();
        for (int i = 0; i < holding.size(); i++) {
            for (int step = flow.tau(); step <= flow.horizon; step++) {
                if (flow.held(holding.get(i), step) > 0) {
                    flow.noteHole(holding.get(i), step);
                }
            }
        }
        for (int source = 0; source < flow.stock.length; source++) {
            if (flow.stock[source] > 0) {
                flow.noteHole(flow.network.nodes + source, 0);
            }
        }
    }

    private int[] bySteps(Profile profile) {
        Timetable timetable = new Timetable(profile, flow.horizon);
        int[] capacity = new int[flow.horizon + 1];
        for (int step = 0; step < capacity.length; step++) {
            capacity[step] = timetable.at(step);
        }
        return capacity;
    }

    private void turnBack(int arc, Cancelling cancelling) {
        Arc road = base.problem().arcs().get(arc);
        int inner = flow.base.road[arc];
        int tail = flow.network.queue[road.tail()];
        for (int step = Math.max(0, flow.tau() - road.transit() + 1); step < flow.tau(); step++) {
            int units = flow.amount(inner, step);
            if (units > 0) {
                cancelling.onward(flow.network.head[inner], step + road.transit(), units);
                if (2L * flow.tau() - step <= flow.horizon) {
                    flow.hold(tail, 2 * flow.tau() - step, units);
                }
            }
        }
    }

    /** Mends cut after cut; returns the step by which all have arrived, or {@link CutFamily#NEVER}. */
    private int mend() {
        long toCome = flow.idle();
        for (int step = flow.tau(); step <= flow.horizon; step++) {
            toCome += arrivals(step);
        }
        for (int step = flow.tau(); step <= flow.horizon && !repair.hasGivenUp(); step++) {
            repair.mend(step, step < flow.horizon ? step + 1 : CutFamily.NEVER);
            toCome -= arrivals(step);
            if (toCome == 0) {
                return step;
            }
        }
        return CutFamily.NEVER;
    }

    private long arrivals(int step) {
        long sum = 0;
        for (int arc : flow.base.arrival) {
            sum += flow.amount(arc, step);
        }
        return sum;
    }

    /** True if a repair can start from a solution; else what remains is solved from nothing. */
    static boolean suits(Solution base) {
        return RepairBase.suits(base);
    }

    static Options quick() {
        return QUICK;
    }
}
