package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which states can be reached from stock that is left: a breadth-first search forward over spare capacity and against what moves, 64 steps at a time.
 *
 * <p>Looks at a window of time only, in words of 64 steps. Each round takes one move more. Used again from window to window.
 */
final class Wave {
    private final Network network;
    private final ResidualFlow flow;
    private final int[] slot;
    private final int[] useful;
    private final int width;
    private final long[] reached;
    private long[] fresh;
    private long[] next;
    private int[] front;
    private int[] nextFront;
    private int frontSize;
    private int nextSize;
    private final boolean[] isNext;
    private final BitSet seenStocks = new BitSet();
    private final IntList reachedStocks = new IntList();
    private BitSet exchanging = new BitSet();
    private final BitSet exchanged = new BitSet();
    private final IntList exchangedNow = new IntList();
    private int firstWord;
    private int last;

    /** A wave over windows of at most {@code width} words. */
    Wave(Network network, ResidualFlow flow, int width) {
        this.network = network;
        this.flow = flow;
        this.width = width;
        this.slot = new int[network.nodes];
        IntList nodes = new IntList();
        for (int node = 0; node < network.nodes; node++) {
            slot[node] = network.isUseful(node) ? nodes.size() : -1;
            if (slot[node] >= 0) {
                nodes.add(node);
            }
        }
        this.useful = nodes.toArray();
        this.reached = new long[Math.multiplyExact(useful.length, width)];
        this.fresh = new long[reached.length];
        this.next = new long[reached.length];
        this.front = new int[useful.length];
        this.nextFront = new int[useful.length];
        this.isNext = new boolean[useful.length];
    }

    /** Starts over, for the steps of a window that are not dead. */
    void start(StateLabels labels, int firstWord, int last) {
        this.firstWord = firstWord;
        this.last = last;
        frontSize = 0;
        nextSize = 0;
        seenStocks.clear();
        exchanged.clear();
        for (int s = 0; s < useful.length; s++) {
            int node = useful[s];
            for (int w = 0; w < width; w++) {
                long inside = window(node, w);
                reached[s * width + w] = inside == 0 ? -1L : ~inside | labels.deadWord(node, firstWord + w);
            }
        }
    }

    private long window(int node, int w) {
        return Bits.range(firstWord + w, network.earliest[node], Math.min(last, network.latest(node)));
    }

    /** Reaches a source's stock, and so all steps in which it can depart. */
    void reachStock(int source) {
        if (!seenStocks.get(source)) {
            seenStocks.set(source);
            FlowProblem.Source from = network.problem.sources().get(source);
            for (int w = 0; w < width; w++) {
                reach(from.node(), w, Bits.range(firstWord + w, from.release(), last));
            }
        }
    }

    /** Sinks in this set are full: what they receive they can receive in another step. */
    void exchangeAt(BitSet fullSinks) {
        exchanging = fullSinks;
    }

    /** True if a full sink was reached. */
    boolean isExchanged(int sink) {
        return exchanged.get(sink);
    }

    /** Reaches a full sink, and so what it receives in all steps: that may go elsewhere. */
    private void reachReception(int sink) {
        int end = network.end[sink];
        for (int k = network.inStart[end]; k < network.inStart[end + 1]; k++) {
            Row arrivals = flow.row(network.in[k]);
            for (int w = 0; arrivals != null && w < width; w++) {
                reach(end, w, arrivals.usedWord(firstWord + w));
            }
        }
    }

    boolean isStockReached(int source) {
        return seenStocks.get(source);
    }

    void reachState(int node, int step) {
        reach(node, (step >> 6) - firstWord, 1L << step);
    }

    private void reach(int node, int w, long bits) {
        int s = slot[node];
        if (s < 0 || w < 0 || w >= width) {
            return;
        }
        long found = bits & ~reached[s * width + w];
        if (found != 0) {
            reached[s * width + w] |= found;
            next[s * width + w] |= found;
            if (!isNext[s]) {
                isNext[s] = true;
                nextFront[nextSize++] = s;
            }
        }
    }

    /** Gets states: those of a node whose bits are set in a word of time. */
    interface StateSink {
        void states(int node, int word, long bits);
    }

    /** Tells {@code sink} the states reached since the last round, then goes one move on from them. False if there were none. */
    boolean round(StateSink sink) {
        turn();
        for (int i = 0; i < frontSize; i++) {
            int s = front[i];
            for (int w = 0; w < width; w++) {
                long bits = fresh[s * width + w];
                if (bits != 0) {
                    sink.states(useful[s], firstWord + w, bits);
                }
            }
            spread(s);
            Arrays.fill(fresh, s * width, (s + 1) * width, 0L);
        }
        for (int i = 0; i < reachedStocks.size(); i++) {
            reachStock(reachedStocks.get(i));
        }
        reachedStocks.clear();
        for (int i = 0; i < exchangedNow.size(); i++) {
            reachReception(exchangedNow.get(i));
        }
        exchangedNow.clear();
        return frontSize > 0;
    }

    private void turn() {
        long[] bits = fresh;
        fresh = next;
        next = bits;
        int[] slots = front;
        front = nextFront;
        nextFront = slots;
        frontSize = nextSize;
        nextSize = 0;
        for (int i = 0; i < frontSize; i++) {
            isNext[front[i]] = false;
        }
    }

    private void spread(int s) {
        int node = useful[s];
        spreadToStocks(s, node);
        int sink = network.sinkEndingAt(node);
        if (sink >= 0 && exchanging.get(sink) && !exchanged.get(sink)) {
            exchanged.set(sink);
            exchangedNow.add(sink);
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            int arc = network.out[k];
            if (slot[network.head[arc]] >= 0) {
                spreadAlong(s, arc);
            }
        }
        for (int k = network.inStart[node]; k < network.inStart[node + 1]; k++) {
            Row row = flow.row(network.in[k]);
            if (row != null) {
                spreadAgainst(s, network.in[k], row);
            }
        }
    }

    private void spreadToStocks(int s, int node) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            Row departures = flow.departures(source);
            for (int w = 0; departures != null && !seenStocks.get(source) && w < width; w++) {
                if ((fresh[s * width + w] & departures.usedWord(firstWord + w)) != 0) {
                    reachedStocks.add(source);
                    break;
                }
            }
        }
    }

    private void spreadAlong(int s, int arc) {
        int head = network.head[arc];
        int words = network.transit[arc] >> 6;
        int steps = network.transit[arc] & 63;
        for (int w = 0; w + words < width; w++) {
            long bits = fresh[s * width + w];
            if (bits != 0) {
                bits &= flow.spareWord(arc, firstWord + w);
                reach(head, w + words, bits << steps);
                if (steps != 0) {
                    reach(head, w + words + 1, bits >>> (64 - steps));
                }
            }
        }
    }

    private void spreadAgainst(int s, int arc, Row row) {
        int tail = network.tail[arc];
        int words = network.transit[arc] >> 6;
        int steps = network.transit[arc] & 63;
        for (int w = words; w < width; w++) {
            long bits = fresh[s * width + w];
            if (bits != 0) {
                reach(tail, w - words, bits >>> steps & row.usedWord(firstWord + w - words));
                if (steps != 0) {
                    reach(tail, w - words - 1, bits << (64 - steps) & row.usedWord(firstWord + w - words - 1));
                }
            }
        }
    }

    /** Tells {@code sink} all states of the window that the wave did not reach and that were not dead before. */
    void forEachUnreached(StateSink sink) {
        for (int s = 0; s < useful.length; s++) {
            for (int w = 0; w < width; w++) {
                long bits = ~reached[s * width + w];
                if (bits != 0) {
                    sink.states(useful[s], firstWord + w, bits);
                }
            }
        }
    }
}
