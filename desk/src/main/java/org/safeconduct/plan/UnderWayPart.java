package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.plan.OnTheWay.Spot;

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
    record TurnedPart(String of, int arc, int entered, int to, int step, int vehicles) {}

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
        return new UnderWayPart(entries, new Turning(run).list());
    }

    /** Lists who turned back. */
    private static final class Turning {
        private final CaseRun run;
        private final FlowProblem problem;
        private final Map<TurnedPart, Integer> turned = new LinkedHashMap<>();

        Turning(CaseRun run) {
            this.run = run;
            this.problem = run.network().problem();
        }

        List<TurnedPart> list() {
            Start start = run.start();
            start.carsByClass()
                    .forEach((destinations, groups) -> groups.forEach(way -> add(
                            CarPlanner.name(destinations),
                            way.spot(),
                            way.movement().began(),
                            way.movement().legs(),
                            way.movement().vehicles())));
            run.scenario()
                    .fleets()
                    .forEach(fleet -> start.fleet(fleet.id())
                            .carried()
                            .forEach(one -> add(
                                    fleet.name(),
                                    one.way().spot(),
                                    one.way().movement().began(),
                                    one.way().movement().legs(),
                                    1)));
            return turned.entrySet().stream()
                    .map(entry -> new TurnedPart(
                            entry.getKey().of(),
                            entry.getKey().arc(),
                            entry.getKey().entered(),
                            entry.getKey().to(),
                            entry.getKey().step(),
                            entry.getValue()))
                    .toList();
        }

        private void add(String of, Spot spot, int began, List<Leg> legs, int vehicles) {
            if (spot.turnedOn().isEmpty() || spot.stands()) {
                return;
            }
            int step = began;
            for (Leg leg : legs.subList(0, spot.passed())) {
                step += leg.waitBefore() + problem.arcs().get(leg.arc()).transit();
            }
            boolean onRoad = spot.passed() < legs.size()
                    && step + legs.get(spot.passed()).waitBefore() < run.start().step();
            Leg leg = legs.get(onRoad ? spot.passed() : spot.passed() - 1);
            int entered = onRoad ? step + leg.waitBefore() : -1;
            turned.merge(new TurnedPart(of, leg.arc(), entered, spot.node(), spot.step(), 0), vehicles, Integer::sum);
        }
    }
}
