package org.safeconduct.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;

/**
 * Checkpoints that others hold, as files: what a log is held against before it is written to.
 *
 * @param notes whatever could be read; whether the log signed them is looked at when it is opened
 * @param unread files that are no signed notes, each with why; a witness that is not looked at cannot warn
 */
public record SeenNotes(List<SignedNote> notes, List<String> unread) {

    private static final long MOST_BYTES = 64L * 1024;

    public SeenNotes {
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
    }

    /** Reads files, and all files in folders; folders in folders are left out. */
    public static SeenNotes in(List<Path> places) throws IOException {
        List<SignedNote> notes = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                try {
                    if (Files.size(file) > MOST_BYTES) {
                        throw new Malformed("more than 64 KiB");
                    }
                    notes.add(SignedNote.read(Files.readAllBytes(file)));
                } catch (Malformed e) {
                    unread.add(file + ": " + e.getMessage());
                }
            }
        }
        return new SeenNotes(notes, unread);
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
