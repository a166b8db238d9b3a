package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.plan.OnTheWay.Spot;
import org.safeconduct.scenario.Scenario;

/**
 * Who was on the road when news came, as {@code problem.json} has it ({@code spec/plan.md}).
 *
 * @param entries nodes by which they come in
 * @param turned who turned back
 */
record UnderWayPart(List<EntryPart> entries, List<TurnedPart> turned) {

    static final UnderWayPart NONE = new UnderWayPart(List.of(), List.of());

    /** Node {@code node} lets in vehicles of class {@code of} at {@code to}; {@code stands}: those who stand there already. */
    record EntryPart(int node, int to, String of, boolean stands) {}

    /**
     * Vehicles that turned back.
     *
     * @param of their class
     * @param arc that they were on, or had come by if they waited at its end
     * @param entered the step in which they entered it; −1 if they waited at its end
     * @param to the node they are back at
     * @param step the step in which they are
     * @param vehicles how many
     */
    record TurnedPart(String of, int arc, int entered, int to, int step, int vehicles) {
        private TurnedPart with(int count) {
            return new TurnedPart(of, arc, entered, to, step, count);
        }
    }

    static UnderWayPart of(CaseRun run) {
        if (run.start().past().isEmpty()) {
            return NONE;
        }
        RoadNetwork network = run.network();
        List<EntryPart> entries = new ArrayList<>();
        for (int node = 0; node < network.problem().nodes().size(); node++) {
            if (network.meaning(node) instanceof RoadNetwork.Node.UnderWay(String who, int to, boolean stands)) {
                entries.add(new EntryPart(node, to, who, stands));
            }
        }
        return new UnderWayPart(entries, turned(run));
    }

    private static List<TurnedPart> turned(CaseRun run) {
        Start start = run.start();
        Map<TurnedPart, Integer> turned = new LinkedHashMap<>();
        start.carsByClass()
                .forEach((destinations, groups) -> groups.forEach(way -> count(
                        turned,
                        CarPlanner.name(destinations),
                        way.spot(),
                        way.movement().vehicles())));
        for (Scenario.Fleet fleet : run.scenario().fleets()) {
            FleetStart from = start.fleet(fleet.id());
            from.carried().forEach(one -> count(turned, fleet.name(), one.way().spot(), 1));
            FleetPlanner.onRoad(from.vehicles()).forEach(spot -> count(turned, FleetPlanner.emptyName(fleet), spot, 1));
        }
        for (Scenario.AidConvoy convoy : run.scenario().aid()) {
            start.aid(convoy.id()).underWay().forEach(way -> count(turned, convoy.name(), way.spot(), way.vehicles()));
        }
        return turned.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .toList();
    }

    private static void count(Map<TurnedPart, Integer> turned, String of, Spot spot, int vehicles) {
        if (!spot.stands()) {
            spot.turned()
                    .map(turn -> new TurnedPart(of, turn.arc(), turn.entered(), spot.node(), spot.step(), 0))
                    .ifPresent(part -> turned.merge(part, vehicles, Integer::sum));
        }
    }
}
