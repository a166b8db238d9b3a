package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A witness's statement: at this time, this was the furthest I had seen this log grow, and it had only grown.
 *
 * <p>It says nothing of what the log holds: neither agreement nor recognition. Format: c2sp.org/tlog-cosignature, v1.
 *
 * @param time to the second, in UTC
 * @param signature 64 bytes, Ed25519
 */
public record Cosignature(VerifierKey witness, Instant time, Bytes signature) {

    private static final int TIME_BYTES = 8;
    private static final int LENGTH = TIME_BYTES + 64;

    public Cosignature {
        if (witness.use() != VerifierKey.Use.COSIGNATURE) {
            throw new IllegalArgumentException(witness + " signs notes; a witness has a key of its own use");
        }
    }

    /** Cosigns; the caller has checked that the log only grew, and has stored that it saw it. */
    public static Cosignature sign(String witness, Checkpoint checkpoint, Instant time, Signer signer) {
        VerifierKey key = new VerifierKey(witness, VerifierKey.Use.COSIGNATURE, signer.key());
        Bytes signature = signer.sign(message(checkpoint.text(), time.getEpochSecond()));
        return new Cosignature(key, Instant.ofEpochSecond(time.getEpochSecond()), signature);
    }

    /** Reads a line that this witness's key should have signed. Whether it did is for {@link #isOver} to say. */
    public static Cosignature read(VerifierKey witness, NoteSignature line) throws Malformed {
        if (line.value().length() != LENGTH) {
            throw new Malformed("cosignature of " + line.value().length() + " bytes by " + witness.name()
                    + "; a time and an Ed25519 signature take 72");
        }
        long seconds = ByteBuffer.wrap(line.value().shared()).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new Malformed("cosignature at second " + seconds + " by " + witness.name() + "; no time is so late");
        }
        return new Cosignature(
                witness, Instant.ofEpochSecond(seconds), line.value().slice(TIME_BYTES, LENGTH));
    }

    public NoteSignature line() {
        byte[] value = ByteBuffer.allocate(LENGTH)
                .putLong(time.getEpochSecond())
                .put(signature.shared())
                .array();
        return new NoteSignature(witness.name(), witness.id(), Bytes.of(value));
    }

    /** Whether the witness signed this text at that time. */
    public boolean isOver(String checkpointText, SignatureVerifier verifier) {
        return verifier.verifies(witness.key(), message(checkpointText, time.getEpochSecond()), signature);
    }

    private static byte[] message(String checkpointText, long seconds) {
        return Bytes.ofText("cosignature/v1\ntime " + seconds + "\n" + checkpointText)
                .shared();
    }
}
