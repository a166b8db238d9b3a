package org.safeconduct.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Network.Kind;
import org.safeconduct.flow.Path.Move;

/** How everybody was to go on when arcs changed: the ways of a solution from the change on, in the network of what remains. Those who turned back have none. Used once. */
final class WaysOn {
    private static final int NONE = -1;

    private final Remaining rest;
    private final Network network;
    private final FlowProblem before;
    private final int tau;
    private final InnerWay laid;
    private final Map<Integer, Integer> entries = new HashMap<>();
    private final KnownWays known;

    private WaysOn(Remaining rest, Network network) {
        this.rest = rest;
        this.network = network;
        this.before = rest.base.problem();
        this.tau = rest.tau;
        this.laid = new InnerWay(before, network);
        for (int entry = 0; entry < rest.entered.size(); entry++) {
            entries.put(rest.entered.get(entry), entry);
        }
        this.known = new KnownWays(laid.arrival.length, before.horizon());
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
        int duration = laid.lay(departure);
        if (departure.to() + duration < tau) {
            return;
        }
        addFromRoad(departure, duration);
        int first = Math.max(departure.from(), tau);
        if (first <= departure.to()) {
            int way = known.add(laid.path(departure.source(), duration));
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
            while (step + laid.steps.get(next) < tau) {
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
        int arc = laid.arcs.get(move);
        boolean turns = network.kind(arc) == Kind.ROAD && rest.turned[network.item(arc)];
        return turns && departed + laid.steps.get(move) + network.transit[arc] > tau;
    }

    /** The way from where the move before {@code next} leads to, by the entry there. */
    private Path fromRoad(int next, int duration) {
        int arc = laid.arcs.get(next - 1);
        int item = network.item(arc);
        int node = network.kind(arc) == Kind.ROAD ? before.arcs().get(item).head() : item;
        int entry = entries.getOrDefault(node, NONE);
        int source = before.sources().size() + entry;
        int entryArc = laid.road[before.arcs().size() + entry];
        return path(source, entryArc, next, duration);
    }

    private Path path(int source, int entryArc, int first, int duration) {
        int[] moves = new int[laid.arcs.size() - first + 1];
        int[] offsets = new int[moves.length + 1];
        int before = laid.arcs.get(first - 1);
        moves[0] = Move.along(entryArc);
        offsets[0] = laid.steps.get(first - 1) + network.transit[before] - 1 - duration;
        for (int i = 1; i < moves.length; i++) {
            moves[i] = Move.along(laid.arcs.get(first + i - 1));
            offsets[i] = laid.steps.get(first + i - 1) - duration;
        }
        return new Path(source, moves, offsets);
    }
}
