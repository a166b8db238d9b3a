package org.safeconduct.record;

import java.util.List;

/**
 * What a log signs: its name, its size, its root. As c2sp.org/tlog-checkpoint has it, without extension lines.
 *
 * @param origin the log's name
 */
public record Checkpoint(String origin, TreeHead head) {

    private static final int MOST_BYTES = 4096;

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x20)) {
            throw new IllegalArgumentException("origin \"" + origin + "\"; it takes one line");
        }
    }

    /** The text to sign. */
    public String text() {
        return origin + "\n" + head.size() + "\n" + head.root().toBase64() + "\n";
    }

    /**
     * Reads the text that a log signed.
     *
     * @throws Malformed unless it is such a text
     */
    public static Checkpoint parse(String text) throws Malformed {
        List<String> lines = Lines.of(Bytes.ofText(text).shared(), MOST_BYTES);
        if (lines.size() != 3 || lines.getFirst().isEmpty()) {
            throw Malformed.inLine(
                    Math.min(4, lines.size()),
                    "checkpoint of " + lines.size() + " lines",
                    "write origin, size and root, and no extension");
        }
        long size = Lines.whole(lines.get(1), 2);
        return new Checkpoint(lines.getFirst(), new TreeHead(size, Lines.hash(lines.get(2), 3)));
    }

    public SignedNote sign(Signer signer) {
        return SignedNote.sign(text(), origin, signer);
    }
}
