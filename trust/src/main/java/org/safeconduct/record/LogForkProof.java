package org.safeconduct.record;

import java.util.List;

/**
 * Two checkpoints that one log signed and that cannot both be true: the newer tree does not begin with the older.
 *
 * <p>The path shows which root the newer tree had at the older's size, and it is not the one that the older checkpoint
 * signs. Anyone who knows the log's key can check it, with no tile and no entry.
 *
 * <pre>
 *   safeconduct/log-fork-proof/v1
 *   older  base64 of a signed checkpoint
 *   newer  base64 of another, of the same size or a greater
 *   root   base64 of the root that the newer tree has at the older's size
 *   base64 of each hash of the consistency proof from there, a line each
 * </pre>
 *
 * @param root the root that the newer tree has at the older's size
 * @param path the consistency proof from that root to the newer one
 */
public record LogForkProof(SignedNote older, SignedNote newer, Hash root, List<Hash> path) {

    /** Its first line. */
    public static final String HEADER = "safeconduct/log-fork-proof/v1";

    private static final int MOST_BYTES = 256 * 1024;

    public LogForkProof {
        path = List.copyOf(path);
    }

    /**
     * The proof, made by one who holds the newer tree.
     *
     * @param nodes of the newer tree
     * @param size of the older checkpoint
     */
    public static LogForkProof of(SignedNote older, long size, SignedNote newer, TreeHead head, Nodes nodes) {
        return new LogForkProof(older, newer, Merkle.root(nodes, size), Merkle.consistency(nodes, size, head.size()));
    }

    /** Whether the log, which has had these keys, signed both, and both cannot be true. */
    public boolean holds(List<VerifierKey> log, SignatureVerifier verifier) {
        try {
            Checkpoint first = Checkpoint.parse(older.text());
            Checkpoint second = Checkpoint.parse(newer.text());
            TreeHead begins = new TreeHead(first.head().size(), root);
            return first.origin().equals(second.origin())
                    && older.standing(log, verifier) == SignedNote.Standing.COUNTS
                    && newer.standing(log, verifier) == SignedNote.Standing.COUNTS
                    && !root.equals(first.head().root())
                    && Merkle.isConsistent(begins, second.head(), path);
        } catch (Malformed _) {
            return false;
        }
    }

    public byte[] write() {
        String text = HEADER + "\nolder " + Bytes.of(older.write()).toBase64() + "\nnewer "
                + Bytes.of(newer.write()).toBase64() + "\nroot " + root.toBase64() + "\n" + Lines.write(path);
        return Bytes.ofText(text).shared();
    }

    /**
     * Reads a proof. Whether it holds is for {@link #holds} to say.
     *
     * @throws Malformed unless it is such a text
     */
    public static LogForkProof read(byte[] bytes) throws Malformed {
        List<String> lines = Lines.of(bytes, MOST_BYTES);
        if (lines.size() < 4 || !lines.getFirst().equals(HEADER)) {
            throw Malformed.inLine(1, "no proof of a log's fork", "begin with " + HEADER + ", then older, newer, root");
        }
        return new LogForkProof(
                SignedNote.read(value(lines, 1, "older ").shared()),
                SignedNote.read(value(lines, 2, "newer ").shared()),
                Lines.hash(value(lines, 3, "root ").toBase64(), 4),
                Lines.hashes(lines, 4, lines.size()));
    }

    private static Bytes value(List<String> lines, int index, String name) throws Malformed {
        if (!lines.get(index).startsWith(name)) {
            throw Malformed.inLine(index + 1, "no " + name.strip(), "write " + name.strip() + " and base64");
        }
        return Bytes.ofBase64(lines.get(index).substring(name.length()));
    }
}
