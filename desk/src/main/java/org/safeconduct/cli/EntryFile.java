package org.safeconduct.cli;

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
        try {
            return Entry.read(Bytes.of(Given.bytes(around, file, MOST_BYTES)));
        } catch (Malformed e) {
            throw Given.malformed(file, e);
        }
    }

    static void write(Surroundings around, Path file, Entry entry) throws CannotWrite {
        NewFile.write(around, file, entry.leaf().toArray());
    }
}
