package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTile;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;

/**
 * The tree of a bundle, built anew from its leaves and held against the checkpoint and against the hashes it brings.
 *
 * @param tree all of it, unless something is missing
 * @param leaves by index; empty bytes for what is not here
 * @param faults what is not as it was signed
 * @param missing what it would take to say more
 */
public record BundledTree(HashTree tree, List<Bytes> leaves, List<Fault> faults, List<String> missing) {

    /** Where a leaf's bytes and the hash beside them do not belong together. */
    private record Mismatch(TileId tile, long index, Hash ofLeaf) {}

    /** The tree of a bundle that is to have a head. */
    public static BundledTree read(Bundle bundle, TreeHead head) {
        BundledTree result = new BundledTree(new HashTree(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Mismatch> mismatches = new ArrayList<>();
        for (TileId tile : TileId.of(0, head.size())) {
            if (!result.add(bundle, tile, mismatches)) {
                return result;
            }
        }
        result.judge(head, mismatches);
        result.checkUpperTiles(bundle, head.size());
        return result;
    }

    /** Appends the leaves of one tile; false if they cannot be had, so that nothing more can be said of the tree. */
    private boolean add(Bundle bundle, TileId tile, List<Mismatch> mismatches) {
        TileId entries = new TileId(TileId.ENTRIES, tile.index(), tile.width());
        long start = tile.index() * TileId.WIDTH;
        Optional<HashTile> hashes;
        List<Bytes> here;
        try {
            here = readLeaves(bundle, entries);
            hashes = readTile(bundle, tile);
        } catch (Malformed e) {
            faults.add(Fault.in(e.getMessage().split(", ", 2)[0], "cannot be read: " + e.getMessage()));
            return false;
        }
        for (int i = 0; i < tile.width(); i++) {
            Bytes leaf = here.get(i);
            if (hashes.isEmpty() && EntryBundle.isWithheld(leaf)) {
                missing.add("Entry " + (start + i) + " and its hash are missing: add " + tile.path() + " or "
                        + entries.path());
                return false;
            }
            Hash ofLeaf = Merkle.leafHash(leaf);
            Hash hash = hashes.isPresent() ? hashes.get().hashes().get(i) : ofLeaf;
            if (!EntryBundle.isWithheld(leaf) && !hash.equals(ofLeaf)) {
                mismatches.add(new Mismatch(tile, start + i, ofLeaf));
            }
            tree.append(hash);
            leaves.add(leaf);
        }
        return true;
    }

    private static List<Bytes> readLeaves(Bundle bundle, TileId id) throws Malformed {
        Optional<Bytes> file = bundle.find(id.path());
        if (file.isEmpty()) {
            return Collections.nCopies(id.width(), EntryBundle.withheld());
        }
        try {
            return EntryBundle.read(file.get().toArray(), id.width());
        } catch (Malformed e) {
            throw new Malformed(id.path() + ", " + e.getMessage());
        }
    }

    private static Optional<HashTile> readTile(Bundle bundle, TileId id) throws Malformed {
        Optional<Bytes> file = bundle.find(id.path());
        try {
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HashTile.read(file.get().toArray(), id.width()));
        } catch (Malformed e) {
            throw new Malformed(id.path() + ", " + e.getMessage());
        }
    }

    /** Says who is right where leaf and hash differ: the one that leads to the signed root. */
    private void judge(TreeHead head, List<Mismatch> mismatches) {
        boolean hashesAreRight = tree.head(head.size()).equals(head);
        boolean leavesAreRight = !hashesAreRight
                && !mismatches.isEmpty()
                && withLeaves(mismatches, head.size()).equals(head);
        for (Mismatch mismatch : mismatches) {
            TileId tile = mismatch.tile();
            String entries = new TileId(TileId.ENTRIES, tile.index(), tile.width()).path();
            String what = leavesAreRight
                    ? "its hash was changed; the entry itself is what the log signed"
                    : hashesAreRight
                            ? "its bytes are not what the log signed"
                            : "its bytes and its hash do not belong together";
            faults.add(Fault.ofEntry(leavesAreRight ? tile.path() : entries, mismatch.index(), what));
        }
        if (!hashesAreRight && !leavesAreRight) {
            faults.add(Fault.in(
                    Bundle.CHECKPOINT,
                    "the entries and hashes here lead to the root "
                            + tree.head(head.size()).root() + ", the log signed " + head.root()));
        }
    }

    private TreeHead withLeaves(List<Mismatch> mismatches, long size) {
        HashTree other = new HashTree();
        int next = 0;
        for (long i = 0; i < size; i++) {
            boolean differs = next < mismatches.size() && mismatches.get(next).index() == i;
            other.append(differs ? mismatches.get(next++).ofLeaf() : tree.node(0, i));
        }
        return other.head(size);
    }

    private void checkUpperTiles(Bundle bundle, long size) {
        for (TileId id : TileId.listTiles(size)) {
            Optional<Bytes> file = id.level() == 0 ? Optional.empty() : bundle.find(id.path());
            if (file.isPresent()) {
                checkUpperTile(id, file.get());
            }
        }
    }

    private void checkUpperTile(TileId id, Bytes file) {
        try {
            HashTile tile = HashTile.read(file.toArray(), id.width());
            int level = id.level() * TileId.HEIGHT;
            for (int i = 0; i < id.width(); i++) {
                long index = id.index() * TileId.WIDTH + i;
                if (!tile.hashes().get(i).equals(tree.node(level, index))) {
                    faults.add(Fault.ofEntry(
                            id.path(),
                            index << level,
                            "the hash over " + (1L << level) + " entries from this one on is not theirs"));
                }
            }
        } catch (Malformed e) {
            faults.add(Fault.in(id.path(), "cannot be read: " + e.getMessage()));
        }
    }
}
