package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.Path.Move;

/**
 * Takes units that go in a circle out of a flow, the last first, and lets each arrive in its step by another way. What finds no way keeps its own, and is tried again once
 * others have made room. Used once.
 *
 * <p>First only roads that the flow makes use of anyway are looked at, and ways that others were given are tried before any is looked for: far fewer states, fewer
 * different ways on a departure sheet, and nearly as many circles less.
 */
final class Straightening {
    /**
     * Units that arrive at a sink in a step by one way.
     *
     * @param sink number of the sink
     * @param path the way
     * @param arrival the step
     * @param units how many
     */
    private record Trip(int sink, Path path, int arrival, int units) {
        int start() {
            return path.first(arrival);
        }

        Trip by(Path other, int some) {
            return new Trip(sink, other, arrival, some);
        }
    }

    private final FlowProblem problem;
    private final Network network;
    private final ResidualFlow flow;
    private final InnerWay way;
    private final Map<Long, List<Path>> known = new HashMap<>();
    private final List<Trip> direct = new ArrayList<>();

    private Straightening(FlowProblem problem, FlowOverTime flow) {
        this.problem = problem;
        this.network = new Network(problem);
        this.flow = new ResidualFlow(network);
        this.way = new InnerWay(problem, network);
        load(flow);
    }

    /** The same flow with fewer circles. */
    static DirectWays of(DirectWays told) {
        return new Straightening(told.problem(), told.flow()).run(told.departures());
    }

    private DirectWays run(List<Departure> told) {
        Circles circles = new Circles(problem);
        List<Departure> departures = new ArrayList<>();
        List<Trip> circling = new ArrayList<>();
        for (Departure departure : told) {
            if (circles.isIn(departure)) {
                addTrips(departure, circling);
            } else {
                departures.add(departure);
            }
        }
        circling.sort(Comparator.comparingInt(Trip::start).reversed());
        List<Trip> left = redirect(circling, new DirectSearch(network, flow, false));
        left = redirect(left, new DirectSearch(network, flow, true));
        tell(left, departures);
        tell(direct, departures);
        departures.sort(Decomposition.ORDER);
        return new DirectWays(problem, FlowWriter.write(network, flow), departures);
    }

    // ---- the flow as it is ------------------------------------------------------------------------------------

    private void load(FlowOverTime from) {
        for (Run run : from.departures()) {
            for (int step = run.from(); step <= run.to(); step++) {
                flow.depart(run.item(), step, run.amount());
            }
        }
        for (Run run : from.moves()) {
            load(way.road[run.item()], run);
            pass(problem.arcs().get(run.item()).tail(), run);
        }
        for (Run run : from.waits()) {
            load(way.wait[run.item()], run);
        }
        for (Run run : from.arrivals()) {
            load(way.arrival[run.item()], run);
            pass(problem.sinks().get(run.item()).node(), run);
        }
    }

    private void pass(int node, Run run) {
        if (way.throughput[node] >= 0) {
            load(way.throughput[node], run);
        }
    }

    private void load(int arc, Run run) {
        for (int step = run.from(); step <= run.to(); step++) {
            flow.add(arc, step, run.amount());
        }
    }

    private void addTrips(Departure departure, List<Trip> trips) {
        int duration = way.lay(departure);
        Path path = way.path(departure.source(), duration);
        for (int step = departure.from(); step <= departure.to(); step++) {
            trips.add(new Trip(departure.sink(), path, step + duration, departure.amount()));
        }
    }

    // ---- other ways -------------------------------------------------------------------------------------------

    /** Gives trips another way where there is one; returns those that keep theirs. */
    private List<Trip> redirect(List<Trip> trips, DirectSearch search) {
        List<Trip> left = new ArrayList<>();
        for (Trip trip : trips) {
            int units = redirect(trip, search);
            if (units > 0) {
                left.add(trip.by(trip.path(), units));
            }
        }
        return left;
    }

    /** Returns how many units keep their way: there is still room on it for these, since each of the others takes no more of it than it left. */
    private int redirect(Trip trip, DirectSearch search) {
        trip.path().push(flow, trip.arrival(), -trip.units());
        int left = trip.units();
        while (left > 0) {
            Path path = find(trip, search);
            if (path == null) {
                trip.path().push(flow, trip.arrival(), left);
                return left;
            }
            int units = Math.min(left, path.room(flow, network, trip.arrival()));
            path.push(flow, trip.arrival(), units);
            direct.add(trip.by(path, units));
            left -= units;
        }
        return left;
    }

    private @Nullable Path find(Trip trip, DirectSearch search) {
        List<Path> paths = known.computeIfAbsent(key(trip), any -> new ArrayList<>());
        for (int i = 0; i < paths.size() && paths.get(i).first(trip.arrival()) >= trip.start(); i++) {
            if (paths.get(i).room(flow, network, trip.arrival()) > 0) {
                return paths.get(i);
            }
        }
        Path path = search.find(trip.path().source(), trip.sink(), trip.arrival(), trip.start());
        if (path != null) {
            paths.add(path);
            paths.sort(Comparator.comparingInt((Path one) -> one.first(0)).reversed());
        }
        return path;
    }

    private static long key(Trip trip) {
        return (long) trip.path().source() << 32 | trip.sink();
    }

    // ---- telling ----------------------------------------------------------------------------------------------

    /** Adds trips as departures: one for each way and each run of steps in which as many take it. */
    private void tell(List<Trip> trips, List<Departure> departures) {
        Map<Path, TreeMap<Integer, Integer>> byPath = new LinkedHashMap<>();
        for (Trip trip : trips) {
            byPath.computeIfAbsent(trip.path(), path -> new TreeMap<>())
                    .merge(trip.start(), trip.units(), Integer::sum);
        }
        byPath.forEach((path, starts) -> {
            Departure way = told(path);
            int first = -1;
            int last = -1;
            int amount = 0;
            for (Map.Entry<Integer, Integer> start : starts.entrySet()) {
                if (start.getKey() != last + 1 || start.getValue() != amount) {
                    addRun(way, first, last, amount, departures);
                    first = start.getKey();
                    amount = start.getValue();
                }
                last = start.getKey();
            }
            addRun(way, first, last, amount, departures);
        });
    }

    private static void addRun(Departure way, int from, int to, int amount, List<Departure> departures) {
        if (amount > 0) {
            departures.add(new Departure(way.source(), way.sink(), from, to, amount, way.legs(), way.waitAtEnd()));
        }
    }

    /** A departure of one unit by a way. */
    private Departure told(Path path) {
        List<Leg> legs = new ArrayList<>();
        int waited = 0;
        int sink = -1;
        for (int i = 0; i < path.length(); i++) {
            int arc = Move.arc(path.move(i));
            switch (network.kind(arc)) {
                case ROAD -> {
                    legs.add(new Leg(waited, network.item(arc)));
                    waited = 0;
                }
                case WAIT -> waited++;
                case THROUGHPUT -> {}
                case ARRIVAL -> sink = network.item(arc);
            }
        }
        return new Departure(path.source(), sink, 0, 0, 1, legs, waited);
    }
}
