package org.safeconduct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.safeconduct.cli.Main;
import tools.jackson.databind.json.JsonMapper;

/** Plans and checks one case as a user does, in a process of its own. */
final class CaseRun {
    /** Where the results go, a folder for each case. */
    static final Path RESULTS = Path.of("bench", "target", "results");

    private CaseRun() {}

    public static void main(String[] args) throws IOException {
        Path scenario = Path.of(args[0]);
        Path out = RESULTS.resolve(String.valueOf(scenario.getFileName())).toAbsolutePath();
        Path roads = Bench.instanceFolder()
                .resolve(Path.of("..", "..", "roads"))
                .normalize()
                .toAbsolutePath();
        Measured measured = new Measured();
        long start = System.nanoTime();
        String[] words = {
            "plan", "--quiet", "--force", scenario.toString(), "--roads", roads.toString(), "--out", out.toString()
        };
        measured.put("plan", run(words));
        measured.put("seconds", (System.nanoTime() - start) / 1e9);
        measured.put("cpu", processorSeconds());
        measured.putPeakMegabytes("peak");
        measured.put("streets", (double) streets(out));
        measured.put("check", run("check", "--quiet", out.toString()));
        System.out.print(measured.print());
    }

    private static int run(String... words) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(kept, true, StandardCharsets.UTF_8);
        int code = Main.run(words, out, out);
        if (code != 0) {
            System.err.println(kept.toString(StandardCharsets.UTF_8));
        }
        return code;
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    /** Arcs of the first network that was planned on; 0 without a plan. */
    private static long streets(Path out) throws IOException {
        Path file = out.resolve("problem.json");
        return Files.exists(file)
                ? JsonMapper.builder()
                        .build()
                        .readTree(Files.readAllBytes(file))
                        .path("networks")
                        .path(0)
                        .path("arcs")
                        .size()
                : 0;
    }
}
