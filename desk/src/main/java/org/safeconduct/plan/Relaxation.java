package org.safeconduct.plan;

import java.util.List;
import java.util.function.Function;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;

/**
 * Upper bounds on people out by each step, for any plan whatever: each is the optimum of a simpler problem that every plan is also a solution of.
 *
 * <ul>
 *   <li><b>Each alone</b>: every class has the roads and the reception to itself; the sums bound the sum. How many a destination takes in altogether counts at the last step only,
 *       since with such limits no curve need be best at every step.
 *   <li><b>Slots × best vehicle</b>: all vehicles are alike and may end anywhere; the slots they get are filled with the fullest vehicles first.
 *   <li><b>Fleet cycles</b>: in both, a fleet has no more lifts than its vehicles could drive on an empty road.
 * </ul>
 *
 * Where there is one class the bound is the optimum itself. Inbound aid, and reception where all vehicles are alike, are left out: leaving out a limit only raises a bound. Where every
 * destination states how many it takes in, their sum is a bound too.
 *
 * @param name the binding one at the end, in words
 * @param curve most people that can be out by each step
 * @param kinds the vehicles it was worked out for, the fullest first
 * @param alone the earliest-arrival solution of each kind alone
 * @param limited the most by the end of each kind alone, totals of reception counted; empty if no destination has one
 * @param together the earliest-arrival solution of all vehicles together: its cut is the bottleneck
 * @param people who have not arrived before
 * @param receptionCap most people all destinations together take in after that; −1 if one of them states no limit
 * @param step first step that can still be decided
 * @param arrived people who arrived before
 */
record Relaxation(
        String name,
        long[] curve,
        List<Kind> kinds,
        List<Solution> alone,
        List<Solution> limited,
        Solution together,
        long people,
        long receptionCap,
        int step,
        long arrived) {

    /**
     * Vehicles that carry the same number of people and may end at the same places.
     *
     * @param perVehicle people in a full one
     * @param people who could be in them, all together
     * @param sources where and when they can set out
     * @param sinks where they may end, with what the place takes in, in vehicles
     */
    record Kind(double perVehicle, long people, List<FlowProblem.Source> sources, List<FlowProblem.Sink> sinks) {
        long vehicles() {
            return sources.stream().mapToLong(FlowProblem.Source::amount).sum();
        }
    }

    /** Bounds on every plan that begins as a run did, on the same roads. */
    static Relaxation of(CaseRun run) {
        return of(run, run.network(), new SameRoads(run.network()));
    }

    /**
     * The same on other roads.
     *
     * @param where where those under way are on these
     */
    static Relaxation of(CaseRun run, RoadNetwork network, Kinds.Where where) {
        Start start = run.start();
        List<Kind> kinds = Kinds.of(network, start, where);
        // Of the outer roads only the end is told; on streets their cuts for every step would fill most of the file.
        Function<FlowProblem, Solution> solving = network == run.network() ? Solving::bound : Solving::boundAtEnd;
        FlowProblem all = together(network, kinds);
        Solution together = run.proof()
                .filter(proof -> isSame(proof.problem(), all))
                .map(proof -> new Solution(
                        all, proof.claim(), proof.flow(), proof.curve(), proof.sinkSide(), proof.sourceSide()))
                .orElseGet(() -> solving.apply(all));
        List<Solution> alone = kinds.stream()
                .map(kind -> alone(network, kind, together, kinds.size(), solving))
                .toList();
        boolean hasTotals = kinds.stream()
                .flatMap(kind -> kind.sinks().stream())
                .anyMatch(sink -> sink.limit() != FlowProblem.UNLIMITED);
        List<Solution> limited = hasTotals
                ? kinds.stream()
                        .map(kind -> solving.apply(alone(network, kind, true)))
                        .toList()
                : List.of();
        long arrived = run.arrivedBefore();
        long cap = receptionCap(network, arrived);
        List<long[]> curves = alone.stream().map(Solution::curve).toList();
        long[] curve = bound(kinds, curves, together.curve(), taken(cap, start.people()));
        int end = curve.length - 1;
        curve[end] = Math.min(
                curve[end],
                hasTotals
                        ? sumAlone(kinds, limited.stream().map(Solution::curve).toList(), end)
                        : curve[end]);
        String name = name(kinds, curves, together, curve);
        int from = where.step(start.step());
        long[] past = network == run.network() ? run.curve() : new long[0];
        for (int k = 0; k < curve.length; k++) {
            curve[k] = k >= from ? arrived + curve[k] : k < past.length ? past[k] : arrived;
        }
        return new Relaxation(name, curve, kinds, alone, limited, together, start.people(), cap, from, arrived);
    }

    /**
     * The bound by slots × best vehicle alone, on roads as they are in the morning.
     *
     * @param together the earliest-arrival solution of all vehicles together
     */
    record Alike(Solution together, List<Kind> kinds, long people) {

        static Alike of(RoadNetwork network, Start start) {
            List<Kind> kinds = Kinds.of(network, start, new SameRoads(network));
            return new Alike(
                    Solving.bound(Relaxation.together(network, kinds)),
                    kinds,
                    taken(receptionCap(network, 0), start.people()));
        }

        /** Most people in so many of these vehicles. */
        long peopleIn(long vehicles) {
            return Math.min(people, fill(kinds, vehicles));
        }
    }

    /** The bound at each step: the least of each alone, slots × best vehicle, and {@code cap}. The checker works it out by a rule of its own. */
    private static long[] bound(List<Kind> kinds, List<long[]> alone, long[] together, long cap) {
        long[] curve = new long[together.length];
        for (int k = 0; k < curve.length; k++) {
            curve[k] = Math.min(cap, Math.min(sumAlone(kinds, alone, k), fill(kinds, together[k])));
        }
        return curve;
    }

    private static long sumAlone(List<Kind> kinds, List<long[]> alone, int step) {
        long sum = 0;
        for (int i = 0; i < kinds.size(); i++) {
            sum += fill(List.of(kinds.get(i)), alone.get(i)[step]);
        }
        return sum;
    }

    private static String name(List<Kind> kinds, List<long[]> alone, Solution together, long[] curve) {
        int end = curve.length - 1;
        long slots = fill(kinds, together.delivered());
        long sum = sumAlone(kinds, alone, end);
        if (curve[end] < slots && curve[end] < sum) {
            return "reception, or the number of people";
        }
        if (kinds.size() <= 1) {
            return "one kind of vehicle alone on the road";
        }
        return slots < sum
                ? "slots on the road × the fullest vehicles"
                : "each kind of vehicle alone on the road, fleets at their quickest cycle";
    }

    /** People at most, if destinations together take in {@code cap}; −1 if one of them states no limit. */
    private static long taken(long cap, long people) {
        return cap < 0 ? people : Math.min(cap, people);
    }

    private static long receptionCap(RoadNetwork network, long arrived) {
        long cap = 0;
        for (String id : network.version().destinations()) {
            var destination = network.scenario().getDestination(id);
            if (destination.reception().isEmpty()) {
                return -1;
            }
            cap += Math.round(network.numbers().most(destination.reception().get()));
        }
        return Math.max(0, cap - arrived);
    }

    /** The solutions whose cuts bind at the end: of all vehicles together, or of each kind alone. */
    List<Solution> binding() {
        long sum = sumAlone(kinds, alone.stream().map(Solution::curve).toList(), curve.length - 1);
        if (end() - arrived < sum && !limited.isEmpty()) {
            return limited;
        }
        return fill(kinds, together.delivered()) <= sum ? List.of(together) : alone;
    }

    long end() {
        return curve[curve.length - 1];
    }

    /**
     * Most people in {@code vehicles} vehicles of kinds listed fullest first, no kind beyond its people. Vehicles are divisible here: the half-empty last one of a kind would
     * otherwise keep a full one of the next out of the count, and the figure would bound nothing.
     */
    private static long fill(List<Kind> kinds, long vehicles) {
        double people = 0;
        double left = vehicles;
        for (Kind kind : kinds) {
            double taken = Math.min(left, Math.min((double) kind.vehicles(), kind.people() / kind.perVehicle()));
            people += taken * kind.perVehicle();
            left -= taken;
        }
        return (long) Math.floor(people + 1e-6);
    }

    /** One kind alone; where it is the only one and nothing limits where it ends, that is what all together are. */
    private static Solution alone(
            RoadNetwork network, Kind kind, Solution together, int kinds, Function<FlowProblem, Solution> solving) {
        FlowProblem problem = alone(network, kind, false);
        return kinds == 1 && problem.sinks().equals(together.problem().sinks()) ? together : solving.apply(problem);
    }

    private static FlowProblem alone(RoadNetwork network, Kind kind, boolean totals) {
        FlowProblem.Builder problem =
                network.problem().copyOver(network.problem().horizon());
        kind.sources().forEach(problem::source);
        kind.sinks()
                .forEach(sink -> problem.sink(
                        totals
                                ? sink
                                : new FlowProblem.Sink(sink.node(), FlowProblem.UNLIMITED, sink.rate(), sink.rank())));
        return problem.build();
    }

    private static FlowProblem together(RoadNetwork network, List<Kind> kinds) {
        FlowProblem.Builder problem =
                network.problem().copyOver(network.problem().horizon());
        kinds.forEach(kind -> kind.sources().forEach(problem::source));
        kinds.stream()
                .flatMapToInt(kind -> kind.sinks().stream().mapToInt(FlowProblem.Sink::node))
                .distinct()
                .forEach(problem::sink);
        return problem.build();
    }

    /** True if all that can be brought is the same: who is served first, and where, does not count for that. */
    private static boolean isSame(FlowProblem planned, FlowProblem bounding) {
        return planned.horizon() == bounding.horizon()
                && planned.nodes().equals(bounding.nodes())
                && planned.arcs().equals(bounding.arcs())
                && withoutRanks(planned.sources()).equals(withoutRanks(bounding.sources()))
                && planned.sinks().stream()
                        .map(sink -> new FlowProblem.Sink(sink.node(), sink.limit(), sink.rate(), 0))
                        .toList()
                        .equals(bounding.sinks());
    }

    private static List<FlowProblem.Source> withoutRanks(List<FlowProblem.Source> sources) {
        return sources.stream()
                .map(source -> new FlowProblem.Source(source.node(), source.amount(), source.release(), 0))
                .toList();
    }
}
