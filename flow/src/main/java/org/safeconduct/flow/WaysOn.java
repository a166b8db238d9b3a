package org.safeconduct.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.Network.Kind;
import org.safeconduct.flow.Path.Move;

/** How everybody was to go on when arcs changed: the ways of a solution from the change on, in the network of what remains. Those who turned back have none. Used once. */
final class WaysOn {
    private static final int NONE = -1;

    private final Remaining rest;
    private final Network network;
    private final FlowProblem before;
    private final int tau;
    private final int[] road;
    private final int[] wait;
    private final int[] throughput;
    private final int[] arrival;
    private final Map<Integer, Integer> entries = new HashMap<>();
    private final KnownWays known;
    private final IntList arcs = new IntList();
    private final IntList steps = new IntList();

    private WaysOn(Remaining rest, Network network) {
        this.rest = rest;
        this.network = network;
        this.before = rest.base.problem();
        this.tau = rest.tau;
        this.road = network.innerArcs(Kind.ROAD, rest.problem.arcs().size());
        this.wait = network.innerArcs(Kind.WAIT, rest.problem.nodes().size());
        this.throughput = network.innerArcs(Kind.THROUGHPUT, wait.length);
        this.arrival = network.innerArcs(Kind.ARRIVAL, before.sinks().size());
        for (int entry = 0; entry < rest.entered.size(); entry++) {
            entries.put(rest.entered.get(entry), entry);
        }
        this.known = new KnownWays(arrival.length, before.horizon());
    }

    /** The ways on of some departures in the network of what remains. */
    static KnownWays of(List<Departure> departures, Remaining rest, Network network) {
        WaysOn ways = new WaysOn(rest, network);
        for (Departure departure : departures) {
            ways.add(departure);
        }
        return ways.known;
    }

    private void add(Departure departure) {
        int duration = duration(departure);
        if (departure.to() + duration < tau) {
            return;
        }
        lay(departure);
        addFromRoad(departure, duration);
        int first = Math.max(departure.from(), tau);
        if (first <= departure.to()) {
            int way = known.add(path(departure.source(), -1, 0, duration));
            for (int step = first; step <= departure.to(); step++) {
                known.use(way, departure.sink(), step + duration, departure.amount());
            }
        }
    }

    /** Those who left before the change and arrive after it, the last first: so each is farther on their way. */
    private void addFromRoad(Departure departure, int duration) {
        int next = 0;
        int way = NONE;
        for (int step = Math.min(departure.to(), tau - 1); step >= Math.max(departure.from(), tau - duration); step--) {
            int before = next;
            while (step + steps.get(next) < tau) {
                next++;
            }
            way = next == before ? way : NONE;
            if (!hasTurned(next - 1, step)) {
                way = way == NONE ? known.add(fromRoad(next, duration)) : way;
                known.use(way, departure.sink(), step + duration, departure.amount());
            }
        }
    }

    private boolean hasTurned(int move, int departed) {
        int arc = arcs.get(move);
        boolean turns = network.kind(arc) == Kind.ROAD && rest.turned[network.item(arc)];
        return turns && departed + steps.get(move) + network.transit[arc] > tau;
    }

    /** The way from where the move before {@code next} leads to, by the entry there. */
    private Path fromRoad(int next, int duration) {
        int arc = arcs.get(next - 1);
        int item = network.item(arc);
        int node = network.kind(arc) == Kind.ROAD ? before.arcs().get(item).head() : item;
        int entry = entries.getOrDefault(node, NONE);
        int source = before.sources().size() + entry;
        int entryArc = road[before.arcs().size() + entry];
        return path(source, entryArc, next, duration);
    }

    private Path path(int source, int entryArc, int first, int duration) {
        int more = entryArc < 0 ? 0 : 1;
        int[] moves = new int[arcs.size() - first + more];
        int[] offsets = new int[moves.length + 1];
        if (more > 0) {
            moves[0] = Move.along(entryArc);
            offsets[0] = steps.get(first - 1) + network.transit[arcs.get(first - 1)] - 1 - duration;
        }
        for (int i = more; i < moves.length; i++) {
            moves[i] = Move.along(arcs.get(first + i - more));
            offsets[i] = steps.get(first + i - more) - duration;
        }
        return new Path(source, moves, offsets);
    }

    private int duration(Departure departure) {
        int steps = departure.waitAtEnd();
        for (Leg leg : departure.legs()) {
            steps += leg.waitBefore() + before.arcs().get(leg.arc()).transit();
        }
        return steps;
    }

    /** Lays out the inner arcs of a way, each with the step in which it is entered, counted from the departure. */
    private void lay(Departure departure) {
        arcs.clear();
        steps.clear();
        int node = before.sources().get(departure.source()).node();
        int step = 0;
        for (Leg leg : departure.legs()) {
            step = layHalt(node, step, leg.waitBefore());
            put(road[leg.arc()], step);
            Arc arc = before.arcs().get(leg.arc());
            step += arc.transit();
            node = arc.head();
        }
        step = layHalt(node, step, departure.waitAtEnd());
        put(arrival[departure.sink()], step);
    }

    private int layHalt(int node, int from, int wait) {
        for (int step = from; step < from + wait; step++) {
            put(this.wait[node], step);
        }
        if (throughput[node] >= 0) {
            put(throughput[node], from + wait);
        }
        return from + wait;
    }

    private void put(int arc, int step) {
        arcs.add(arc);
        steps.add(step);
    }
}
