package org.safeconduct.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * What a command finds around it; tests bring their own.
 *
 * @param out what was asked for; UTF-8
 * @param err problems and progress; UTF-8
 * @param folder where relative paths start
 * @param disk where results are written
 * @param isTerminal true if a person watches; asked only once something takes long
 * @param width columns of the terminal
 * @param trace true if a stack trace is wanted for our own mistakes
 * @param prompt asks a person for a passphrase
 * @param clock tells what entries and cosignatures are dated with
 * @param chance makes keys, salts and nonces
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Path folder,
        Disk disk,
        BooleanSupplier isTerminal,
        int width,
        boolean trace,
        Prompt prompt,
        InstantSource clock,
        SecureRandom chance) {
    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 120;

    /** With nobody to ask, this machine's clock, and its chance. */
    Surroundings(
            PrintStream out,
            PrintStream err,
            Path folder,
            Disk disk,
            BooleanSupplier isTerminal,
            int width,
            boolean trace) {
        this(
                out,
                err,
                folder,
                disk,
                isTerminal,
                width,
                trace,
                Prompt.NOBODY,
                InstantSource.system(),
                new SecureRandom());
    }

    /** Those of this process; a person may watch only if {@code isTerminal} says so. */
    static Surroundings ofProcess(PrintStream out, PrintStream err, BooleanSupplier isTerminal) {
        boolean trace = "1".equals(System.getenv("SAFECONDUCT_TRACE"));
        return new Surroundings(
                out,
                err,
                Path.of(""),
                Disk.REAL,
                isTerminal,
                columns(),
                trace,
                Prompt.CONSOLE,
                InstantSource.system(),
                new SecureRandom());
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}")
                ? Math.min(Integer.parseInt(columns), WIDEST)
                : USUAL_WIDTH;
    }

    /** The path as this process must open it. */
    Path at(Path given) {
        return folder.resolve(given);
    }
}
