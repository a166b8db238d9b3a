package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.FleetStart.Loading;
import org.safeconduct.plan.FleetStart.Vehicle;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * The most lifts a fleet could make if the roads were empty: when its vehicles could first be loaded, and how often they could come back.
 *
 * <p>Each vehicle takes the quickest of all trips it may make, window by window; so no real vehicle is ready for its n-th lift before the step given here.
 */
final class FleetCycles {

    private static final int MOST_LIFTS = 1000;

    private final RoadNetwork network;
    private final Fleet fleet;
    private final Kinds.Where where;
    private final List<Integer> targets;
    private final List<Integer> starts;
    private final int loading;
    private final int unloading;
    private final int gathered;

    FleetCycles(RoadNetwork network, Fleet fleet, List<String> destinations, Kinds.Where where) {
        this.network = network;
        this.fleet = fleet;
        this.where = where;
        this.targets = destinations.stream()
                .map(id -> network.place(network.scenario().getDestination(id).place()))
                .toList();
        this.starts = network.scenario().assemblies().stream()
                .filter(assembly -> fleet.serves().contains(assembly.id()))
                .map(assembly -> network.place(assembly.place()))
                .toList();
        this.loading = network.numbers().steps(network.axis(), fleet.loading());
        this.unloading = network.numbers().steps(network.axis(), fleet.unloading());
        this.gathered = network.scenario().assemblies().stream()
                .filter(assembly -> fleet.serves().contains(assembly.id()))
                .mapToInt(assembly -> network.axis().notBefore(assembly.from()))
                .min()
                .orElse(0);
    }

    /** Sources at the fleet's pool: for every lift the vehicles that could be in time for it. */
    List<FlowProblem.Source> lifts(FleetStart start) {
        Map<Integer, Integer> ready = new TreeMap<>();
        Map<Vehicle, Integer> alike = new HashMap<>();
        for (Vehicle vehicle : start.vehicles()) {
            Vehicle any = new Vehicle(0, vehicle.place(), vehicle.node(), vehicle.free(), 0, false, Optional.empty());
            ready.merge(alike.computeIfAbsent(any, this::firstReady), 1, Integer::sum);
        }
        for (Loading one : start.loading()) {
            ready.merge(where.step(one.ready()), 1, Integer::sum);
        }
        for (Carried one : start.carried()) {
            if (fleet.shuttles()) {
                OnTheWay.Spot spot = one.way().spot();
                ready.merge(again(List.of(where.node(spot.node())), where.step(spot.step()), 0), 1, Integer::sum);
            }
        }
        List<FlowProblem.Source> lifts = new ArrayList<>();
        ready.forEach((step, vehicles) -> addLifts(lifts, step, vehicles));
        return lifts;
    }

    private int firstReady(Vehicle vehicle) {
        int node = vehicle.isOnRoad() ? where.node(vehicle.node()) : network.place(vehicle.place());
        return Math.max(gathered, earliest(List.of(node), where.step(vehicle.free()), starts) + loading);
    }

    private void addLifts(List<FlowProblem.Source> lifts, int first, int vehicles) {
        int pool = network.getNode(new RoadNetwork.Node.Pool(fleet.id()));
        int ready = first;
        for (int lift = 0; ready <= network.problem().horizon() && lift < MOST_LIFTS; lift++) {
            lifts.add(new FlowProblem.Source(pool, vehicles, Math.max(0, ready - TimeAxis.LEAD), 0));
            if (!fleet.shuttles()) {
                return;
            }
            ready = again(starts, ready, ready + 1);
        }
    }

    /** When a vehicle that leaves with people is loaded again. */
    private int again(List<Integer> from, int step, int notBefore) {
        int there = earliest(from, step, targets);
        int back = there > network.problem().horizon() ? there : earliest(targets, there + unloading, starts);
        return Math.max(notBefore, back) + loading;
    }

    /** The first step in which any of {@code to} can be reached from any of {@code from}; beyond the horizon if none can. */
    private int earliest(List<Integer> from, int step, List<Integer> to) {
        int earliest = network.problem().horizon() + 1;
        if (step >= earliest) {
            return earliest;
        }
        for (int node : from) {
            int[] first = Reach.firstSteps(network.problem(), node, step);
            for (int target : to) {
                earliest = Math.min(earliest, first[target]);
            }
        }
        return earliest;
    }
}
