package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.publish.Plain;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.RecordBroken;

/** Tells what went wrong, and gives the exit code for it. The one place where any exception is caught. */
final class Failures {
    private static final String OURS = "org.safeconduct.";

    private final Surroundings around;
    private final boolean json;
    private final boolean trace;

    /**
     * @param json problems go to standard output as a JSON array
     * @param trace our own mistakes are shown with their stack trace
     */
    Failures(Surroundings around, boolean json, boolean trace) {
        this.around = around;
        this.json = json;
        this.trace = trace;
    }

    int report(Throwable failure) {
        return switch (failure) {
            case InputProblems bad -> problems(bad.problems());
            case CannotWrite place -> say(ExitCodes.CANNOT_WRITE, String.valueOf(place.getMessage()));
            case RecordBroken broken -> say(ExitCodes.CHECK_FAILS, String.valueOf(broken.getMessage()));
            case FileSystemException file -> say(ExitCodes.CANNOT_WRITE, about(file));
            case IOException disk -> say(ExitCodes.CANNOT_WRITE, String.valueOf(disk.getMessage()));
            case OutOfMemoryError _ -> say(ExitCodes.INTERNAL, Texts.text("failure.memory"));
            default -> internal(failure);
        };
    }

    /** Java often gives a file's name alone; the kind of the exception then says the rest. */
    private static String about(FileSystemException file) {
        if (file instanceof FileAlreadyExistsException) {
            return Texts.text("failure.exists", String.valueOf(file.getFile()));
        }
        boolean isAbsent = file instanceof NoSuchFileException;
        String kind = isAbsent ? Texts.text("failure.absent") : file.getClass().getSimpleName();
        String why = file.getReason() == null ? kind : file.getReason();
        return Texts.text("failure.file", String.valueOf(file.getFile()), why);
    }

    /** Everything that is wrong with the input: one line each, then their number. */
    int problems(List<InputProblem> problems) {
        if (json) {
            around.out().print(Json.text(problems));
        } else {
            problems.forEach(problem -> around.err().println(Plain.of(problem.toString())));
            around.err().println(Texts.count("failure.problems", problems.size()));
        }
        return ExitCodes.BAD_INPUT;
    }

    /** Standard output did not take everything: the disk is full, or nobody reads any more. */
    int outputLost() {
        return say(ExitCodes.CANNOT_WRITE, Texts.text("failure.output"));
    }

    private int internal(Throwable failure) {
        String where = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse(failure.getClass().getName());
        say(ExitCodes.INTERNAL, Texts.text("failure.internal", failure, where));
        if (trace) {
            failure.printStackTrace(around.err());
        }
        return ExitCodes.INTERNAL;
    }

    private int say(int code, String sentence) {
        around.err().println(Plain.of(Texts.text("failure", sentence)));
        return code;
    }
}
