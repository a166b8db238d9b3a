package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many residual moves each state is away from a stock, or from an end, in the flow of a {@link RepairBase}: a breadth-first search, 64 steps of a node at a time. A guess for
 * what becomes of that flow, counted once for all scenarios. Counting anew in the course of one costs more than it saves. Immutable once counted; safe from any thread.
 */
final class MovesAway {
    /** Farther than any state in reach. */
    static final int FAR = Short.MAX_VALUE;

    private final boolean forward;
    private final RepairBase base;
    private final Network network;
    private final StateWords words;

    /** By node, then step from the node's first word on; no row where no state was reached. */
    private final short[] @Nullable [] moves;

    private final int[] stockMoves;
    private final long[] reached;
    private long[] fresh;
    private long[] next;
    private IntList front = new IntList();
    private IntList nextFront = new IntList();
    private final IntList nextStocks = new IntList();
    private final boolean[] isNext;

    private MovesAway(RepairBase base, boolean forward) {
        this.forward = forward;
        this.base = base;
        this.network = base.network;
        this.words = network.words;
        this.moves = new short[network.nodes][];
        this.stockMoves = new int[base.stock.length];
        this.reached = new long[words.size()];
        this.fresh = new long[words.size()];
        this.next = new long[words.size()];
        this.isNext = new boolean[network.nodes];
    }

    /** Moves from a stock that is left. */
    static MovesAway fromStocks(RepairBase base) {
        return new MovesAway(base, true).counted();
    }

    /** Moves to the end of a sink. */
    static MovesAway toEnds(RepairBase base) {
        return new MovesAway(base, false).counted();
    }

    int at(int node, int step) {
        if (node >= network.nodes) {
            return stockMoves[node - network.nodes];
        }
        short[] row = moves[node];
        return row == null ? FAR : row[step - (network.earliest[node] >> 6 << 6)];
    }

    private MovesAway counted() {
        Arrays.fill(stockMoves, FAR);
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                reached[at] = ~words.useful(node, words.word(node, at), network.horizon);
            }
        }
        for (int source = 0; forward && source < stockMoves.length; source++) {
            if (base.stock[source] > 0) {
                reachStock(source, 0);
            }
        }
        for (int j = 0; !forward && j < network.end.length; j++) {
            reachAll(network.end[j], 0);
        }
        for (int away = 1; nextFront.size() > 0; away++) {
            round(Math.min(away, FAR - 1));
        }
        fresh = new long[0];
        next = fresh;
        return this;
    }

    private void reachAll(int node, int from) {
        for (int at = words.start(node); at < words.end(node); at++) {
            int word = words.word(node, at);
            reach(node, word, Bits.range(word, from, network.horizon));
        }
    }

    private void reachStock(int source, int away) {
        if (stockMoves[source] != FAR) {
            return;
        }
        stockMoves[source] = away;
        int node = network.sourceNode[source];
        if (forward) {
            reachAll(node, network.problem.sources().get(source).release());
            return;
        }
        for (int step = 0; step <= network.horizon; step++) {
            if (isDeparting(source, step)) {
                reach(node, step >> 6, 1L << step);
            }
        }
    }

    private boolean isDeparting(int source, int step) {
        int @Nullable [] row = base.departures[source];
        return row != null && row[step] > 0;
    }

    private void reach(int node, int word, long bits) {
        int at = words.at(node, word);
        if (bits == 0 || at < words.start(node) || at >= words.end(node)) {
            return;
        }
        long found = bits & ~reached[at];
        if (found != 0) {
            reached[at] |= found;
            next[at] |= found;
            if (!isNext[node]) {
                isNext[node] = true;
                nextFront.add(node);
            }
        }
    }

    private void round(int away) {
        long[] bits = fresh;
        fresh = next;
        next = bits;
        IntList nodes = front;
        front = nextFront;
        nextFront = nodes;
        nextFront.clear();
        for (int i = 0; i < front.size(); i++) {
            isNext[front.get(i)] = false;
        }
        for (int i = 0; i < front.size(); i++) {
            int node = front.get(i);
            write(node, away);
            spread(node);
            Arrays.fill(fresh, words.start(node), words.end(node), 0L);
        }
        for (int i = 0; i < nextStocks.size(); i++) {
            reachStock(nextStocks.get(i), away);
        }
        nextStocks.clear();
    }

    private void write(int node, int away) {
        short[] row = moves[node];
        int start = words.start(node);
        if (row == null) {
            row = new short[(words.end(node) - start) << 6];
            Arrays.fill(row, (short) FAR);
            moves[node] = row;
        }
        for (int at = start; at < words.end(node); at++) {
            for (long left = fresh[at]; left != 0; left &= left - 1) {
                row[((at - start) << 6) + Long.numberOfTrailingZeros(left)] = (short) away;
            }
        }
    }

    private void spread(int node) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            spreadToStock(node, network.sourcesAt[k]);
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            int arc = network.out[k];
            if (forward) {
                spreadLater(node, network.outHead[k], network.outTransit[k], open(arc));
            } else if (base.flow[arc] != null) {
                spreadLater(node, network.outHead[k], network.outTransit[k], base.used(arc));
            }
        }
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            if (!forward) {
                spreadEarlier(node, network.tail[arc], network.transit[arc], open(arc));
            } else if (base.flow[arc] != null) {
                spreadEarlier(node, network.tail[arc], network.transit[arc], base.used(arc));
            }
        }
    }

    private void spreadToStock(int node, int source) {
        int release = network.problem.sources().get(source).release();
        for (int at = words.start(node); stockMoves[source] == FAR && at < words.end(node); at++) {
            for (long left = fresh[at]; left != 0; left &= left - 1) {
                int step = (words.word(node, at) << 6) + Long.numberOfTrailingZeros(left);
                if (forward ? isDeparting(source, step) : step >= release) {
                    nextStocks.add(source);
                    return;
                }
            }
        }
    }

    private long @Nullable [] open(int arc) {
        return base.isNeverFull(arc) ? null : base.open(arc);
    }

    /** Reaches a node from another so many steps earlier, where the way is open; {@code way} is by the earlier step. */
    private void spreadLater(int node, int to, int transit, long @Nullable [] way) {
        int shift = transit & 63;
        for (int at = words.start(node); at < words.end(node); at++) {
            int word = words.word(node, at);
            long bits = way == null ? fresh[at] : fresh[at] & way[word];
            if (bits != 0) {
                reach(to, word + (transit >> 6), bits << shift);
                reach(to, word + (transit >> 6) + 1, shift == 0 ? 0 : bits >>> (64 - shift));
            }
        }
    }

    private void spreadEarlier(int node, int to, int transit, long @Nullable [] way) {
        int shift = transit & 63;
        for (int at = words.start(node); at < words.end(node); at++) {
            long bits = fresh[at];
            int word = words.word(node, at) - (transit >> 6);
            if (bits != 0 && word >= 0) {
                reach(to, word, bits >>> shift & (way == null ? -1L : way[word]));
            }
            if (bits != 0 && shift != 0 && word > 0) {
                reach(to, word - 1, bits << (64 - shift) & (way == null ? -1L : way[word - 1]));
            }
        }
    }
}
