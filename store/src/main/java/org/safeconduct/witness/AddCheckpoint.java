package org.safeconduct.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Lines;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;

/**
 * What a log asks of a witness: to cosign a checkpoint. Format: c2sp.org/tlog-witness.
 *
 * @param old the size that the witness has seen last, as far as the log knows
 * @param path proof that the log has only grown from there
 */
public record AddCheckpoint(long old, List<Hash> path, SignedNote checkpoint) {

    static final int MOST_HASHES = 63;

    public AddCheckpoint {
        path = List.copyOf(path);
        if (path.size() > MOST_HASHES) {
            throw new IllegalArgumentException("path of " + path.size() + " hashes, at most 63");
        }
    }

    public byte[] write() {
        String text = "old " + old + "\n" + Lines.write(path);
        return Bytes.ofText(text + "\n" + new String(checkpoint.write(), StandardCharsets.UTF_8))
                .toArray();
    }

    /** What stands before the checkpoint; the checkpoint is read by itself, since its faults have another answer. */
    record Head(long old, List<Hash> path, byte[] checkpoint) {

        static Head read(byte[] bytes) throws Malformed {
            int end = 1;
            while (end < bytes.length && !(bytes[end] == '\n' && bytes[end - 1] == '\n')) {
                end++;
            }
            byte[] head = Arrays.copyOf(bytes, Math.min(end, bytes.length));
            List<String> lines = Lines.of(head, 64 * 64);
            if (!lines.getFirst().startsWith("old ") || lines.size() > 1 + MOST_HASHES) {
                throw Malformed.inLine(
                        1, "no old size, or too many hashes", "write \"old \", a size, at most 63 hashes");
            }
            long old = Lines.whole(lines.getFirst().substring(4), 1);
            List<Hash> path = Lines.hashes(lines, 1, lines.size());
            int start = Math.min(end + 1, bytes.length);
            return new Head(old, path, Arrays.copyOfRange(bytes, start, bytes.length));
        }
    }

    /**
     * Reads a request.
     *
     * @throws Malformed unless it is such a request
     */
    public static AddCheckpoint read(byte[] bytes) throws Malformed {
        Head head = Head.read(bytes);
        return new AddCheckpoint(head.old(), head.path(), SignedNote.read(head.checkpoint()));
    }
}
