package org.safeconduct.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.witness.AddCheckpoint;
import org.safeconduct.witness.WitnessAnswer;

/**
 * A witness's memory: for each log the last checkpoint that it cosigned, and requests that prove a log's two histories.
 *
 * <pre>
 *   lock
 *   seen/HASH-OF-ORIGIN           the note, with the witness's cosignature
 *   evidence/HASH-OF-REQUEST      requests whose proof did not lead from what was seen
 * </pre>
 *
 * <p>What was seen is on the disk before anybody gets the cosignature, so a witness that falls over cannot be led back. Its
 * folder {@code seen} is what {@link SeenNotes} reads.
 */
public record WitnessFolder(Path folder, Disk disk) {

    private static final int MOST_EVIDENCE = 1000; // so that nobody can fill the disk by asking

    /** Whose word a witness believes and with what it answers. */
    public record Witness(String name, List<VerifierKey> logs, Signer signer, SignatureVerifier verifier) {
        public Witness {
            logs = List.copyOf(logs);
        }
    }

    /** A decision, and the cosigned note if it was to cosign. */
    public sealed interface Answer {
        /** The note with the witness's line; the line alone goes back to the log. */
        record Cosigned(Cosignature cosignature, SignedNote note) implements Answer {}

        /** See {@link WitnessAnswer.NotCosigned}. */
        record NotCosigned(WitnessAnswer.NotCosigned why) implements Answer {}
    }

    /**
     * Answers a request, {@code add-checkpoint} of c2sp.org/tlog-witness.
     *
     * @throws IOException if what was seen cannot be kept; then nothing is cosigned
     */
    public Answer answer(byte[] request, Witness witness, Instant now) throws IOException {
        try (Engine.WriterLock _ = FolderLock.take(folder)) {
            SeenHeads seen = new SeenHeads();
            WitnessAnswer answer = WitnessAnswer.of(
                    request,
                    origin -> witness.logs().stream()
                            .filter(key -> key.name().equals(origin))
                            .toList(),
                    seen::head,
                    witness.verifier());
            seen.requireReadable();
            return switch (answer) {
                case WitnessAnswer.Cosign cosign -> cosign(request, cosign.checkpoint(), witness, now);
                case WitnessAnswer.NotCosigned not -> {
                    if (not.reason() == WitnessAnswer.Reason.INCONSISTENT) {
                        keepEvidence(request);
                    }
                    yield new Answer.NotCosigned(not);
                }
            };
        }
    }

    /** Looks heads up; a file that cannot be read is no empty memory. */
    private final class SeenHeads {
        private IOException unreadable = new IOException("none");
        private boolean isReadable = true;

        TreeHead head(String origin) {
            try {
                Path file = file(origin);
                return Files.exists(file)
                        ? Checkpoint.parse(SignedNote.read(Files.readAllBytes(file))
                                        .text())
                                .head()
                        : TreeHead.EMPTY;
            } catch (IOException | Malformed e) {
                isReadable = false;
                unreadable = new IOException("cannot read what was seen of " + origin + ": " + e.getMessage(), e);
                return TreeHead.EMPTY;
            }
        }

        void requireReadable() throws IOException {
            if (!isReadable) {
                throw unreadable;
            }
        }
    }

    private Path file(String origin) {
        return folder.resolve("seen").resolve(Hash.of(Bytes.ofText(origin)).toHex());
    }

    private Answer cosign(byte[] request, Checkpoint checkpoint, Witness witness, Instant now) throws IOException {
        SignedNote asked;
        try {
            asked = AddCheckpoint.read(request).checkpoint();
        } catch (Malformed e) {
            throw new IllegalStateException("it was read before", e);
        }
        Cosignature cosignature = Cosignature.sign(witness.name(), checkpoint, now, witness.signer());
        SignedNote byLog = new SignedNote(
                asked.text(),
                asked.signatures().stream()
                        .filter(line -> line.name().equals(checkpoint.origin()))
                        .toList());
        SignedNote note = byLog.with(cosignature.line());
        Path file = file(checkpoint.origin());
        Files.createDirectories(file.resolveSibling("."));
        WholeFile.replace(disk, file, note.write());
        return new Answer.Cosigned(cosignature, note);
    }

    private void keepEvidence(byte[] request) throws IOException {
        Path evidence = folder.resolve("evidence");
        Files.createDirectories(evidence);
        try (var kept = Files.list(evidence)) {
            if (kept.count() < MOST_EVIDENCE) {
                WholeFile.replace(disk, evidence.resolve(Hash.of(request).toHex()), request);
            }
        }
    }
}
