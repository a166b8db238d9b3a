package org.safeconduct.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Network.Kind;

/**
 * Looks for a late departure with which a unit is at the end of a sink in a given step, over what a flow leaves free and through no node twice.
 *
 * <p>A search from the arrival back, led by the steps that it takes from the source with nothing in the way (Hart, Nilsson and Raphael 1968); these count more than steps gone, so that
 * it comes to an end soon, with a departure that may not be the latest (Pohl 1970). A state is come to by one way only: now and then a way is missed that
 * would close no circle.
 */
final class DirectSearch {
    /** Of the steps ahead, against those gone. More finds less, less takes longer. */
    private static final int WEIGHT = 3;

    /** States that a search may come to before it gives up. */
    private static final int MOST = 5_000;

    private final Network network;
    private final ResidualFlow flow;
    private final boolean anyRoad;
    private final Map<Integer, int[]> stepsFrom = new HashMap<>();
    private final StateTree tree = new StateTree();
    private final long[] seen;
    private final IntList seenWords = new IntList();
    private final int[] lastSeen;
    private int searches;

    /**
     * A search over what is left of a flow.
     *
     * @param anyRoad false to keep to roads that the flow makes use of in some step
     */
    DirectSearch(Network network, ResidualFlow flow, boolean anyRoad) {
        this.network = network;
        this.flow = flow;
        this.anyRoad = anyRoad;
        this.seen = new long[network.words.size()];
        this.lastSeen = new int[network.nodes];
        Arrays.fill(lastSeen, -1);
    }

    /**
     * A way for a unit that arrives at a sink in a step; null if none was found.
     *
     * @param notBefore first step in which it may depart
     */
    @Nullable
    Path find(int source, int sink, int arrival, int notBefore) {
        startOver();
        int home = network.sourceNode[source];
        int[] ahead = stepsFrom.computeIfAbsent(home, node -> FreeFlow.from(network, node, this::isConsidered));
        tree.file(add(network.end[sink], arrival, -1, -1), 0, 0);
        for (int entry = tree.poll(); entry >= 0 && tree.size() <= MOST; entry = tree.poll()) {
            if (tree.node(entry) == home) {
                return path(source, entry, arrival);
            }
            look(entry, ahead, notBefore);
        }
        return null;
    }

    private boolean isConsidered(int arc) {
        return anyRoad || network.kind(arc) != Kind.ROAD || flow.isEverUsed(arc);
    }

    private void look(int entry, int[] ahead, int notBefore) {
        int node = tree.node(entry);
        int step = tree.step(entry);
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            int tail = network.tail[arc];
            int entered = step - network.transit[arc];
            if (entered - ahead[tail] >= notBefore
                    && !isSeen(tail, entered)
                    && isConsidered(arc)
                    && network.isOpen(arc, entered)
                    && !flow.isFull(arc, entered)
                    && !closesCircle(entry, arc)) {
                int next = add(tail, entered, entry, arc);
                tree.file(next, tree.distance(entry) + network.transit[arc], WEIGHT * ahead[tail]);
            }
        }
    }

    /** Whoever is at a node twice takes a road from there twice, or a road and then its sink. */
    private boolean closesCircle(int entry, int arc) {
        int tail = network.tail[arc];
        if (lastSeen[tail] != searches || network.kind(arc) != Kind.ROAD) {
            return false;
        }
        int on = entry;
        while (on >= 0 && tree.node(on) != tail) {
            on = tree.from(on);
        }
        return on >= 0;
    }

    private int add(int node, int step, int from, int arc) {
        int at = network.words.at(node, step >> 6);
        if (seen[at] == 0) {
            seenWords.add(at);
        }
        seen[at] |= 1L << step;
        lastSeen[node] = searches;
        return tree.add(node, step, from, arc);
    }

    private boolean isSeen(int node, int step) {
        return (seen[network.words.at(node, step >> 6)] >>> step & 1) != 0;
    }

    private void startOver() {
        for (int i = 0; i < seenWords.size(); i++) {
            seen[seenWords.get(i)] = 0;
        }
        seenWords.clear();
        tree.clear();
        searches++;
    }

    /** The way from an entry on, which leads back to the arrival. */
    private Path path(int source, int first, int arrival) {
        IntList moves = new IntList();
        IntList offsets = new IntList();
        for (int entry = first; entry >= 0; entry = tree.from(entry)) {
            offsets.add(tree.step(entry) - arrival);
            if (tree.from(entry) >= 0) {
                moves.add(Path.Move.along(tree.move(entry)));
            }
        }
        return new Path(source, moves.toArray(), offsets.toArray());
    }
}
