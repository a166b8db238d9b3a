package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;

/** The hashes of a tile, from the left. */
public record HashTile(List<Hash> hashes) {

    public HashTile {
        hashes = List.copyOf(hashes);
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
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.at(bytes, i * Hash.LENGTH));
        }
        return new HashTile(hashes);
    }
}
