package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.safeconduct.plan.Case.Rounding;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;

/** What a change is worth is found beside a plan that exists; it must be what the changed scenario's own plan brings. */
class PlannedNearbyTest {
    private static final Case NUMBERS = new Case(Range.LOW, Rounding.PLAN);
    private static final int SEEDS = 150;

    @TestFactory
    Stream<DynamicTest> aPlanNearbyCountsAsManyAsPlanningAnew() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "-Dseed=" + seed, () -> assertCountsAsPlanned(RandomScenario.of(seed))));
    }

    private static void assertCountsAsPlanned(Scenario scenario) {
        for (Scenario.Version version : scenario.versions()) {
            CaseRun now = CaseRun.of(scenario, version, NUMBERS);
            for (Change change : changes(scenario)) {
                Scenario changed = change.in(scenario);
                Scenario.Version again = changed.getVersion(version.id());
                assertThat(CaseRun.planned(changed, again, NUMBERS, now))
                        .as("%s under %s", change, version.id())
                        .isEqualTo(CaseRun.of(changed, again, NUMBERS).planned());
            }
        }
    }

    private static List<Change> changes(Scenario scenario) {
        List<Change> changes = new ArrayList<>(List.of(
                new Change.MoreTime(Duration.ofMinutes(30)),
                new Change.StartLate(Duration.ofHours(-1)),
                new Change.CheckpointRate("all", 60),
                new Change.NoStorage()));
        scenario.roads()
                .forEach(road -> changes.add(new Change.RoadRate(road.segment().id(), 60)));
        scenario.fleets().forEach(fleet -> changes.add(new Change.Vehicles(fleet.id(), 10)));
        return changes;
    }
}
