package org.safeconduct.scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up are read as a scenario, or there are problems: no other exception, no minute, no gigabyte. */
class ScenarioFuzzTest {
    private static final Path GOOD = Shipped.VECTORS.resolve("good");

    @TempDir
    Path folder;

    static Stream<Arguments> seeds() throws IOException {
        return Stream.of(Arguments.of((Object) Files.readAllBytes(GOOD.resolve("everything.yaml"))));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyYamlIsAScenarioOrHasProblems(byte[] yaml) throws IOException {
        for (String table : List.of("everything.places.csv", "everything.segments.csv")) {
            if (!Files.exists(folder.resolve(table))) {
                Files.copy(GOOD.resolve(table), folder.resolve(table));
            }
        }
        Files.write(folder.resolve("scenario.yaml"), yaml);
        Draft.problemsOf(folder.resolve("scenario.yaml"));
    }
}
