package org.safeconduct.keeping;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.NoteSignature;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.KeptLog;
import org.safeconduct.witness.AddCheckpoint;

/** The keeper's side of being watched: what it asks witnesses, and what it takes in of their answers. */
public final class Witnessing {

    private Witnessing() {}

    /** What came of an answer. */
    public enum Taken {
        /** A witness's cosignature is kept. */
        KEPT,
        /** No known witness has cosigned a checkpoint of this record in it. */
        NOTHING
    }

    /**
     * What to ask a witness: to cosign the last checkpoint.
     *
     * @param stated the size that the witness says it saw last; empty to go by its last cosignature here, by this key or
     *     by one of the same name that it had before
     * @return empty if there is no checkpoint, or the stated size is beyond it
     */
    public static Optional<AddCheckpoint> request(KeptLog log, VerifierKey witness, OptionalLong stated)
            throws IOException {
        List<SignedNote> notes = log.listNotes(Integer.MAX_VALUE);
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        long size = size(notes.getFirst());
        long old = stated.isPresent() ? stated.getAsLong() : lastSeen(notes, witness);
        if (old > size) {
            return Optional.empty();
        }
        List<Hash> path = log.consistency(old, size);
        return Optional.of(new AddCheckpoint(old, path, byLog(notes.getFirst(), log.origin())));
    }

    /** A witness wants the log's signature only; those of other witnesses are none of its business. */
    private static SignedNote byLog(SignedNote note, String origin) {
        List<NoteSignature> own = note.signatures().stream()
                .filter(line -> line.name().equals(origin))
                .toList();
        return new SignedNote(note.text(), own);
    }

    /** Only lines that verified are kept, so a name is enough; were it wrong, the witness would say what it saw last. */
    private static long lastSeen(List<SignedNote> notes, VerifierKey witness) {
        return notes.stream()
                .filter(note ->
                        note.signatures().stream().anyMatch(line -> line.name().equals(witness.name())))
                .mapToLong(Witnessing::size)
                .findFirst()
                .orElse(0);
    }

    private static long size(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).head().size();
        } catch (Malformed e) {
            throw new IllegalStateException("the log has signed it", e);
        }
    }

    private static Optional<Cosignature> cosignature(SignedNote note, VerifierKey witness, SignatureVerifier verifier) {
        for (NoteSignature line : note.signatures()) {
            if (line.name().equals(witness.name()) && line.keyId() == witness.id()) {
                try {
                    Cosignature one = Cosignature.read(witness, line);
                    if (one.isOver(note.text(), verifier)) {
                        return Optional.of(one);
                    }
                } catch (Malformed _) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Takes in the cosignatures of an answer by the witnesses that a policy names.
     *
     * @throws Malformed if the answer is no checkpoint
     */
    public static Taken take(Keeper keeper, SignedNote answer, Policy policy, SignatureVerifier verifier)
            throws IOException, Malformed {
        Checkpoint checkpoint = Checkpoint.parse(answer.text());
        long size = checkpoint.head().size();
        boolean isOurs = size <= keeper.log().size()
                && checkpoint.equals(
                        new Checkpoint(keeper.log().origin(), keeper.log().head(size)));
        Taken taken = Taken.NOTHING;
        if (isOurs) {
            for (VerifierKey witness : policy.witnesses().values()) {
                Optional<Cosignature> one = cosignature(answer, witness, verifier);
                if (one.isPresent() && keeper.keep(one.get(), size)) {
                    taken = Taken.KEPT;
                }
            }
        }
        return taken;
    }
}
