package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

class TimetableTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    @Test
    void itTellsWhomThePlanOfRecordBringsOutAndWhen() throws InputProblems {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("mariupol-2022-03-05"));
        Scenario.Version version = scenario.versions().getFirst();
        Timetable timetable = Timetable.of(scenario, version);
        Plan.CasePlan plan =
                Planner.plan(scenario, "", stage -> {}).versions().getFirst().low();
        assertThat(timetable.people()).isEqualTo(plan.expected());
        for (Plan.CurvePoint point : plan.curve()) {
            long out = timetable.drives().stream()
                    .filter(drive -> !drive.arrival().isAfter(point.at()))
                    .mapToLong(Timetable.Drive::people)
                    .sum();
            assertThat(out).as("out by %s", point.at()).isEqualTo(point.planned());
        }
    }

    @Test
    void everyDriveGoesFromItsAssemblyToItsDestination() throws InputProblems {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("mariupol-2022-03-05"));
        Timetable timetable = Timetable.of(scenario, scenario.versions().getFirst());
        assertThat(timetable.drives()).isNotEmpty().allSatisfy(drive -> {
            assertThat(drive.stops().getFirst().place())
                    .isEqualTo(scenario.getAssembly(drive.assembly()).place());
            assertThat(drive.stops().getLast().place())
                    .isEqualTo(scenario.getDestination(drive.destination()).place());
            assertThat(drive.stops()).hasSize(drive.segments().size() + 1);
            assertThat(drive.departure()).isBefore(drive.arrival());
        });
    }
}
