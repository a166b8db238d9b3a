package org.safeconduct.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Entry;
import org.safeconduct.record.LoggedProof;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Opening;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;

/** The finding on the proof of a single entry: that it is signed, and in the log. */
final class ProofFinding {

    private static final String NAME = "the proof";

    private ProofFinding() {}

    static boolean isProof(byte[] file) {
        return begins(file, LoggedProof.HEADER);
    }

    /** Whether this is a file's first line. */
    static boolean begins(byte[] file, String line) {
        String beginning = line + "\n";
        int length = Math.min(file.length, beginning.length());
        return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(beginning);
    }

    static Finding of(byte[] file, Policy policy, SignatureVerifier verifier) {
        LoggedProof proof;
        try {
            proof = LoggedProof.read(file);
        } catch (Malformed e) {
            return broken(Fault.in(NAME, "cannot be read: " + e.getMessage()));
        }
        return switch (policy.open(proof.checkpoint(), verifier)) {
            case Opening.NotTrusted not -> broken(Fault.in(NAME, not.why()));
            case Opening.Trusted trusted -> of(proof, trusted, verifier);
        };
    }

    private static Finding of(LoggedProof proof, Opening.Trusted trusted, SignatureVerifier verifier) {
        if (proof.leaf().length() == 0) {
            return new Finding.Incomplete(
                    List.of("The proof is without its entry; ask for one that has it"), Optional.empty());
        }
        if (!proof.leads(proof.leaf(), trusted.checkpoint().head())) {
            return broken(Fault.ofEntry(NAME, proof.index(), "its bytes are not what the log signed"));
        }
        try {
            Entry entry = Entry.read(proof.leaf());
            if (!entry.body().origin().equals(trusted.checkpoint().origin())) {
                String origin = entry.body().origin();
                return broken(Fault.ofEntry(NAME, proof.index(), "it is written for the log " + origin));
            }
            if (!entry.isSigned(verifier)) {
                return broken(Fault.ofEntry(NAME, proof.index(), "its author's key did not sign it"));
            }
        } catch (Malformed e) {
            return broken(Fault.ofEntry(NAME, proof.index(), "is no entry: " + e.getMessage()));
        }
        String alone = "This is the proof of entry " + proof.index() + " alone";
        Facts facts = Facts.of(trusted, 1, 1, List.of(), List.of(alone));
        return trusted.isSettled()
                ? new Finding.Intact(facts)
                : new Finding.Incomplete(Facts.listUnseen(trusted), Optional.of(facts));
    }

    private static Finding broken(Fault fault) {
        return new Finding.Broken(List.of(fault));
    }
}
