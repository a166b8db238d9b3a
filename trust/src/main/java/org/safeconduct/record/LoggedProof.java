package org.safeconduct.record;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One leaf, and the proof that a log holds it, in a file that travels alone. Format: c2sp.org/tlog-proof.
 *
 * <p>Our files carry the leaf itself as extra data. It proves that the leaf is in the log of the checkpoint; whether the
 * checkpoint is to be believed, a {@link Policy} says.
 *
 * @param leaf the leaf; empty if the file has none
 * @param index where it stands in the log
 * @param path from the leaf to the root
 */
public record LoggedProof(Bytes leaf, long index, List<Hash> path, SignedNote checkpoint) {

    /** Its first line. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final int MOST_BYTES = 256 * 1024;

    public LoggedProof {
        path = List.copyOf(path);
    }

    public byte[] write() {
        String extra = leaf.length() > 0 ? "extra " + leaf.toBase64() + "\n" : "";
        String text = HEADER + "\n" + extra + "index " + index + "\n" + Lines.write(path);
        return Bytes.ofText(text + "\n" + new String(checkpoint.write(), StandardCharsets.UTF_8))
                .shared();
    }

    /**
     * Reads a proof.
     *
     * @throws Malformed unless it is such a file
     */
    public static LoggedProof read(byte[] bytes) throws Malformed {
        List<String> lines = Lines.of(bytes, MOST_BYTES);
        int line = 1;
        Bytes leaf = EntryBundle.withheld();
        if (lines.size() > 1
                && lines.get(1).startsWith("extra ")
                && lines.get(1).length() > 6) {
            leaf = Bytes.ofBase64(lines.get(1).substring(6));
            line++;
        }
        int empty = lines.indexOf("");
        if (!lines.getFirst().equals(HEADER)
                || empty <= line
                || !lines.get(line).startsWith("index ")) {
            throw Malformed.inLine(1, "no log proof", "write " + HEADER + ", an index, hashes, an empty line");
        }
        long index = Lines.whole(lines.get(line).substring(6), line + 1);
        List<Hash> path = Lines.hashes(lines, line + 1, empty);
        String rest = String.join("\n", lines.subList(empty + 1, lines.size())) + "\n";
        return new LoggedProof(
                leaf, index, path, SignedNote.read(Bytes.ofText(rest).shared()));
    }

    /** Whether the path leads from this leaf to this head. */
    public boolean leads(Bytes fromLeaf, TreeHead head) {
        return Merkle.includes(head, index, Merkle.leafHash(fromLeaf), path);
    }
}
