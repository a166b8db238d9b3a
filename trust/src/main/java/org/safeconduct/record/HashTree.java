package org.safeconduct.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A whole tree in memory, 64 bytes a leaf: any root, any proof, any tile. Changes as it grows; for one thread. */
public final class HashTree implements Nodes {

    private final List<Level> levels = new ArrayList<>();

    /** A tree without leaves. */
    public HashTree() {}

    /** The hashes of one level, one after the other. */
    private static final class Level {
        private byte[] hashes = new byte[16 * Hash.LENGTH];
        private int count;

        void add(Hash hash) {
            if (hashes.length == count * Hash.LENGTH) {
                hashes = Arrays.copyOf(hashes, 2 * hashes.length);
            }
            hash.copyTo(hashes, count++ * Hash.LENGTH);
        }

        Hash get(long index) {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException("node " + index + " of " + count);
            }
            return Hash.at(hashes, Math.toIntExact(index) * Hash.LENGTH);
        }
    }

    /** Appends a leaf by its hash. */
    public void append(Hash leaf) {
        Hash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new Level());
            }
            Level here = levels.get(level);
            here.add(hash);
            if (here.count % 2 == 1) {
                return;
            }
            hash = Merkle.nodeHash(here.get(here.count - 2), hash);
        }
    }

    public long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().count;
    }

    /** The head that the log had when it had this many leaves. */
    public TreeHead head(long size) {
        return new TreeHead(size, Merkle.root(this, size));
    }

    @Override
    public Hash node(int level, long index) {
        if (level >= levels.size()) {
            throw new IllegalArgumentException("level " + level + " of " + levels.size());
        }
        return levels.get(level).get(index);
    }

    /** The bytes of a tile. */
    public byte[] tile(TileId id) {
        byte[] bytes = new byte[id.width() * Hash.LENGTH];
        for (int i = 0; i < id.width(); i++) {
            node(id.level() * TileId.HEIGHT, id.index() * TileId.WIDTH + i).copyTo(bytes, i * Hash.LENGTH);
        }
        return bytes;
    }
}
