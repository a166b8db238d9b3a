package org.safeconduct.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.Nodes;
import org.safeconduct.record.TreeHead;

/** A tree that keeps nothing but its right edge: enough to append leaves and to know the root. Changes as it grows. */
final class Frontier {

    private final Deque<Hash> whole = new ArrayDeque<>(); // the smallest whole subtree first
    private long size;

    /** A tree without leaves. */
    Frontier() {}

    /** The edge of a tree that is kept elsewhere. */
    static Frontier of(Nodes nodes, long size) {
        Frontier frontier = new Frontier();
        long start = 0;
        for (int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(size); level >= 0; level--) {
            if (((size >> level) & 1) == 1) {
                frontier.whole.push(nodes.node(level, start >> level));
                start += 1L << level;
            }
        }
        frontier.size = size;
        return frontier;
    }

    /** Appends a leaf by its hash. */
    void append(Hash leaf) {
        Hash hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.nodeHash(whole.pop(), hash);
        }
        whole.push(hash);
        size++;
    }

    TreeHead head() {
        if (size == 0) {
            return TreeHead.EMPTY;
        }
        Iterator<Hash> subtrees = whole.iterator();
        Hash root = subtrees.next();
        while (subtrees.hasNext()) {
            root = Merkle.nodeHash(subtrees.next(), root);
        }
        return new TreeHead(size, root);
    }
}
