package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

class PlannerTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final int SEEDS = 60;
    private static final int MANY_SEEDS = 1500;

    @TempDir
    Path folder;

    @Test
    void theLastOf10867VehiclesArrives66014SecondsAfterTheFirstSetsOut() throws InputProblems {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("01-one-road"));
        Plan.CasePlan plan = plan(scenario).versions().getFirst().low();
        Instant first = plan.assemblies().getFirst().firstDeparture().orElseThrow();
        Instant last = plan.destinations().getFirst().lastArrival().orElseThrow();
        assertThat(Duration.between(first, last)).hasSeconds(66_014);
        assertThat(plan.planned()).isEqualTo(10_867);
        assertThat(plan.optimal()).isTrue();
    }

    @Test
    void thoseWithoutAPlaceInTimeAreCountedWithTheReason() throws InputProblems {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("mariupol-2022-03-05"));
        for (Plan.VersionPlan version : plan(scenario).versions()) {
            for (Plan.AssemblyRow row : version.low().assemblies()) {
                assertThat(row.out() + row.left()).isEqualTo(row.expected());
                assertThat(row.whyLeft().stream().mapToLong(Plan.Left::people).sum())
                        .isEqualTo(row.left());
            }
        }
    }

    @Test
    void onFifthMarchMostOfThePeopleCouldNotHaveMovedInTheAnnouncedHours() throws InputProblems {
        Plan.VersionPlan west = plan(ScenarioReader.read(SCENARIOS.resolve("mariupol-2022-03-05")))
                .versions()
                .getFirst();
        assertThat(west.outcome()).isEqualTo(Plan.Outcome.CANNOT);
        assertThat(west.atMost().high()).isLessThan(west.people().low() / 10);
    }

    @Test
    void theSameScenarioGivesTheSameBytes() throws InputProblems {
        Scenario scenario = ScenarioReader.read(SCENARIOS.resolve("mariupol-2022-03-05"));
        assertThat(documents(scenario)).isEqualTo(documents(scenario));
    }

    @TestFactory
    Stream<DynamicTest> everyShippedScenarioStandsUpToTheChecker() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("scenario.yaml"))).sorted().toList().stream()
                    .map(scenario -> DynamicTest.dynamicTest(
                            scenario.getFileName().toString(), () -> assertStands(ScenarioReader.read(scenario))));
        }
    }

    @TestFactory
    Stream<DynamicTest> anyScenarioStandsUpToTheChecker() {
        return seeds(SEEDS);
    }

    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> manyScenariosStandUpToTheChecker() {
        return seeds(MANY_SEEDS).skip(SEEDS);
    }

    private Stream<DynamicTest> seeds(int count) {
        long only = Long.getLong("seed", -1);
        Stream<Long> seeds = only >= 0
                ? Stream.of(only)
                : Stream.iterate(0L, seed -> seed + 1).limit(count);
        return seeds.map(
                seed -> DynamicTest.dynamicTest("-Dseed=" + seed, () -> assertStands(RandomScenario.of(seed))));
    }

    private void assertStands(Scenario scenario) throws IOException, InputProblems {
        PlanDocuments documents = documents(scenario);
        Path planFile = Files.writeString(folder.resolve("plan.json"), documents.planJson());
        Files.writeString(folder.resolve("problem.json"), documents.problemJson());
        assertThat(PlanCheck.check(planFile).findings()).isEmpty();
        for (Plan.VersionPlan version : documents.plan().versions()) {
            for (Plan.CasePlan plan : List.of(version.low(), version.high())) {
                assertThat(plan.planned()).isLessThanOrEqualTo(plan.bound()).isLessThanOrEqualTo(plan.outerBound());
                assertNobodyIsStrandedByTheSheet(plan);
                if (receptionIsUnlimited(scenario)) { // whoever comes is not asked whether there is room at the end
                    plan.stranding().forEach(row -> assertThat(row.arrived()).isLessThanOrEqualTo(plan.outerBound()));
                }
            }
        }
    }

    private static void assertNobodyIsStrandedByTheSheet(Plan.CasePlan plan) {
        Plan.Stranding onTime = plan.stranding().getFirst();
        assertThat(onTime.discipline()).isEqualTo(Plan.Stranding.Discipline.BY_THE_SHEET);
        assertThat(onTime.onSegments()).isEmpty();
        assertThat(onTime.heldAt()).isEmpty();
        assertThat(onTime.arrived()).isEqualTo(plan.planned());
    }

    private static boolean receptionIsUnlimited(Scenario scenario) {
        return scenario.destinations().stream()
                .allMatch(destination -> destination.reception().isEmpty()
                        && destination.peoplePerHour().isEmpty());
    }

    private static Plan plan(Scenario scenario) {
        return Planner.plan(scenario, "0", stage -> {});
    }

    private static PlanDocuments documents(Scenario scenario) {
        return Planner.documents(scenario, "0", stage -> {});
    }
}
