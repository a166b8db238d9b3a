package org.safeconduct.record;

/** A tile of hashes with the nodes inside it worked out, so that a proof is looked up and not computed. */
public final class HashTile {

    private final Hash[][] rows = new Hash[TileId.HEIGHT][];

    private HashTile(Hash[] hashes) {
        rows[0] = hashes;
        for (int row = 1; row < rows.length; row++) {
            Hash[] below = rows[row - 1];
            rows[row] = new Hash[below.length / 2];
            for (int i = 0; i < rows[row].length; i++) {
                rows[row][i] = Merkle.nodeHash(below[2 * i], below[2 * i + 1]);
            }
        }
    }

    /**
     * Reads a tile.
     *
     * @throws Malformed unless these are 32 bytes for each hash of the tile's width
     */
    public static HashTile read(byte[] bytes, int width) throws Malformed {
        if (bytes.length != width * Hash.LENGTH) {
            throw new Malformed("tile of " + bytes.length + " bytes; " + width + " hashes take " + width * Hash.LENGTH);
        }
        Hash[] hashes = new Hash[width];
        for (int i = 0; i < width; i++) {
            hashes[i] = Hash.at(bytes, i * Hash.LENGTH);
        }
        return new HashTile(hashes);
    }

    /** Hash {@code index} of the tile. */
    public Hash hash(int index) {
        return rows[0][index];
    }

    /** Node {@code index}, {@code row} levels above the tile's hashes; at most 7 above. */
    Hash node(int row, int index) {
        if (index >= rows[row].length) {
            throw new IllegalArgumentException("node " + index + " of " + rows[row].length + " in a tile");
        }
        return rows[row][index];
    }
}
