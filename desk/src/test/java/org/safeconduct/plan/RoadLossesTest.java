package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.safeconduct.scenario.Scenario;

/** What is lost with a road is what is lost if the scenario is written without it. */
class RoadLossesTest {

    private static final int SEEDS = 30;
    private static final LostRoads.Draw DRAW = new LostRoads.Draw(20, 2, 3);

    @TestFactory
    Stream<DynamicTest> lossesAreThoseOfScenariosInWhichTheRoadIsClosed() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> holds(RandomScenario.of(seed))));
    }

    private static void holds(Scenario scenario) {
        LostRoads lost = RoadLosses.search(scenario, "v", DRAW, 100, stage -> {});
        assertThat(lost.before()).isEqualTo(without(scenario, List.of()));
        for (Scenario.Road road : scenario.roads()) {
            String id = road.segment().id();
            long named = lost.worst().stream()
                    .filter(loss -> loss.segment().equals(id))
                    .mapToLong(LostRoads.Loss::atMost)
                    .findFirst()
                    .orElse(lost.before());
            long again = without(scenario, List.of(new Change.Close(id)));
            assertThat(named).as(id).isGreaterThanOrEqualTo(again);
            if (scenario.fleets().isEmpty()) { // else the lifts that they could make on all roads are counted
                assertThat(named).as(id).isEqualTo(again);
            }
        }
        assertThat(lost.least()).isLessThanOrEqualTo(lost.half());
    }

    /** Asks again from nothing. */
    private static long without(Scenario scenario, List<Change> changes) {
        Scenario changed = scenario;
        for (Change change : changes) {
            changed = change.in(changed);
        }
        return RoadLosses.search(changed, "v", new LostRoads.Draw(1, 1, 0), 0, stage -> {})
                .before();
    }
}
