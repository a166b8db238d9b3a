package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which states can be reached from stock that is left: a breadth-first search forward over spare capacity and against what moves, 64 steps at a time.
 *
 * <p>Looks at a window of time only, in words of 64 steps. Each round takes one move more. Used again from window to window.
 */
final class Wave {
    private final Network network;
    private final ResidualFlow flow;
    private final WaveGraph graph;
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

    /** A wave over windows of {@code width} words. */
    Wave(Network network, ResidualFlow flow, int width) {
        this.network = network;
        this.flow = flow;
        this.width = width;
        this.graph = new WaveGraph(network);
        this.reached = new long[Math.multiplyExact(graph.nodes.length, width)];
        this.fresh = new long[reached.length];
        this.next = new long[reached.length];
        this.front = new int[graph.nodes.length];
        this.nextFront = new int[graph.nodes.length];
        this.isNext = new boolean[graph.nodes.length];
    }

    /** Starts over, for the steps of a window that are not dead: those up to {@code last} in {@code width} words from {@code firstWord} on. */
    void start(StateLabels labels, int firstWord, int last) {
        this.firstWord = firstWord;
        this.last = last;
        frontSize = 0;
        nextSize = 0;
        seenStocks.clear();
        exchanged.clear();
        for (int v = 0; v < graph.nodes.length; v++) {
            int node = graph.nodes[v];
            int end = Math.min(last, network.latest(node));
            for (int w = 0; w < width; w++) {
                long inside = Bits.range(firstWord + w, network.earliest[node], end);
                reached[v * width + w] = inside == 0 ? -1L : ~inside | labels.deadWord(node, firstWord + w);
            }
        }
    }

    /** Reaches a source's stock, and so all steps in which it can depart. */
    void reachStock(int source) {
        if (!seenStocks.get(source)) {
            seenStocks.set(source);
            FlowProblem.Source from = network.problem.sources().get(source);
            for (int w = 0; w < width; w++) {
                reachNode(network.sourceNode[source], w, Bits.range(firstWord + w, from.release(), last));
            }
        }
    }

    boolean isStockReached(int source) {
        return seenStocks.get(source);
    }

    void reachState(int node, int step) {
        reachNode(node, (step >> 6) - firstWord, 1L << step);
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
                reachNode(end, w, arrivals.usedWord(firstWord + w));
            }
        }
    }

    private void reachNode(int node, int w, long bits) {
        if (graph.numbers[node] >= 0 && w >= 0 && w < width) {
            reach(graph.numbers[node], w, bits);
        }
    }

    private void reach(int v, int w, long bits) {
        int at = v * width + w;
        long found = bits & ~reached[at];
        if (found != 0) {
            reached[at] |= found;
            next[at] |= found;
            if (!isNext[v]) {
                isNext[v] = true;
                nextFront[nextSize++] = v;
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
            int v = front[i];
            for (int w = 0; w < width; w++) {
                long bits = fresh[v * width + w];
                if (bits != 0) {
                    sink.states(graph.nodes[v], firstWord + w, bits);
                }
            }
            spread(v);
            Arrays.fill(fresh, v * width, (v + 1) * width, 0L);
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
        int[] nodes = front;
        front = nextFront;
        nextFront = nodes;
        frontSize = nextSize;
        nextSize = 0;
        for (int i = 0; i < frontSize; i++) {
            isNext[front[i]] = false;
        }
    }

    private void spread(int v) {
        spreadToStocks(v);
        int sink = network.sinkEndingAt(graph.nodes[v]);
        if (sink >= 0 && exchanging.get(sink) && !exchanged.get(sink)) {
            exchanged.set(sink);
            exchangedNow.add(sink);
        }
        WaveGraph.Star out = graph.out;
        boolean leaves = flow.leaves(graph.nodes[v]);
        for (int k = out.start()[v]; k < out.start()[v + 1]; k++) {
            spreadAlong(v, k, leaves ? flow.row(out.arc()[k]) : null);
        }
        WaveGraph.Star in = graph.in;
        int end = flow.enters(graph.nodes[v]) ? in.start()[v + 1] : 0;
        for (int k = in.start()[v]; k < end; k++) {
            Row row = flow.row(in.arc()[k]);
            if (row != null) {
                spreadAgainst(v, k, row);
            }
        }
    }

    private void spreadToStocks(int v) {
        int node = graph.nodes[v];
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            Row departures = flow.departures(source);
            for (int w = 0; departures != null && !seenStocks.get(source) && w < width; w++) {
                if ((fresh[v * width + w] & departures.usedWord(firstWord + w)) != 0) {
                    reachedStocks.add(source);
                    break;
                }
            }
        }
    }

    private void spreadAlong(int v, int k, @Nullable Row row) {
        WaveGraph.Star out = graph.out;
        boolean alwaysOpen = out.alwaysOpen()[k];
        int head = out.other()[k];
        int words = out.transit()[k] >> 6;
        int steps = out.transit()[k] & 63;
        for (int w = 0; w + words < width; w++) {
            long bits = fresh[v * width + w];
            if (bits != 0 && row != null) {
                bits &= ~row.fullWord(firstWord + w);
            }
            if (bits != 0 && !alwaysOpen) {
                bits &= network.openWord(out.arc()[k], firstWord + w);
            }
            if (bits != 0) {
                reach(head, w + words, bits << steps);
                if (steps != 0 && w + words + 1 < width) {
                    reach(head, w + words + 1, bits >>> (64 - steps));
                }
            }
        }
    }

    private void spreadAgainst(int v, int k, Row row) {
        WaveGraph.Star in = graph.in;
        int tail = in.other()[k];
        int words = in.transit()[k] >> 6;
        int steps = in.transit()[k] & 63;
        for (int w = words; w < width; w++) {
            long bits = fresh[v * width + w];
            if (bits != 0) {
                int to = w - words;
                reach(tail, to, bits >>> steps & row.usedWord(firstWord + to));
                if (steps != 0 && to > 0) {
                    reach(tail, to - 1, bits << (64 - steps) & row.usedWord(firstWord + to - 1));
                }
            }
        }
    }

    /** Tells {@code sink} all states of the window that the wave did not reach and that were not dead before. */
    void forEachUnreached(StateSink sink) {
        for (int v = 0; v < graph.nodes.length; v++) {
            for (int w = 0; w < width; w++) {
                long bits = ~reached[v * width + w];
                if (bits != 0) {
                    sink.states(graph.nodes[v], firstWord + w, bits);
                }
            }
        }
    }
}
