package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;
import org.safeconduct.scenario.Scenario.Fleet;

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
 * @param people who are expected
 * @param receptionCap most people all destinations together take in; −1 if one of them states no limit
 */
record Relaxation(
        String name,
        long[] curve,
        List<Kind> kinds,
        List<Solution> alone,
        List<Solution> limited,
        Solution together,
        long people,
        long receptionCap) {

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

    static Relaxation of(RoadNetwork network, Demand demand) {
        List<Kind> kinds = new ArrayList<>(cars(network, demand));
        kinds.addAll(fleets(network, demand));
        kinds.sort(Comparator.comparingDouble(Kind::perVehicle).reversed());
        Solution together = Solving.bound(together(network, kinds));
        List<Solution> alone = kinds.stream()
                .map(kind -> alone(network, kind, together, kinds.size()))
                .toList();
        boolean hasTotals = kinds.stream()
                .flatMap(kind -> kind.sinks().stream())
                .anyMatch(sink -> sink.limit() != FlowProblem.UNLIMITED);
        List<Solution> limited = hasTotals
                ? kinds.stream()
                        .map(kind -> Solving.bound(alone(network, kind, true)))
                        .toList()
                : List.of();
        long cap = receptionCap(network);
        List<long[]> curves = alone.stream().map(Solution::curve).toList();
        long[] curve =
                bound(kinds, curves, together.curve(), cap < 0 ? demand.people() : Math.min(cap, demand.people()));
        int end = curve.length - 1;
        curve[end] = Math.min(
                curve[end],
                hasTotals
                        ? sumAlone(kinds, limited.stream().map(Solution::curve).toList(), end)
                        : curve[end]);
        return new Relaxation(
                name(kinds, curves, together, curve), curve, kinds, alone, limited, together, demand.people(), cap);
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

    private static long receptionCap(RoadNetwork network) {
        long cap = 0;
        for (String id : network.version().destinations()) {
            var destination = network.scenario().getDestination(id);
            if (destination.reception().isEmpty()) {
                return -1;
            }
            cap += Math.round(network.numbers().most(destination.reception().get()));
        }
        return cap;
    }

    /** The solutions whose cuts bind at the end: of all vehicles together, or of each kind alone. */
    List<Solution> binding() {
        long sum = sumAlone(kinds, alone.stream().map(Solution::curve).toList(), curve.length - 1);
        if (end() < sum && !limited.isEmpty()) {
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
    private static Solution alone(RoadNetwork network, Kind kind, Solution together, int kinds) {
        FlowProblem problem = alone(network, kind, false);
        return kinds == 1 && problem.sinks().equals(together.problem().sinks()) ? together : Solving.bound(problem);
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
                .sorted()
                .forEach(problem::sink);
        return problem.build();
    }

    private static List<Kind> cars(RoadNetwork network, Demand demand) {
        List<Kind> kinds = new ArrayList<>();
        for (Demand.Cell cell : demand.cells()) {
            if (cell.canTravel() && cell.cars() > 0) {
                int release =
                        Math.max(0, network.axis().notBefore(cell.assembly().from()) - 1);
                int node = network.getNode(
                        new RoadNetwork.Node.Gathering(cell.assembly().id()));
                Kind kind = new Kind(
                        cell.perCar(),
                        cell.withCar(),
                        List.of(new FlowProblem.Source(node, cell.cars(), release, 0)),
                        Reception.bounding(network, cell.destinations(), cell.perCar()));
                merge(kinds, kind);
            }
        }
        return kinds;
    }

    /** Cars with the same load and the same choice are one kind. */
    private static void merge(List<Kind> kinds, Kind kind) {
        for (int i = 0; i < kinds.size(); i++) {
            Kind other = kinds.get(i);
            if (other.perVehicle() == kind.perVehicle() && other.sinks().equals(kind.sinks())) {
                List<FlowProblem.Source> sources = new ArrayList<>(other.sources());
                sources.addAll(kind.sources());
                kinds.set(i, new Kind(kind.perVehicle(), kind.people() + other.people(), sources, kind.sinks()));
                return;
            }
        }
        kinds.add(kind);
    }

    private static List<Kind> fleets(RoadNetwork network, Demand demand) {
        List<Kind> kinds = new ArrayList<>();
        Seats seats = new Seats(demand);
        for (Fleet fleet : network.scenario().fleets()) {
            List<String> version = network.version().destinations();
            List<String> open = fleet.destinations().isEmpty()
                    ? version
                    : fleet.destinations().stream().filter(version::contains).toList();
            long waiting = seats.servedBy(fleet, open).stream()
                    .mapToLong(seats::waiting)
                    .sum();
            if (waiting > 0 && !open.isEmpty()) {
                List<FlowProblem.Source> lifts = FleetCycles.lifts(network, fleet, open);
                if (!lifts.isEmpty()) {
                    kinds.add(new Kind(
                            Seats.most(fleet), waiting, lifts, Reception.bounding(network, open, Seats.most(fleet))));
                }
            }
        }
        return kinds;
    }
}
