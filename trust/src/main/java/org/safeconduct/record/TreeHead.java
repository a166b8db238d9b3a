package org.safeconduct.record;

/**
 * How far a log had grown, and the root hash of everything in it up to there.
 *
 * @param size number of leaves
 */
public record TreeHead(long size, Hash root) {

    /** The head of a log without entries. */
    public static final TreeHead EMPTY = new TreeHead(0, Merkle.EMPTY_ROOT);

    public TreeHead {
        if (size < 0 || size > Json.GREATEST) {
            throw new IllegalArgumentException("tree of " + size + " leaves; 0 to 2^53 - 1 are possible");
        }
    }
}
