package org.safeconduct.cli;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * One line on the terminal that says what is being worked on and for how long, once that takes more than a second. It is
 * gone when closed.
 *
 * <p>Its own thread writes the line, so that a long stage shows too; the working thread only names the stage.
 */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final long FIRST_MILLIS = 1_000;
    private static final long NEXT_MILLIS = 500;
    private static final int WIDTH = 79;

    private final Surroundings around;
    private final long start = System.nanoTime();
    private String stage = "";
    private int shown;
    private boolean closed;

    private Progress(Surroundings around) {
        this.around = around;
    }

    /** Begins; shows nothing if {@code quiet}, or if no person watches. */
    static Progress start(Surroundings around, boolean quiet) {
        Progress progress = new Progress(around);
        if (!quiet) {
            Thread.ofPlatform().daemon().name("progress").start(progress::show);
        }
        return progress;
    }

    @Override
    public synchronized void accept(String newStage) {
        stage = newStage;
    }

    @Override
    public synchronized void close() {
        closed = true;
        write("");
        notifyAll();
    }

    private synchronized void show() {
        boolean asked = false;
        try {
            while (!closed) {
                long millis = (System.nanoTime() - start) / 1_000_000;
                if (millis >= FIRST_MILLIS && !asked) {
                    asked = true;
                    closed = !around.isTerminal().getAsBoolean();
                } else if (millis >= FIRST_MILLIS) {
                    write(stage + " … " + millis / 1_000 + " s");
                }
                wait(asked ? NEXT_MILLIS : FIRST_MILLIS - millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes over the line before; spaces, not escape codes, clear what is longer. */
    private void write(String line) {
        String fitting = line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
        if (shown > 0 || !fitting.isEmpty()) {
            PrintStream err = around.err();
            err.print("\r" + fitting + " ".repeat(Math.max(0, shown - fitting.length())));
            err.print(fitting.isEmpty() ? "\r" : "");
            err.flush();
            shown = fitting.length();
        }
    }
}
