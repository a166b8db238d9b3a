package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962, section 2.1: its hashes, its roots, and the proofs about it. */
public final class Merkle {

    /** The root of a tree without leaves: the hash of no bytes. */
    public static final Hash EMPTY_ROOT = Hash.of(new byte[0]);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    public static Hash leafHash(Bytes leaf) {
        return Hash.of(LEAF, leaf.shared());
    }

    public static Hash nodeHash(Hash left, Hash right) {
        return Hash.of(NODE, left.shared(), right.shared());
    }

    /** The root of the first {@code size} leaves. */
    public static Hash root(Nodes nodes, long size) {
        return size == 0 ? EMPTY_ROOT : range(nodes, 0, size);
    }

    /** The way from a leaf to the root: the sibling of the leaf first, the child of the root last. */
    public static List<Hash> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size + "; the last has one less");
        }
        List<Hash> path = new ArrayList<>();
        addInclusion(nodes, index, 0, size, path);
        return path;
    }

    private static void addInclusion(Nodes nodes, long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + Long.highestOneBit(end - start - 1);
        if (index < middle) {
            addInclusion(nodes, index, start, middle, path);
            path.add(range(nodes, middle, end));
        } else {
            addInclusion(nodes, index, middle, end, path);
            path.add(range(nodes, start, middle));
        }
    }

    /** Proves that the tree of the first {@code size} leaves begins with that of the first {@code old}. */
    public static List<Hash> consistency(Nodes nodes, long old, long size) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("from " + old + " leaves to " + size + "; the older tree is smaller");
        }
        List<Hash> path = new ArrayList<>();
        if (old > 0 && old < size) {
            addConsistency(nodes, old, 0, size, path);
        }
        return path;
    }

    /** A subtree that the old tree holds whole is named, unless it is the old tree itself. */
    private static void addConsistency(Nodes nodes, long old, long start, long end, List<Hash> path) {
        if (old == end) {
            if (start > 0) {
                path.add(range(nodes, start, end));
            }
            return;
        }
        long middle = start + Long.highestOneBit(end - start - 1);
        if (old <= middle) {
            addConsistency(nodes, old, start, middle, path);
            path.add(range(nodes, middle, end));
        } else {
            addConsistency(nodes, old, middle, end, path);
            path.add(range(nodes, start, middle));
        }
    }

    /** The hash over the leaves from {@code start} to before {@code end}, a subtree of some tree. */
    private static Hash range(Nodes nodes, long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, start >> level);
        }
        long middle = start + Long.highestOneBit(width);
        return nodeHash(range(nodes, start, middle), range(nodes, middle, end));
    }

    /** Whether the path leads from this leaf at this index to this head. */
    public static boolean includes(TreeHead head, long index, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= head.size()) {
            return false;
        }
        long place = index;
        long last = head.size() - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = nodeHash(sibling, hash);
                int up = Long.numberOfTrailingZeros(place); // past the levels where the last node has no sibling
                place >>= up;
                last >>= up;
            } else {
                hash = nodeHash(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(head.root());
    }

    /**
     * Whether the path shows that the tree of {@code head} begins with that of {@code old}. Every tree begins with the
     * empty one, so there is no proof of that and none holds.
     */
    public static boolean isConsistent(TreeHead old, TreeHead head, List<Hash> path) {
        if (old.size() == head.size()) {
            boolean isPossible = old.size() > 0 || old.root().equals(EMPTY_ROOT);
            return isPossible && old.root().equals(head.root()) && path.isEmpty();
        }
        if (old.size() == 0 || old.size() > head.size() || path.isEmpty()) {
            return false;
        }
        int whole = Long.numberOfTrailingZeros(old.size());
        long place = (old.size() - 1) >> whole;
        long last = (head.size() - 1) >> whole;
        boolean oldIsWhole = Long.bitCount(old.size()) == 1;
        Hash oldHash = oldIsWhole ? old.root() : path.getFirst();
        Hash hash = oldHash;
        for (Hash sibling : path.subList(oldIsWhole ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                oldHash = nodeHash(sibling, oldHash);
                hash = nodeHash(sibling, hash);
                int up = Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                hash = nodeHash(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && oldHash.equals(old.root()) && hash.equals(head.root());
    }
}
