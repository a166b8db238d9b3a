package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends a real signal to a real process. */
class InterruptTest {
    private static final String SCENARIO = Ran.shipped("05-one-bus-two-lifts");

    @TempDir
    private Path folder;

    /** Writes so slowly that there is time to interrupt it. */
    static final class SlowPlan {
        private SlowPlan() {}

        public static void main(String[] args) {
            Disk slow = new SlowDisk();
            System.exit(CommandLines.run(
                    args, new Surroundings(System.out, System.err, Path.of(""), slow, () -> false, 80, false)));
        }
    }

    @Test
    void ctrlCWhileWritingLeavesTheEarlierResultAndNothingElse() throws Exception {
        Ran.in(folder, "plan", SCENARIO, "--out", "x");
        Files.writeString(folder.resolve("x/report.html"), "earlier");
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowPlan.class.getName(),
                "plan",
                SCENARIO,
                "--out",
                folder.resolve("x").toString()));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).isEqualTo(SlowDisk.WRITTEN);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("x/report.html")).hasContent("earlier");
        assertThat(entries()).containsExactly("x");
    }

    /** A build that runs in the background ignores interrupts, and so would what it starts. */
    private static List<String> heedingInterrupts() {
        return Files.exists(Path.of("/proc/self")) ? List.of("env", "--default-signal=INT") : List.of();
    }

    private List<String> entries() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
