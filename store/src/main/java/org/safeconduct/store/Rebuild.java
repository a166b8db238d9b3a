package org.safeconduct.store;

import java.sql.SQLException;
import java.util.List;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.VerifierKey;

/** Makes a log again from a copy that anybody holds; nothing of the copy is believed. */
public final class Rebuild {

    private static final String OTHER = "take another party's copy";

    private Rebuild() {}

    /** Leaves of the copy. */
    @FunctionalInterface
    public interface Leaves {
        /** {@code count} leaves from an index on; all are in the copy. */
        List<Bytes> list(long from, int count) throws StoreFailed, RecordBroken;
    }

    /**
     * Makes the log up to a checkpoint. Entries of the copy beyond it are left out: their authors can send them again, and
     * get the same place or a later one, of which no witness has seen another.
     *
     * @param logKeys the key that signs from now on, then those that signed before it
     * @param engine holds no log yet
     * @param note signed by the log's key; the newest one that can be had
     * @throws RecordBroken if the copy does not lead to that checkpoint; then no log was made
     */
    public static void from(
            Leaves copy, SignedNote note, List<VerifierKey> logKeys, Engine engine, SignatureVerifier verifier)
            throws StoreFailed, RecordBroken {
        Checkpoint checkpoint = signed(note, logKeys, verifier);
        try (Engine.WriterLock _ = engine.lock();
                LogRows rows = new LogRows(engine.connect(Engine.Access.CREATE))) {
            rows.createTables(engine.afterMaking());
            Frontier frontier = new Frontier();
            while (frontier.head().size() < checkpoint.head().size()) {
                addSome(copy, checkpoint, frontier, rows, verifier);
            }
            if (!frontier.head().equals(checkpoint.head())) {
                throw new RecordBroken(
                        "root of the copy",
                        checkpoint.head().root(),
                        frontier.head().root(),
                        OTHER);
            }
            rows.begin();
            rows.putCheckpoint(checkpoint.head().size(), note);
            rows.putHeading(new LogRows.Heading(logKeys));
            rows.commit();
        } catch (SQLException e) {
            throw new StoreFailed("cannot rebuild: " + engine.explained(e), e);
        }
    }

    private static Checkpoint signed(SignedNote note, List<VerifierKey> logKeys, SignatureVerifier verifier)
            throws RecordBroken {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (note.standing(logKeys, verifier) == SignedNote.Standing.COUNTS
                    && checkpoint.origin().equals(logKeys.getFirst().name())) {
                return checkpoint;
            }
            throw new RecordBroken("the checkpoint", "signed by " + logKeys, "not signed by it", OTHER);
        } catch (Malformed e) {
            throw new RecordBroken("the checkpoint", "origin, size, root", e.getMessage(), OTHER);
        }
    }

    private static void addSome(
            Leaves copy, Checkpoint checkpoint, Frontier frontier, LogRows rows, SignatureVerifier verifier)
            throws SQLException, StoreFailed, RecordBroken {
        long from = frontier.head().size();
        int count = (int) Math.min(Keeper.MOST_AT_ONCE, checkpoint.head().size() - from);
        rows.begin();
        Batch batch = new Batch(rows, checkpoint.origin(), from);
        for (Bytes leaf : copy.list(from, count)) {
            long index = from + batch.entries().size();
            Entry entry = read(leaf, index);
            Reply reply = batch.take(entry, entry.isSigned(verifier));
            if (!(reply instanceof Reply.Kept kept) || !kept.isNew()) {
                throw new RecordBroken("entry " + index + " of the copy", "next in its author's chain", reply, OTHER);
            }
        }
        if (batch.entries().size() < count) {
            throw new RecordBroken(
                    "size of the copy", from + count, from + batch.entries().size(), OTHER);
        }
        rows.addEntries(from, batch.entries());
        rows.commit();
        batch.hashes().forEach(frontier::append);
    }

    private static Entry read(Bytes leaf, long index) throws RecordBroken {
        try {
            return Entry.read(leaf);
        } catch (Malformed e) {
            throw new RecordBroken("entry " + index + " of the copy", "an entry", e.getMessage(), OTHER);
        }
    }
}
