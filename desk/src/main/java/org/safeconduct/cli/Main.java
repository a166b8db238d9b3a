package org.safeconduct.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Starts the {@code safeconduct} command.
 *
 * <pre>
 *   int exitCode = Main.run(new String[] {"plan", "scenarios/01-one-road"}, System.out, System.err);
 * </pre>
 */
public final class Main {
    private Main() {}

    /** Runs the command with {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.exit(CommandLines.run(args, Surroundings.ofProcess(out, err, Main::isWatched)));
    }

    /** Runs the command and returns its exit code; {@code docs/commands.md} lists them. No progress is shown. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return CommandLines.run(args, Surroundings.ofProcess(out, err, () -> false));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
