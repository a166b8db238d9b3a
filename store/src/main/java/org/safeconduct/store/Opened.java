package org.safeconduct.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;

/** What has to hold, and to be made good, before a log is written to. */
final class Opened {

    private static final String ROLLBACK = "this store is older than what its log has said, or another; to append would"
            + " tell two histories. Rebuild it from a party's copy that reaches that size";

    private Opened() {}

    static void check(KeptLog log, List<SignedNote> seen, SignatureVerifier verifier) throws StoreFailed, RecordBroken {
        for (SignedNote note : seen) {
            if (note.standing(log.logKeys(), verifier) == SignedNote.Standing.COUNTS) {
                checkSeen(log, note);
            }
        }
        checkUnsigned(log, verifier);
    }

    /** What this log once signed must still be a beginning of it. */
    private static void checkSeen(KeptLog log, SignedNote note) throws RecordBroken {
        TreeHead head;
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(log.origin())) {
                return;
            }
            head = checkpoint.head();
        } catch (Malformed _) {
            return; // signed by the log's key, but no checkpoint: says nothing of its size
        }
        if (head.size() > log.size()) {
            throw new RecordBroken(
                    "size of the log", "at least " + head.size() + ", signed and seen", log.size(), ROLLBACK);
        }
        TreeHead ours = log.head(head.size());
        if (!ours.equals(head)) {
            throw new RecordBroken(
                    "root at size " + head.size(), head.root() + ", signed and seen", ours.root(), ROLLBACK);
        }
    }

    /** No root covers the entries since the last checkpoint; their authors' signatures do. */
    private static void checkUnsigned(KeptLog log, SignatureVerifier verifier) throws StoreFailed, RecordBroken {
        long signed = 0;
        try {
            if (log.noteAtOpening().isPresent()) {
                signed = Checkpoint.parse(log.noteAtOpening().get().text())
                        .head()
                        .size();
            }
        } catch (Malformed e) {
            throw new IllegalStateException("the log was opened with it", e);
        }
        for (long index = signed; index < log.size(); index++) {
            LogRows.Row row = log.rows(index, 1).getFirst();
            Entry entry = log.getEntry(index);
            if (!entry.isSigned(verifier) || !row.isOf(entry)) {
                throw new RecordBroken("entry " + index, "what its author signed", "something else", Keeper.RECOVER);
            }
        }
    }

    /** Tiles are derived: those that are missing or wrong are written anew. */
    static void completeTiles(KeptLog log, LogRows rows) throws SQLException {
        long full = log.size() / TileId.WIDTH;
        rows.begin();
        for (long tile = 0; tile < full; tile++) {
            List<Bytes> stored = rows.listTiles(tile, 1);
            byte[] right = log.hashes(tile);
            if (stored.isEmpty() || !Arrays.equals(stored.getFirst().toArray(), right)) {
                rows.putTile(tile, right);
            }
        }
        rows.commit();
    }

    /** The tiles that these hashes make full. */
    static void putTiles(KeptLog log, LogRows rows, List<Hash> added) throws SQLException {
        long size = log.size();
        long end = (size + added.size()) / TileId.WIDTH;
        for (long tile = size / TileId.WIDTH; tile < end; tile++) {
            byte[] hashes = new byte[TileId.WIDTH * Hash.LENGTH];
            for (int i = 0; i < TileId.WIDTH; i++) {
                long index = tile * TileId.WIDTH + i;
                Hash hash = index < size ? log.leafHash(index) : added.get((int) (index - size));
                System.arraycopy(hash.toArray(), 0, hashes, i * Hash.LENGTH, Hash.LENGTH);
            }
            rows.putTile(tile, hashes);
        }
    }
}
