package org.safeconduct.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;

/** A signed entry in a file: the bytes of its leaf, nothing else. */
final class EntryFile {
    private static final int MOST_BYTES = 32 * 1024;

    private EntryFile() {}

    static Entry read(Surroundings around, Path file) throws InputProblems {
        byte[] bytes = Given.bytes(around, file, MOST_BYTES);
        if (new String(bytes, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{")) {
            throw Given.problem(file, Texts.text("entry.statement"), Texts.text("entry.statement.remedy"));
        }
        try {
            return Entry.read(Bytes.of(bytes));
        } catch (Malformed e) {
            throw Given.malformed(file, e);
        }
    }

    static void write(Surroundings around, Path file, Entry entry) throws CannotWrite {
        NewFile.write(around, file, entry.leaf().toArray());
    }
}
