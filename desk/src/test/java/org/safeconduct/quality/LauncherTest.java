package org.safeconduct.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs ./safeconduct where something it needs is missing.
 *
 * <p>That it builds and starts is tried by {@code .ci/run} in a clean clone: here it would build the module under test.
 */
class LauncherTest {

    private static final Path LAUNCHER = Repository.find().root().resolve("safeconduct");

    @TempDir
    Path folder;

    @Test
    void withoutAJdkItSaysSoInOneSentence() throws IOException, InterruptedException {
        Path copy = folder.resolve("safeconduct");
        Files.writeString(copy, Files.readString(LAUNCHER).replaceFirst("(?m)^need=25$", "need=999"));
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", copy.toString(), "--help");
        builder.environment().clear();
        Ended run = end(builder);
        assertThat(run.code()).isEqualTo(69);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("safeconduct: needs a JDK 999 or newer and found none;")
                .hasLineCount(1);
    }

    @Test
    void withoutMavenItSaysSoInOneSentence() throws IOException, InterruptedException {
        Path copy = folder.resolve("safeconduct");
        Files.copy(LAUNCHER, copy);
        Files.createDirectory(folder.resolve("desk"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("mkdir", "rm", "find", "head", "cat")) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec '" + onPath(tool) + "' \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", copy.toString(), "--help");
        builder.environment().put("PATH", tools.toString());
        Ended run = end(builder);
        assertThat(run.code()).isEqualTo(69);
        assertThat(run.err()).contains("needs Maven 3.8 or newer");
        assertThat(folder.resolve("desk/target/launcher.lock")).doesNotExist();
    }

    private record Ended(int code, String out, String err) {}

    private Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = builder.directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ended(code, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static Path onPath(String tool) {
        for (String place : System.getenv("PATH").split(":", -1)) {
            Path candidate = Path.of(place, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no " + tool + " on PATH; this test needs the usual tools");
    }
}
