package org.safeconduct.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;
import org.safeconduct.verify.Bundle;

/** What somebody holds of a record, to be held against what another holds. */
public sealed interface Side {

    /** A bundle. */
    record OfBundle(Bundle bundle) implements Side {}

    /** A signed checkpoint alone, such as a witness keeps. */
    record OfCheckpoint(SignedNote note) implements Side {}

    /** A signed entry alone. */
    record OfEntry(Entry entry) implements Side {}

    /**
     * Reads a file: a bundle; a checkpoint, which a witness's answer is, too; a request to a witness; or an entry.
     *
     * @param mostBytes the most that a bundle may unpack to
     * @throws Malformed if it is none of these
     */
    static Side read(byte[] file, long mostBytes) throws Malformed {
        if (begins(file, "PK")) {
            return new OfBundle(Bundle.read(file, mostBytes));
        }
        if (begins(file, "old ")) {
            return new OfCheckpoint(AddCheckpoint.read(file).checkpoint());
        }
        try {
            return new OfCheckpoint(SignedNote.read(file));
        } catch (Malformed _) {
            try {
                return new OfEntry(Entry.read(Bytes.of(file)));
            } catch (Malformed e) {
                throw new Malformed("neither a bundle nor a checkpoint nor an entry; name one of these");
            }
        }
    }

    private static boolean begins(byte[] file, String beginning) {
        return new String(file, 0, Math.min(file.length, beginning.length()), StandardCharsets.ISO_8859_1)
                .equals(beginning);
    }

    /** The checkpoint here, if there is one that can be read. */
    default Optional<SignedNote> findNote() {
        return switch (this) {
            case OfCheckpoint checkpoint -> Optional.of(checkpoint.note());
            case OfEntry _ -> Optional.empty();
            case OfBundle held -> held.bundle().find(Bundle.CHECKPOINT).flatMap(Side::readNote);
        };
    }

    private static Optional<SignedNote> readNote(Bytes file) {
        try {
            return Optional.of(SignedNote.read(file.toArray()));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** Every entry here that can be read; of a bundle whatever else is wrong with it, since each is signed by itself. */
    default List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        switch (this) {
            case OfCheckpoint _ -> {}
            case OfEntry one -> entries.add(one.entry());
            case OfBundle held -> {
                for (Map.Entry<String, Bytes> file : held.bundle().files().entrySet()) {
                    addEntries(file.getKey(), file.getValue(), entries);
                }
            }
        }
        return entries;
    }

    private static void addEntries(String name, Bytes content, List<Entry> entries) {
        try {
            TileId id = TileId.ofPath(name);
            if (id.level() == TileId.ENTRIES) {
                EntryBundle.read(content.toArray(), id.width())
                        .forEach(leaf -> readEntry(leaf).ifPresent(entries::add));
            }
        } catch (Malformed _) {
            return; // another file, or a broken one: "verify" tells
        }
    }

    private static Optional<Entry> readEntry(Bytes leaf) {
        try {
            return EntryBundle.isWithheld(leaf) ? Optional.empty() : Optional.of(Entry.read(leaf));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }
}
