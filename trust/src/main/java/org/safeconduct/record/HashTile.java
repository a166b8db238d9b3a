package org.safeconduct.record;

import java.util.List;
import java.util.stream.IntStream;

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
        return new HashTile(IntStream.range(0, width)
                .mapToObj(i -> Hash.at(bytes, i * Hash.LENGTH))
                .toList());
    }
}
