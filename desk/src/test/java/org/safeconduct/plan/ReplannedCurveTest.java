package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.safeconduct.flow.ArcChange;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.flow.Replan;
import org.safeconduct.flow.Solution;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;

/** One kind of traffic, replanned here and by the flow library, which knows no scenario: the same people out by every step. */
class ReplannedCurveTest {

    private static final int SEEDS = 100;
    private static final int MANY_SEEDS = 3000;
    private static final Case NUMBERS = new Case(Plan.Range.LOW, Case.Rounding.PLAN);

    @TestFactory
    Stream<DynamicTest> everyStepHasAsManyOutAsTheFlowLibraryFinds() {
        return tests(0, SEEDS);
    }

    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> everyStepHasAsManyOutOnManyMoreDays() {
        return tests(SEEDS, MANY_SEEDS);
    }

    private static Stream<DynamicTest> tests(long from, long to) {
        long only = Long.getLong("seed", -1);
        Stream<Long> seeds = only >= 0 ? Stream.of(only) : Stream.iterate(from, seed -> seed < to, seed -> seed + 1);
        return seeds.filter(seed -> isOneKind(RandomScenario.of(seed)))
                .map(seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> compare(seed)));
    }

    private static boolean isOneKind(Scenario scenario) {
        return scenario.aid().isEmpty()
                && scenario.destinations().stream()
                        .allMatch(d ->
                                d.reception().isEmpty() && d.peoplePerHour().isEmpty());
    }

    private static void compare(long seed) {
        Random random = new Random(seed);
        Scenario scenario = carsOnly(RandomScenario.of(seed));
        CaseRun base = CaseRun.of(scenario, scenario.versions().getFirst(), NUMBERS);
        int tau = stepWithNobodyAtTheDoor(base, random);
        OnClosing rule =
                scenario.checkpoints().isEmpty() && random.nextBoolean() ? OnClosing.TURN_BACK : OnClosing.FINISH;
        Change change = change(scenario, random);
        Scenario now = change.in(scenario);
        Demand demand = Demand.of(now, now.versions().getFirst(), NUMBERS);
        RoadNetwork roads = new RoadNetwork(now, now.versions().getFirst(), NUMBERS);
        CaseRun after = CaseRun.from(Frozen.of(base, roads, demand, tau, rule), roads, demand);
        Replan expected = Replan.of(underWay(base), tau, changes(change, base.network(), roads), rule);
        assertThat(vehicles(after)).isEqualTo(expected.curve());
        assertThat(stranded(after))
                .isEqualTo(expected.stranded().stream()
                        .mapToLong(Replan.Standing::units)
                        .sum());
    }

    /** The solution that the plan was made from, with the ways that it takes. */
    private static Solution underWay(CaseRun base) {
        Solution found = Solving.flow(base.ledger().joint());
        return new Solution(
                found.problem(),
                found.claim(),
                Solving.solve(found.problem()).flow(),
                found.curve(),
                found.sinkSide(),
                found.sourceSide());
    }

    /** All in cars, with any destination. */
    private static Scenario carsOnly(Scenario scenario) {
        List<Scenario.Assembly> assemblies = scenario.assemblies().stream()
                .map(a -> new Scenario.Assembly(
                        a.id(),
                        a.name(),
                        a.place(),
                        a.people(),
                        a.from(),
                        a.vehiclesPerHour(),
                        new Figure(1, 1, "test", ""),
                        a.personsPerCar(),
                        Map.of(),
                        "",
                        Scenario.Needs.NONE,
                        a.rank(),
                        a.convoy()))
                .toList();
        return Copy.of(scenario).fleets(List.of()).assemblies(assemblies).build();
    }

    /** Who sets out just then is counted as at home here, as under way by the flow library. */
    private static int stepWithNobodyAtTheDoor(CaseRun base, Random random) {
        int[] steps = IntStream.rangeClosed(TimeAxis.LEAD, base.network().axis().horizon())
                .filter(step -> base.movements().stream().noneMatch(m -> m.began() == step - 1))
                .toArray();
        return steps[random.nextInt(steps.length)];
    }

    private static Change change(Scenario scenario, Random random) {
        String road = scenario.roads()
                .get(random.nextInt(scenario.roads().size()))
                .segment()
                .id();
        return switch (random.nextInt(3)) {
            case 0 -> new Change.RoadRate(road, random.nextInt(400) - 200);
            case 1 -> new Change.MoreTime(Duration.ZERO);
            default -> new Change.Close(road);
        };
    }

    private static List<ArcChange> changes(Change change, RoadNetwork before, RoadNetwork now) {
        List<ArcChange> changes = new ArrayList<>();
        for (int arc = 0; arc < before.problem().arcs().size(); arc++) {
            FlowProblem.Arc a = now.problem().arcs().get(arc);
            boolean closed = change instanceof Change.Close(String segment)
                    && now.way(arc) instanceof RoadNetwork.Way.Drive drive
                    && drive.segment().equals(segment);
            if (closed) {
                changes.add(ArcChange.closed(arc));
            } else if (!a.capacity().equals(before.problem().arcs().get(arc).capacity())) {
                changes.add(new ArcChange.Capacity(arc, a.capacity()));
            }
        }
        return changes;
    }

    private static long[] vehicles(CaseRun run) {
        long[] curve = new long[run.network().problem().horizon() + 1];
        run.movements().forEach(movement -> curve[movement.arrival()] += movement.vehicles());
        for (int k = 1; k < curve.length; k++) {
            curve[k] += curve[k - 1];
        }
        return curve;
    }

    private static long stranded(CaseRun run) {
        return run.stranded().stream()
                .mapToLong(way -> way.movement().vehicles())
                .sum();
    }
}
