package org.safeconduct.scenario;

import java.util.Comparator;

/** Checks what only shows when everything else was read: reachability, sums, the step against the shortest road. */
final class Whole {
    private final Section root;
    private final Reading reading;
    private final Scenario scenario;

    private Whole(Section root, Scenario scenario) {
        this.root = root;
        this.reading = root.reading();
        this.scenario = scenario;
    }

    static void check(Section root, Scenario scenario) {
        if (scenario.streets().isEmpty()) {
            Reach.check(root.reading(), scenario); // where streets lead shows once their file is read
        }
        Whole whole = new Whole(root, scenario);
        whole.people();
        whole.vehicles();
        whole.step();
    }

    private void people() {
        double people = scenario.assemblies().stream()
                .mapToDouble(a -> a.people().high())
                .sum();
        if (people > Range.PEOPLE.most()) {
            String problem = "add up to " + Range.plain(people) + " people.";
            root.problem(
                    "assemblies", problem, "Plan at most " + Range.plain(Range.PEOPLE.most()) + " in one scenario.");
        }
    }

    private void vehicles() {
        for (Scenario.Assembly assembly : scenario.assemblies()) {
            boolean served =
                    scenario.fleets().stream().anyMatch(fleet -> fleet.serves().contains(assembly.id()));
            if (!served && assembly.ownCarShare().high() == 0) {
                reading.problems.add(
                        reading.assemblies.spot(assembly.id()),
                        "has no vehicles: no own cars, and no fleet serves it.",
                        "Add own_cars: with the share of people who have one, or a fleet.");
            }
        }
    }

    private void step() {
        scenario.roads().stream()
                .min(Comparator.comparing(Scenario.Road::fastest))
                .filter(road -> road.fastest().compareTo(scenario.step()) < 0)
                .ifPresent(this::stepTooLong);
    }

    private void stepTooLong(Scenario.Road shortest) {
        String problem =
                "is longer than it takes to drive segment " + shortest.segment().id() + ", ";
        root.problem("step", problem + Times.shown(shortest.fastest()) + ".", "Write a shorter step.");
    }
}
