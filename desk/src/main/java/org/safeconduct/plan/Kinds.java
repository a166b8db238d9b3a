package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.Relaxation.Kind;
import org.safeconduct.scenario.Scenario.Fleet;

/** Who a bound is worked out for: all that are at home or under way when a run begins, as kinds of vehicles on some roads. */
final class Kinds {

    /** Where those under way come in. */
    interface Where {
        List<FlowProblem.Source> sources(List<OnTheWay> groups, String who);

        /** A node of the plan. */
        int node(int node);

        /** A step of the plan; no later than the moment meant. */
        int step(int step);
    }

    private final RoadNetwork network;
    private final Start start;
    private final Where where;
    private final Reception reception;

    private Kinds(RoadNetwork network, Start start, Where where) {
        this.network = network;
        this.start = start;
        this.where = where;
        this.reception = new Reception(network);
        start.arrived().forEach(reception::receiveBefore);
    }

    /** The kinds, the fullest first. */
    static List<Kind> of(RoadNetwork network, Start start, Where where) {
        Kinds kinds = new Kinds(network, start, where);
        List<Kind> all = new ArrayList<>(kinds.cars());
        all.addAll(kinds.fleets());
        all.sort(Comparator.comparingDouble(Kind::perVehicle).reversed());
        return all;
    }

    private List<Kind> cars() {
        List<Kind> kinds = new ArrayList<>();
        List<Demand.Cell> cells = start.home().cells();
        for (int number = 0; number < cells.size(); number++) {
            Demand.Cell cell = cells.get(number);
            int of = number;
            List<OnTheWay> underWay = start.cars().stream()
                    .filter(way -> way.movement().cell() == of)
                    .toList();
            if (cell.canTravel() && (cell.cars() > 0 || !underWay.isEmpty())) {
                merge(kinds, onRoad(cell, underWay));
                merge(kinds, kind(cell, cell.perCar(), cell.withCar(), home(cell, start.settingOut()[number])));
            }
        }
        return kinds;
    }

    /** Of two cars with two and a half people each one holds three: a bound must let that one go on and the other not. */
    private Kind onRoad(Demand.Cell cell, List<OnTheWay> groups) {
        double fullest = groups.stream().mapToDouble(OnTheWay::fullest).reduce(cell.perCar(), Math::max);
        long people = groups.stream().mapToLong(way -> way.movement().people()).sum();
        return kind(cell, fullest, people, where.sources(groups, CarPlanner.name(cell.destinations())));
    }

    private Kind kind(Demand.Cell cell, double perCar, long people, List<FlowProblem.Source> sources) {
        return new Kind(perCar, people, sources, reception.bounding(cell.destinations(), perCar));
    }

    private List<FlowProblem.Source> home(Demand.Cell cell, int settingOut) {
        int node =
                network.getNode(new RoadNetwork.Node.Gathering(cell.assembly().id()));
        int from = network.axis().notBefore(cell.assembly().from()) - 1;
        int step = where.step(start.step());
        List<FlowProblem.Source> sources = new ArrayList<>();
        if (settingOut > 0) {
            sources.add(new FlowProblem.Source(node, settingOut, Math.max(0, Math.max(from, step - 1)), 0));
        }
        if (cell.cars() > settingOut) {
            sources.add(new FlowProblem.Source(node, cell.cars() - settingOut, Math.max(0, Math.max(from, step)), 0));
        }
        return sources;
    }

    /** Cars with the same load and the same choice are one kind. */
    private static void merge(List<Kind> kinds, Kind kind) {
        if (kind.sources().isEmpty()) {
            return;
        }
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

    private List<Kind> fleets() {
        List<Kind> kinds = new ArrayList<>();
        Seats seats = new Seats(start.home());
        for (Fleet fleet : network.scenario().fleets()) {
            FleetStart from = start.fleet(fleet.id());
            List<String> version = network.version().destinations();
            List<String> open = fleet.destinations().isEmpty()
                    ? version
                    : fleet.destinations().stream().filter(version::contains).toList();
            long waiting = seats.servedBy(fleet, open).stream()
                    .mapToLong(seats::waiting)
                    .sum();
            List<OnTheWay> carried = from.carried().stream().map(Carried::way).toList();
            List<FlowProblem.Source> sources = new ArrayList<>(where.sources(carried, fleet.name()));
            if (waiting > 0 && !open.isEmpty()) {
                sources.addAll(new FleetCycles(network, fleet, open, where).lifts(from));
            }
            long people = (waiting > 0 ? waiting : 0)
                    + carried.stream().mapToLong(way -> way.movement().people()).sum();
            if (!sources.isEmpty()) {
                kinds.add(new Kind(Seats.most(fleet), people, sources, reception.bounding(open, Seats.most(fleet))));
            }
        }
        return kinds;
    }
}
