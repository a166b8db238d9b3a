package org.safeconduct.witness;

import java.util.List;
import java.util.function.Function;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;

/**
 * What a witness answers to a log that asks for a cosignature: the rules of c2sp.org/tlog-witness as a function.
 *
 * <p>Between asking for the last head and storing the new one nobody else may do the same for that log; and it is
 * stored before the cosignature leaves.
 */
public sealed interface WitnessAnswer {

    /** Why a witness does not cosign, with the status of an answer over HTTP. */
    enum Reason {
        BAD_REQUEST(400),
        NOT_SIGNED(403),
        UNKNOWN_LOG(404),
        OTHER_SIZE(409),
        INCONSISTENT(422);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The log has only grown: store this as the last head seen, then cosign it. */
    record Cosign(Checkpoint checkpoint) implements WitnessAnswer {}

    /**
     * The witness does not cosign. A signed checkpoint that is {@link Reason#INCONSISTENT} should be kept: it may prove
     * that the log shows different histories.
     *
     * @param seen the size seen last of that log; 0 if none
     */
    record NotCosigned(Reason reason, String why, long seen) implements WitnessAnswer {}

    /**
     * Decides about a request.
     *
     * @param logs the keys of a log that this witness watches, by origin; none if it watches no such log
     * @param seen the head of a log that this witness cosigned last, by origin; {@link TreeHead#EMPTY} if none
     */
    static WitnessAnswer of(
            byte[] request,
            Function<String, List<VerifierKey>> logs,
            Function<String, TreeHead> seen,
            SignatureVerifier verifier) {
        AddCheckpoint.Head head;
        Checkpoint checkpoint;
        SignedNote note;
        try {
            head = AddCheckpoint.Head.read(request);
        } catch (Malformed e) {
            return new NotCosigned(Reason.BAD_REQUEST, e.getMessage(), 0);
        }
        try {
            note = SignedNote.read(head.checkpoint());
        } catch (Malformed e) {
            return new NotCosigned(Reason.NOT_SIGNED, e.getMessage(), 0);
        }
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (Malformed e) {
            return new NotCosigned(Reason.BAD_REQUEST, e.getMessage(), 0);
        }
        List<VerifierKey> keys = logs.apply(checkpoint.origin());
        if (keys.isEmpty()) {
            return new NotCosigned(Reason.UNKNOWN_LOG, "unknown log " + checkpoint.origin(), 0);
        }
        TreeHead last = seen.apply(checkpoint.origin());
        if (note.standing(keys, verifier) != SignedNote.Standing.COUNTS) {
            return new NotCosigned(Reason.NOT_SIGNED, "no valid signature of " + checkpoint.origin(), last.size());
        }
        return decide(head, checkpoint, last);
    }

    private static WitnessAnswer decide(AddCheckpoint.Head head, Checkpoint checkpoint, TreeHead last) {
        long size = checkpoint.head().size();
        if (head.old() > size) {
            String why = "old size " + head.old() + " is beyond the checkpoint's " + size;
            return new NotCosigned(Reason.BAD_REQUEST, why, last.size());
        }
        if (head.old() != last.size()) {
            String why = "seen last at size " + last.size() + ", not " + head.old();
            return new NotCosigned(Reason.OTHER_SIZE, why, last.size());
        }
        boolean isFirst = last.size() == 0 && size > 0 && head.path().isEmpty();
        if (!isFirst && !Merkle.isConsistent(last, checkpoint.head(), head.path())) {
            String why = "the consistency proof does not lead from size " + last.size() + " to " + size;
            return new NotCosigned(Reason.INCONSISTENT, why, last.size());
        }
        return new Cosign(checkpoint);
    }
}
