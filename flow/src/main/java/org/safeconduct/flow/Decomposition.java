package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Departure.Leg;

/**
 * Tells a flow as departures: who leaves when, which way, with which halts, to which sink.
 *
 * <p>A flow can be told in many ways. This one goes through the departures in order of steps; it first repeats the routes of the step before, as far as the flow
 * allows, then finds new ones, each time along the road on which most moves. Who waits leaves before those that come later where
 * the flow lets them. All units are told, each once. Used once.
 */
public final class Decomposition {

    /** A way from a source to a sink. */
    private record Route(int sink, List<Leg> legs, int waitAtEnd) {}

    /** By sources, then first steps. */
    static final Comparator<Departure> ORDER = Comparator.comparingInt(Departure::source)
            .thenComparingInt(Departure::from)
            .thenComparingInt(Departure::sink);

    private final FlowProblem problem;
    private final Amounts departures;
    private final Amounts moves;
    private final Amounts waits;
    private final Amounts arrivals;
    private final List<List<Integer>> roadsFrom = new ArrayList<>();
    private final List<List<Integer>> sinksAt = new ArrayList<>();
    private final List<Departure> told = new ArrayList<>();

    private Decomposition(FlowProblem problem, FlowOverTime flow) {
        this.problem = problem;
        this.departures = new Amounts(problem.sources().size(), flow.departures());
        this.moves = new Amounts(problem.arcs().size(), flow.moves());
        this.waits = new Amounts(problem.nodes().size(), flow.waits());
        this.arrivals = new Amounts(problem.sinks().size(), flow.arrivals());
        for (int node = 0; node < problem.nodes().size(); node++) {
            roadsFrom.add(new ArrayList<>(0));
            sinksAt.add(new ArrayList<>(0));
        }
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            if (!moves.isEmpty(arc)) {
                roadsFrom.get(problem.arcs().get(arc).tail()).add(arc);
            }
        }
        for (int sink = 0; sink < problem.sinks().size(); sink++) {
            sinksAt.get(problem.sinks().get(sink).node()).add(sink);
        }
    }

    /** The departures of a solution, in order of sources, then of first steps. */
    public static List<Departure> of(Solution solution) {
        return of(solution.problem(), solution.flow());
    }

    /** The departures of a flow, in order of sources, then of first steps. */
    public static List<Departure> of(FlowProblem problem, FlowOverTime flow) {
        Decomposition decomposition = new Decomposition(problem, flow);
        decomposition.run();
        List<Departure> told = decomposition.told;
        told.sort(ORDER);
        return List.copyOf(told);
    }

    private void run() {
        int sources = problem.sources().size();
        List<Map<Route, Departure>> open = new ArrayList<>();
        for (int source = 0; source < sources; source++) {
            open.add(new LinkedHashMap<>());
        }
        for (int step = 0; step <= problem.horizon(); step++) {
            for (int source = 0; source < sources; source++) {
                Map<Route, Departure> before = open.get(source);
                if (departures.at(source, step) > 0 || !before.isEmpty()) {
                    open.set(source, merge(source, step, before, depart(source, step, before)));
                }
            }
        }
        open.forEach(last -> told.addAll(last.values()));
    }

    /** What departs from a source in a step, by route. */
    private Map<Route, Long> depart(int source, int step, Map<Route, Departure> before) {
        Map<Route, Long> parts = new LinkedHashMap<>();
        before.forEach((route, last) -> send(source, step, route, last.amount(), parts));
        before.forEach((route, last) -> send(source, step, route, Long.MAX_VALUE, parts));
        while (departures.at(source, step) > 0) {
            send(source, step, find(source, step), Long.MAX_VALUE, parts);
        }
        return parts;
    }

    private void send(int source, int step, Route route, long most, Map<Route, Long> parts) {
        long units = Math.min(most, departures.at(source, step));
        units = Math.min(units, Integer.MAX_VALUE - parts.getOrDefault(route, 0L));
        Walk room = new Walk(units, false);
        units = room.along(problem.sources().get(source).node(), step, route);
        if (units > 0) {
            new Walk(units, true).along(problem.sources().get(source).node(), step, route);
            departures.take(source, step, units);
            parts.merge(route, units, Long::sum);
        }
    }

    private Map<Route, Departure> merge(int source, int step, Map<Route, Departure> before, Map<Route, Long> parts) {
        Map<Route, Departure> now = new LinkedHashMap<>();
        parts.forEach((route, units) -> {
            Departure last = before.get(route);
            int from = last != null && last.amount() == units ? last.from() : step;
            now.put(
                    route,
                    new Departure(source, route.sink(), from, step, units.intValue(), route.legs(), route.waitAtEnd()));
        });
        before.forEach((route, last) -> {
            Departure next = now.get(route);
            if (next == null || next.from() != last.from()) {
                told.add(last);
            }
        });
        return now;
    }

    /** A walk along a route: measures how many units of those wanted can follow it, or takes them out of the flow. */
    private final class Walk {
        private final boolean takes;
        private long units;

        Walk(long units, boolean takes) {
            this.units = units;
            this.takes = takes;
        }

        long along(int start, int departure, Route route) {
            int node = start;
            int step = departure;
            for (Leg leg : route.legs()) {
                step = waitAt(node, step, leg.waitBefore());
                pass(moves, leg.arc(), step);
                step += problem.arcs().get(leg.arc()).transit();
                node = problem.arcs().get(leg.arc()).head();
            }
            step = waitAt(node, step, route.waitAtEnd());
            pass(arrivals, route.sink(), step);
            return units;
        }

        private int waitAt(int node, int from, int steps) {
            for (int step = from; step < from + steps; step++) {
                pass(waits, node, step);
            }
            return from + steps;
        }

        private void pass(Amounts amounts, int item, int step) {
            units = Math.min(units, amounts.at(item, step));
            if (takes) {
                amounts.take(item, step, units);
            }
        }
    }

    /** A route that at least one unit follows which departs from a source in a step. */
    private Route find(int source, int departure) {
        int node = problem.sources().get(source).node();
        List<Leg> legs = new ArrayList<>();
        int waited = 0;
        for (int step = departure; step <= problem.horizon(); ) {
            int now = step;
            for (int sink : sinksAt.get(node)) {
                if (arrivals.at(sink, now) > 0) {
                    return new Route(sink, List.copyOf(legs), waited);
                }
            }
            int road = busiestRoad(node, now);
            if (road >= 0) {
                legs.add(new Leg(waited, road));
                waited = 0;
                step += problem.arcs().get(road).transit();
                node = problem.arcs().get(road).head();
            } else if (waits.at(node, now) > 0) {
                waited++;
                step++;
            } else {
                break;
            }
        }
        throw new IllegalArgumentException("units that depart from source " + source + " in step " + departure
                + " end nowhere: give a flow that is carried on at every node");
    }

    private int busiestRoad(int node, int step) {
        int best = -1;
        for (int road : roadsFrom.get(node)) {
            long units = moves.at(road, step);
            if (units > 0 && (best < 0 || units > moves.at(best, step))) {
                best = road;
            }
        }
        return best;
    }
}
