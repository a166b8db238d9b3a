package org.safeconduct.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the {@code safeconduct} command. */
@Command(
        name = "safeconduct",
        version = "safeconduct 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        description = "Plans, records and keeps open humanitarian corridors.")
public final class Main {
    private Main() {}

    /** Runs the command with {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
