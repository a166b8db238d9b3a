package org.safeconduct.record;

/** The hashes of a tree's whole subtrees, wherever they are kept. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash over the leaves from {@code index} · 2^{@code level} on, 2^{@code level} of them.
     *
     * <pre>
     *   level 2         0
     *   level 1     0       1
     *   level 0   0   1   2   3   4     leaf 4 has no node above it yet
     * </pre>
     */
    Hash node(int level, long index);
}
