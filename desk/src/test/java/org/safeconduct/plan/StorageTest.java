package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;

class StorageTest {

    private static final double METRES = 150; // long lorries: so that the limit matters on small random roads

    @Test
    void noRoadEverHoldsMoreThanFitOnIt() {
        Random random = new Random(Long.getLong("seed", 5));
        for (int i = 0; i < 40; i++) {
            long seed = random.nextInt(100_000);
            Scenario scenario = Copy.of(RandomScenario.of(seed))
                    .storage(Optional.of(new Figure(METRES, METRES, "test", "")))
                    .build();
            CaseRun run =
                    CaseRun.of(scenario, scenario.versions().getFirst(), new Case(Plan.Range.LOW, Case.Rounding.PLAN));
            scenario.roads()
                    .forEach(road -> assertThat(mostOn(run, road))
                            .as("seed %d, %s", seed, road.segment().id())
                            .isLessThanOrEqualTo(road.room(METRES)));
        }
    }

    /** Most vehicles on the drive of a segment at once, in its fuller direction. */
    private static long mostOn(CaseRun run, Scenario.Road road) {
        FlowProblem problem = run.ledger().joint();
        Usage usage = new Usage(problem);
        run.ledger().layers().forEach(layer -> usage.add(problem, layer.flow()));
        long most = 0;
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            if (run.network().way(arc) instanceof RoadNetwork.Way.Drive drive
                    && drive.segment().equals(road.segment().id())) {
                most = Math.max(
                        most, mostAtOnce(usage.arc(arc), problem.arcs().get(arc).transit()));
            }
        }
        return most;
    }

    private static long mostAtOnce(int[] entering, int transit) {
        long most = 0;
        for (int last = 0; last < entering.length; last++) {
            long on = 0;
            for (int step = Math.max(0, last - transit + 1); step <= last; step++) {
                on += entering[step];
            }
            most = Math.max(most, on);
        }
        return most;
    }

    @Test
    void theOuterBoundDoesNotKnowOfIt() {
        Scenario scenario = RandomScenario.of(1);
        Storage outer = Storage.of(
                Copy.of(scenario)
                        .storage(Optional.of(new Figure(METRES, METRES, "test", "")))
                        .build(),
                new Case(Plan.Range.LOW, Case.Rounding.OUTER));
        List<Scenario.Road> roads = scenario.roads();
        assertThat(outer.queue(roads.getFirst(), Rate.perStep(1), 5)).isEqualTo(FlowProblem.UNLIMITED);
    }
}
