package org.safeconduct.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;

/** Files that somebody names on the command line, and what is wrong with them. */
final class Given {
    private static final int MOST_TEXT = 64 * 1024;

    private Given() {}

    /** The bytes of a file that is read for its text or for an entry. */
    static byte[] small(Surroundings around, Path file) throws InputProblems {
        return bytes(around, file, MOST_TEXT);
    }

    static byte[] bytes(Surroundings around, Path file, int most) throws InputProblems {
        if (Files.isDirectory(around.at(file))) {
            throw problem(file, Texts.text("given.folder"), Texts.text("given.folder.remedy"));
        }
        try (InputStream in = Files.newInputStream(around.at(file))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw problem(file, Texts.text("given.long", most), Texts.text("given.other"));
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static InputProblems unreadable(Path file, IOException e) {
        boolean isAbsent = e instanceof NoSuchFileException;
        String why =
                isAbsent ? Texts.text("given.absent") : Texts.text("given.unreadable", String.valueOf(e.getMessage()));
        return problem(file, why, Texts.text("given.other"));
    }

    /** The policy in a file. */
    static Policy policy(Surroundings around, Path file) throws InputProblems {
        try {
            return Policy.read(small(around, file));
        } catch (Malformed e) {
            throw malformed(file, e);
        }
    }

    /** A public key as text, or the file whose first line it is. */
    static VerifierKey verifierKey(Surroundings around, String option, String given) throws InputProblems {
        try {
            if (given.contains("+")) {
                return VerifierKey.parse(given);
            }
            Path file = Path.of(given);
            String text = new String(small(around, file), StandardCharsets.UTF_8);
            return VerifierKey.parse(text.lines().findFirst().orElse("").strip());
        } catch (Malformed e) {
            throw word(option, given, e);
        }
    }

    /** Bytes by others that are not what they should be: the message says what, and after the last semicolon what to do. */
    static InputProblems malformed(Path file, Malformed e) {
        String[] parts = split(e.getMessage());
        return problem(file, parts[0], parts[1]);
    }

    /** The same, of everything that is wrong with a file. */
    static InputProblems malformed(Path file, List<Malformed> all) {
        return new InputProblems(all.stream()
                .flatMap(one -> malformed(file, one).problems().stream())
                .toList());
    }

    /** A word of the command line that is not what it should be. */
    static InputProblems word(String option, String given, Malformed e) {
        String[] parts = split(e.getMessage());
        return new InputProblems(
                List.of(new InputProblem(Texts.text("usage.place"), 0, option, Plain.of(given), parts[0], parts[1])));
    }

    static InputProblems word(String option, String problem, String remedy) {
        return new InputProblems(List.of(CommandLines.problem(option, problem, remedy)));
    }

    static InputProblems problem(Path file, String problem, String remedy) {
        return new InputProblems(List.of(new InputProblem(file.toString(), 0, "", "", problem, remedy)));
    }

    private static String[] split(String message) {
        int at = message.lastIndexOf("; ");
        return at < 0
                ? new String[] {message + ".", Texts.text("given.other")}
                : new String[] {message.substring(0, at) + ".", sentence(message.substring(at + 2))};
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
