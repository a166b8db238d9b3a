package org.safeconduct.verify;

import java.util.List;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.ForkProof;
import org.safeconduct.record.LogForkProof;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.VerifierKey;

/** Two histories where there can be one, with the proof that one key signed both. Anybody can check it anywhere. */
public sealed interface Fork {

    /** The proof, to hand to others. */
    default byte[] write() {
        return switch (this) {
            case OfLog log -> log.proof().write();
            case OfAuthor author -> author.proof().write();
        };
    }

    /** Who signed what, in plain words. */
    List<String> lines();

    /** A log's key signed two checkpoints that cannot both be true. */
    record OfLog(LogForkProof proof, Checkpoint older, Checkpoint newer) implements Fork {
        @Override
        public List<String> lines() {
            long size = older.head().size();
            String other = older.head().size() == newer.head().size()
                    ? head(newer)
                    : head(newer) + "; at size " + size + " its root was " + proof.root();
            return List.of(
                    "The key of the log " + older.origin() + " signed two histories that cannot both be true.",
                    "One has " + head(older),
                    "The other has " + other,
                    "An old backup that was written to does this as well as intent");
        }

        private static String head(Checkpoint checkpoint) {
            return Facts.count(checkpoint.head().size(), "entry", "entries") + " and the root "
                    + checkpoint.head().root();
        }
    }

    /** An author's key signed two entries that cannot both stand in one chain. */
    record OfAuthor(ForkProof proof) implements Fork {
        @Override
        public List<String> lines() {
            EntryBody first = proof.first().body();
            EntryBody second = proof.second().body();
            String other = first.sequence() == second.sequence()
                    ? ""
                    : ", which names " + second.previous() + " as the one before it";
            return List.of(
                    "The key of the author " + first.author() + " signed two histories in " + first.origin()
                            + " that cannot both be true.",
                    "One has its entry of sequence " + first.sequence() + ", "
                            + proof.first().identity(),
                    "The other has its entry of sequence " + second.sequence() + ", "
                            + proof.second().identity() + other,
                    "A copied key file does this as well as intent");
        }
    }

    /** Whether a file says that it is such a proof. */
    static boolean isProof(byte[] file) {
        return ProofFinding.begins(file, LogForkProof.HEADER) || ProofFinding.begins(file, ForkProof.HEADER);
    }

    /**
     * The finding on a proof.
     *
     * @param policy whose key the log's is; an author's stands in its entries
     */
    static Finding finding(byte[] file, Policy policy, SignatureVerifier verifier) {
        try {
            return ProofFinding.begins(file, LogForkProof.HEADER)
                    ? finding(LogForkProof.read(file), policy, verifier)
                    : finding(ForkProof.read(file), verifier);
        } catch (Malformed e) {
            return new Finding.NotProven("the proof cannot be read: " + e.getMessage());
        }
    }

    private static Finding finding(ForkProof proof, SignatureVerifier verifier) {
        return proof.isSigned(verifier)
                ? new Finding.Forked(new OfAuthor(proof))
                : new Finding.NotProven("the author's key has not signed both entries");
    }

    private static Finding finding(LogForkProof proof, Policy policy, SignatureVerifier verifier) throws Malformed {
        Checkpoint older = Checkpoint.parse(proof.older().text());
        Checkpoint newer = Checkpoint.parse(proof.newer().text());
        List<VerifierKey> keys = policy.keysOf(older.origin());
        if (keys.isEmpty()) {
            return new Finding.NotProven("the policy names no key of the log " + older.origin());
        }
        return proof.holds(keys, verifier)
                ? new Finding.Forked(new OfLog(proof, older, newer))
                : new Finding.NotProven("the log has not signed two checkpoints that cannot both be true");
    }
}
