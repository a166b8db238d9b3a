package org.safeconduct.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.terms.Label;

/** Signs statements, dated now. */
final class Signing {
    private static final Pattern BYTE = Pattern.compile("byte (\\d{1,9})");

    private Signing() {}

    /** What somebody wants to say, from a file. */
    static Statement statement(Surroundings around, Path file) throws InputProblems {
        byte[] json = Given.small(around, file);
        try {
            return Statement.read(json);
        } catch (Statement.Unclear e) {
            throw Given.malformed(
                    file, e.problems().stream().map(one -> placed(json, one)).toList());
        }
    }

    /** People count lines and columns; readers of bytes count bytes. */
    private static Malformed placed(byte[] json, Malformed e) {
        Matcher matcher = BYTE.matcher(e.getMessage());
        if (!matcher.lookingAt()) {
            return e;
        }
        int offset = Math.min(Integer.parseInt(matcher.group(1)), json.length);
        String before = new String(json, 0, offset, StandardCharsets.UTF_8);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new Malformed(
                "line " + line + ", column " + column + e.getMessage().substring(matcher.end()));
    }

    /**
     * Signs a statement.
     *
     * @param file where it stands, for what is wrong with it
     */
    static Statement.Signed sign(Surroundings around, Path file, Statement statement, NextPlace place, Signer signer)
            throws InputProblems {
        try {
            return statement.sign(
                    place, signer, new Statement.Moment(around.clock().instant(), length -> chance(around, length)));
        } catch (IllegalArgumentException e) {
            throw Given.malformed(file, new Malformed(String.valueOf(e.getMessage())));
        }
    }

    private static Bytes chance(Surroundings around, int length) {
        byte[] bytes = new byte[length];
        around.chance().nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** Writes a signed entry into a file, what opens its commitments into one beside it, and tells of it. */
    static void give(Surroundings around, Path out, Statement.Signed made, OutputOptions output) throws CannotWrite {
        if (Files.exists(around.at(out))) {
            throw new CannotWrite(Texts.text("file.exists", out)); // before disclosures are kept of what nobody gets
        }
        DisclosureFile.write(around, out, made.disclosures());
        EntryFile.write(around, out, made.entry());
        Summary signed = Summary.of(out, made);
        if (output.json) {
            around.out().print(Json.text(signed));
        } else {
            signed.tell(around);
        }
    }

    /** A label from a word of the command line. */
    static Label label(String word) throws InputProblems {
        return Label.ofWord(word)
                .orElseThrow(() ->
                        Given.word("--label " + word, Texts.text("label.none"), Near.remedy(word, Label.words())));
    }

    /** What {@code --json} prints of an entry that was signed into a file. */
    record Summary(
            String format,
            String file,
            String origin,
            String type,
            String author,
            long sequence,
            String identity,
            String disclosures) {
        static Summary of(Path file, Statement.Signed signed) {
            Entry entry = signed.entry();
            return new Summary(
                    "safeconduct-signed/1",
                    file.toString(),
                    entry.body().origin(),
                    entry.body().type(),
                    entry.body().author().toHex(),
                    entry.body().sequence(),
                    entry.identity().toHex(),
                    signed.disclosures().isEmpty()
                            ? ""
                            : DisclosureFile.beside(file).toString());
        }

        void tell(Surroundings around) {
            around.out().println(Texts.text("signed.entry", type, origin, file));
            around.out().println(Texts.text("signed.identity", identity));
            around.out().println(Texts.text("signed.sequence", sequence + 1));
            if (!disclosures.isEmpty()) {
                around.out().println(Texts.text("signed.disclosures", disclosures));
            }
        }
    }
}
