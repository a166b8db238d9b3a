package org.safeconduct.flow;

import java.util.BitSet;
import java.util.List;
import org.safeconduct.flow.Departure.Leg;

/**
 * How many units of each source arrive by the horizon if as many arrive as can, fairly shared: the numbers, without a flow to go with them.
 *
 * <pre>
 *   Brought.of(wider, direct.departures())    // what a little more width somewhere would be worth, source by source
 * </pre>
 *
 * <p>They are those of every fair solution of the problem, whenever its units arrive: which amounts the sources can have brought together does not depend on where and when these arrive, as long as
 * they are the most (linking, Mendelsohn and Dulmage 1958), and of such amounts one is the fairest ({@link FairSplit}). So one may begin with any flow. Where one is known that is nearly the
 * best, few units are left to find a way for, and few to exchange.
 *
 * <p>It finds no flow worth keeping, and proves nothing. Stateless; safe from any thread.
 */
public final class Brought {
    private static final long STATES_PER_WORD = 2;
    private static final long STATES_PER_DEPARTURE = 100;

    private Brought() {}

    /**
     * Units of each source that arrive by the horizon.
     *
     * @param problem without limits on what sinks receive in all
     * @param likely who may leave when, which way, in the numbers of the problem; what is no way there, or has no room, is left out. It changes how soon the answer is found, never the answer
     */
    public static long[] of(FlowProblem problem, List<Departure> likely) {
        Filler filler = filled(problem, likely);
        FairSplit.apply(filler, Options.standard(), new BitSet());
        long[] brought = new long[problem.sources().size()];
        for (int source = 0; source < brought.length; source++) {
            brought[source] = problem.sources().get(source).amount() - (long) filler.flow.stock(source);
        }
        return brought;
    }

    /** The most units that can arrive by the horizon from all sources together: the sum of {@link #of}, found without sharing fairly. */
    static long total(FlowProblem problem, List<Departure> likely) {
        return problem.supply() - filled(problem, likely).flow.allStock();
    }

    /** About what {@link #total} takes: so many states it is worth while to look at to mend a flow that is there. Seen on cities, within a factor of two or three. */
    static long states(Network network, List<Departure> likely) {
        return STATES_PER_WORD * network.words.size() + STATES_PER_DEPARTURE * likely.size();
    }

    private static Filler filled(FlowProblem problem, List<Departure> likely) {
        if (problem.hasLimitedReception()) {
            throw new IllegalArgumentException("a sink has a limit in all: which one is filled matters then");
        }
        Filler filler = new Filler(problem, problem.horizon());
        filler.send(ways(filler.network, likely));
        bringTheRest(filler);
        return filler;
    }

    /** One wave finds all that those who are left cannot reach; the rest is searched. */
    private static void bringTheRest(Filler filler) {
        Network network = filler.network;
        CutLog unread = CutLog.unread();
        filler.countMoves(source -> filler.flow.stock(source) > 0);
        filler.relabelNext();
        filler.relabelIfSlow(network.horizon, source -> filler.flow.stock(source) > 0, wave -> false, unread);
        for (int arrival = 0; arrival <= network.horizon; arrival++) {
            for (int sink = 0; sink < network.end.length && filler.hasUnits(); sink++) {
                filler.fill(sink, arrival, Long.MAX_VALUE, unread);
            }
        }
    }

    private static KnownWays ways(Network network, List<Departure> likely) {
        FlowProblem problem = network.problem;
        InnerWay laid = new InnerWay(problem, network);
        KnownWays ways = new KnownWays(problem.sinks().size(), problem.horizon());
        for (Departure departure : likely) {
            if (isWay(problem, departure)) {
                int duration = laid.lay(departure);
                int way = ways.add(laid.path(departure.source(), duration));
                for (int step = departure.from();
                        step <= departure.to() && step + duration <= problem.horizon();
                        step++) {
                    ways.use(way, departure.sink(), step + duration, departure.amount());
                }
            }
        }
        return ways;
    }

    /** True if the legs lead from the source to the sink, and nobody halts where there is no room. */
    private static boolean isWay(FlowProblem problem, Departure departure) {
        int node = problem.sources().get(departure.source()).node();
        for (Leg leg : departure.legs()) {
            FlowProblem.Arc arc = problem.arcs().get(leg.arc());
            if (arc.tail() != node || !canHalt(problem, node, leg.waitBefore())) {
                return false;
            }
            node = arc.head();
        }
        return node == problem.sinks().get(departure.sink()).node() && canHalt(problem, node, departure.waitAtEnd());
    }

    private static boolean canHalt(FlowProblem problem, int node, int steps) {
        return steps == 0 || (steps > 0 && problem.nodes().get(node).room() > 0);
    }
}
