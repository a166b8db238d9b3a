package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * The most lifts a fleet could make if the roads were empty: when its vehicles could first be loaded, and how often they could come back.
 *
 * <p>Each vehicle takes the quickest of all trips it may make, window by window; so no real vehicle is ready for its n-th lift before the step given here.
 */
final class FleetCycles {

    private static final int MOST_LIFTS = 1000;

    private FleetCycles() {}

    /** Sources at the fleet's pool: all its vehicles at once, for every lift they could be in time for. */
    static List<FlowProblem.Source> lifts(RoadNetwork network, Fleet fleet, List<String> destinations) {
        int vehicles = (int) Math.floor(network.numbers().most(fleet.vehicles()) + 1e-9);
        int pool = network.getNode(new RoadNetwork.Node.Pool(fleet.id()));
        List<Integer> targets =
                destinations.stream().map(id -> place(network, id)).toList();
        List<Integer> starts = network.scenario().assemblies().stream()
                .filter(assembly -> fleet.serves().contains(assembly.id()))
                .map(assembly -> network.place(assembly.place()))
                .toList();
        int loading = network.numbers().steps(network.axis(), fleet.loading());
        int unloading = network.numbers().steps(network.axis(), fleet.unloading());
        int gathered = network.scenario().assemblies().stream()
                .filter(assembly -> fleet.serves().contains(assembly.id()))
                .mapToInt(assembly -> network.axis().notBefore(assembly.from()))
                .min()
                .orElse(0);
        List<FlowProblem.Source> lifts = new ArrayList<>();
        int ready = earliest(
                        network,
                        List.of(network.place(fleet.base())),
                        network.axis().notBefore(fleet.from()),
                        starts)
                + loading;
        ready = Math.max(ready, gathered);
        while (vehicles > 0 && ready <= network.problem().horizon() && lifts.size() < MOST_LIFTS) {
            lifts.add(new FlowProblem.Source(pool, vehicles, Math.max(0, ready - TimeAxis.LEAD), 0));
            if (!fleet.shuttles()) {
                break;
            }
            int there = earliest(network, starts, ready, targets);
            int back =
                    there > network.problem().horizon() ? there : earliest(network, targets, there + unloading, starts);
            ready = Math.max(ready + 1, back) + loading;
        }
        return lifts;
    }

    /** The first step in which any of {@code to} can be reached from any of {@code from}; beyond the horizon if none can. */
    private static int earliest(RoadNetwork network, List<Integer> from, int step, List<Integer> to) {
        int earliest = network.problem().horizon() + 1;
        if (step >= earliest) {
            return earliest;
        }
        for (int node : from) {
            BitSet[] reached = Reach.from(network.problem(), node, step);
            for (int target : to) {
                int first = reached[target].nextSetBit(0);
                earliest = first < 0 ? earliest : Math.min(earliest, first);
            }
        }
        return earliest;
    }

    private static int place(RoadNetwork network, String destination) {
        return network.place(network.scenario().getDestination(destination).place());
    }
}
