package org.safeconduct.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one process at a time, with a time limit; none outlives this one. */
final class Processes {
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "--enable-native-access=ALL-UNNAMED");

    private Processes() {}

    /** Runs a main class of this program in a JVM of its own and reads what it measured. */
    static Measured java(Class<?> main, String heap, Path argument, Duration limit)
            throws IOException, InterruptedException {
        return Measured.parse(output(main, heap, argument, limit));
    }

    /** Runs a main class of this program in a JVM of its own; what it prints. */
    static String output(Class<?> main, String heap, Path argument, Duration limit)
            throws IOException, InterruptedException {
        return output(main, heap, List.of(argument.toString()), limit);
    }

    /** Runs a main class of this program in a JVM of its own; what it prints. */
    static String output(Class<?> main, String heap, List<String> arguments, Duration limit)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return run(command, Path.of("."), limit);
    }

    /** What a command prints; what it printed so far if it takes too long, nothing if it fails, both said on the error stream. */
    static String run(List<String> command, Path folder, Duration limit) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("stopped after " + limit.toSeconds() + " s: " + command.getLast());
                return Files.readString(output, StandardCharsets.UTF_8);
            }
            if (process.exitValue() != 0) {
                System.err.println("exit " + process.exitValue() + ": " + command.getLast());
                return "";
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
            Files.delete(output);
        }
    }
}
