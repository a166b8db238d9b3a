package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 leaves in one file, as c2sp.org/tlog-tiles has it: each with its length in front, two bytes, big-endian.
 *
 * <p>No leaf of ours is empty, so a length of 0 stands for one that is withheld from whoever holds the file.
 */
public final class EntryBundle {

    private static final int MOST_BYTES = 0xFFFF;
    private static final Bytes WITHHELD = Bytes.of(new byte[0]);

    private EntryBundle() {}

    public static boolean isWithheld(Bytes leaf) {
        return leaf.length() == 0;
    }

    /** What stands in a bundle in place of a leaf that its holder may not see. */
    public static Bytes withheld() {
        return WITHHELD;
    }

    public static byte[] write(List<Bytes> leaves) {
        ByteBuffer out = ByteBuffer.allocate(
                leaves.stream().mapToInt(leaf -> 2 + leaf.length()).sum());
        for (Bytes leaf : leaves) {
            if (leaf.length() > MOST_BYTES) {
                throw new IllegalArgumentException("leaf of " + leaf.length() + " bytes, at most 65535");
            }
            out.putShort((short) leaf.length()).put(leaf.shared());
        }
        return out.array();
    }

    /**
     * Reads a bundle.
     *
     * @throws Malformed unless there are exactly {@code width} leaves and nothing else
     */
    public static List<Bytes> read(byte[] bytes, int width) throws Malformed {
        List<Bytes> leaves = new ArrayList<>();
        Bytes all = Bytes.of(bytes);
        int at = 0;
        while (leaves.size() < width) {
            if (all.length() < at + 2) {
                throw Malformed.atByte(at, "leaf " + leaves.size() + " of " + width + " is missing", "send all");
            }
            int end = at + 2 + ((all.at(at) & 0xFF) << 8 | (all.at(at + 1) & 0xFF));
            if (all.length() < end) {
                throw Malformed.atByte(at, "leaf " + leaves.size() + " ends after the file", "send the whole file");
            }
            leaves.add(all.slice(at + 2, end));
            at = end;
        }
        if (at < all.length()) {
            throw Malformed.atByte(at, "something after leaf " + (width - 1), "leave it out");
        }
        return leaves;
    }
}
