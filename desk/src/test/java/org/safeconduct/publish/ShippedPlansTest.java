package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Planner;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.ScenarioHash;
import org.safeconduct.scenario.ScenarioReader;

/** Every scenario that is shipped has beside it what {@code plan} prints for it. */
class ShippedPlansTest {
    private static final Path SCENARIOS =
            Path.of(System.getProperty("safeconduct.root", "..")).resolve("scenarios");
    private static final int WIDTH = 100;

    @TestFactory
    Stream<DynamicTest> everyScenarioIsPlannedAsWritten() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("scenario.yaml"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> Golden.checkFile(
                                    folder.resolve("plan.txt"),
                                    PlanText.terminal(plan(folder), WIDTH, false, List.of()))));
        }
    }

    @Test
    void theReadmeQuotesTheEstimateForFifthMarch() throws IOException {
        String readme = Files.readString(SCENARIOS.resolve("../README.md"));
        String start = "```text\n";
        String quoted = readme.substring(
                readme.indexOf(start) + start.length(), readme.indexOf("\n```", readme.indexOf(start)));
        assertThat(Files.readString(SCENARIOS.resolve("mariupol-2022-03-05/plan.txt")))
                .contains(quoted);
    }

    private static Plan plan(Path folder) throws InputProblems {
        return Planner.plan(ScenarioReader.read(folder), ScenarioHash.of(folder), stage -> {});
    }
}
