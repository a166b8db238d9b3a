package org.safeconduct.keeping;

import java.io.IOException;
import java.util.Optional;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.store.KeptLog;

/**
 * How far a log has been signed.
 *
 * @param note as it was signed, with the cosignatures that came for it
 * @param checkpoint what it says
 */
public record LastCheckpoint(SignedNote note, Checkpoint checkpoint) {

    /** The last one of a log; empty if nothing of it is signed. */
    public static Optional<LastCheckpoint> of(KeptLog log) throws IOException {
        return log.listNotes(1).stream().map(LastCheckpoint::read).findFirst();
    }

    private static LastCheckpoint read(SignedNote note) {
        try {
            return new LastCheckpoint(note, Checkpoint.parse(note.text()));
        } catch (Malformed e) {
            throw new IllegalStateException("the log was opened with it", e);
        }
    }

    /** Entries that it covers. */
    public long size() {
        return checkpoint.head().size();
    }
}
