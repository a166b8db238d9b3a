package org.safeconduct.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;

/**
 * What opens the commitments of an entry, in a file beside it that only its author can read: a disclosure a line. It is on the disk
 * before the entry leaves, since an entry whose disclosures are lost can never be opened.
 */
final class DisclosureFile {
    private static final String ENDING = ".disclosures";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private DisclosureFile() {}

    /** Where what belongs to a statement or an entry is kept. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** Writes nothing where there is nothing to open. */
    static void write(Surroundings around, Path file, List<Disclosure> disclosures) throws CannotWrite {
        if (!disclosures.isEmpty()) {
            writeTo(around, beside(file), disclosures);
        }
    }

    /** Writes them into a file that was not there. */
    static void writeTo(Surroundings around, Path file, List<Disclosure> disclosures) throws CannotWrite {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Disclosure one : disclosures) {
            lines.writeBytes(one.write());
            lines.write('\n');
        }
        NewFile.write(around, file, lines.toByteArray());
    }

    /** Takes away what opens an entry that is nowhere. */
    static void remove(Surroundings around, Path file) throws IOException {
        Files.deleteIfExists(around.at(beside(file)));
    }

    static List<Disclosure> read(Surroundings around, Path file) throws InputProblems {
        byte[] bytes = Given.bytes(around, file, MOST_BYTES);
        List<Disclosure> disclosures = new ArrayList<>();
        int start = 0;
        for (int line = 1; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            try {
                disclosures.add(Disclosure.read(Arrays.copyOfRange(bytes, start, end)));
            } catch (Malformed e) {
                throw Given.malformed(file, new Malformed("line " + line + ": " + e.getMessage()));
            }
            start = end + 1;
        }
        if (disclosures.isEmpty()) {
            throw Given.problem(file, Texts.text("disclosures.none"), Texts.text("disclosures.none.remedy"));
        }
        return disclosures;
    }
}
