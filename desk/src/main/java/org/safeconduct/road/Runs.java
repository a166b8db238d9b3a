package org.safeconduct.road;

/**
 * Pieces of road between two ends, with nothing in between where one could turn off. An end is a node, or one side of a node that nobody passes.
 *
 * <p>A run has a forward direction (from its first end to its second), a backward one, or both; each names the road it is part of.
 */
final class Runs {
    /** Bit of {@link #flags} for a gate at one of the ends. */
    static final int GATE = RoadFlag.GATE.bit();

    final IntList from = new IntList();
    final IntList to = new IntList();

    /** Twice the number of the road, and one more if it is driven against its own direction; -1 if it is not driven. */
    final IntList forward = new IntList();

    final IntList backward = new IntList();
    final IntList forwardLength = new IntList();
    final IntList backwardLength = new IntList();
    final IntList forwardMillis = new IntList();
    final IntList backwardMillis = new IntList();
    final IntList flags = new IntList();

    /** Where the inner nodes of a run begin in {@link #inner}; one more than there are runs. */
    final IntList firstInner = new IntList();

    final IntList inner = new IntList();

    /** The node of each end. */
    final IntList endNode = new IntList();

    private final NodeTable nodes;
    private final int[] endOfNode;

    Runs(NodeTable nodes) {
        this.nodes = nodes;
        this.endOfNode = new int[nodes.size()];
        firstInner.add(0);
    }

    int size() {
        return from.size();
    }

    int ends() {
        return endNode.size();
    }

    /** The end at a node: always the same one, but a new one at each call if nobody passes the node. */
    int endAt(int node) {
        if (nodes.isBlocked(node)) {
            endNode.add(node);
            return endNode.size() - 1;
        }
        if (endOfNode[node] == 0) {
            endNode.add(node);
            endOfNode[node] = endNode.size();
        }
        return endOfNode[node] - 1;
    }

    /** The road, and whether along it, of a run in one direction; -1 if it cannot be driven so. */
    int road(int run, boolean along) {
        return along ? forward.get(run) : backward.get(run);
    }

    int length(int run, boolean along) {
        return along ? forwardLength.get(run) : backwardLength.get(run);
    }

    int millis(int run, boolean along) {
        return along ? forwardMillis.get(run) : backwardMillis.get(run);
    }

    int innerCount(int run) {
        return firstInner.get(run + 1) - firstInner.get(run);
    }

    /** Makes a one-way run the backward direction of another one between the same ends, and forgets it. */
    void pair(int run, int opposite) {
        backward.set(run, forward.get(opposite));
        backwardLength.set(run, forwardLength.get(opposite));
        backwardMillis.set(run, forwardMillis.get(opposite));
        flags.set(run, flags.get(run) | flags.get(opposite));
        forward.set(opposite, -1);
    }

    /** True for a run that became a part of another. */
    boolean isGone(int run) {
        return forward.get(run) < 0 && backward.get(run) < 0;
    }
}
