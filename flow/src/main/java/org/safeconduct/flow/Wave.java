package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which states can be reached from stock that is left: a breadth-first search forward over spare capacity and against what moves, 64 steps of a node at a time. Each
 * round takes one move more. Looks only at states that are not dead and from which a unit can end by a given step.
 */
final class Wave {
    /** Words that are looked for before any is looked at. */
    private static final int BATCH = 1024;

    private final Network network;
    private final ResidualFlow flow;
    private final StateWords words;

    /** Two words for each word of a node: steps reached or not to be looked at, and steps reached since the last round. */
    private final long[] states;

    private Front front = new Front();
    private Front nextFront = new Front();
    private final Front found = new Front();
    private final int firstEnd;
    private final BitSet seenStocks = new BitSet();
    private final IntList reachedStocks = new IntList();
    private BitSet exchanging = new BitSet();
    private final BitSet exchanged = new BitSet();
    private final IntList exchangedNow = new IntList();

    Wave(Network network, ResidualFlow flow) {
        this.network = network;
        this.flow = flow;
        this.words = network.words;
        this.firstEnd = network.nodes - network.end.length;
        this.states = new long[Math.multiplyExact(2, words.size())];
    }

    /** Starts over, for the states from which a unit can end by step {@code last}, without those that {@code labels}, if given, know to be dead. */
    void start(int last, @Nullable StateLabels labels) {
        nextFront.clear();
        seenStocks.clear();
        exchanged.clear();
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                long dead = labels == null ? 0 : labels.dead(at);
                states[2 * at] = dead | ~words.useful(node, words.word(node, at), last);
                states[2 * at + 1] = 0;
            }
        }
    }

    /** Reaches a source's stock, and so all steps in which it can depart. */
    void reachStock(int source) {
        if (!seenStocks.get(source)) {
            seenStocks.set(source);
            int node = network.sourceNode[source];
            int release = network.problem.sources().get(source).release();
            for (int at = words.start(node); at < words.end(node); at++) {
                reach(node, at, Bits.range(words.word(node, at), release, network.horizon));
            }
        }
    }

    /** Reaches the ends where units arrive after a step. */
    void reachArrivals(int after) {
        for (int end = firstEnd; end < network.nodes; end++) {
            for (int arc = network.inStart[end]; arc < network.inStart[end + 1]; arc++) {
                for (int at = words.start(end); flow.isEverUsed(arc) && at < words.end(end); at++) {
                    int word = words.word(end, at);
                    // An arrival takes no time, so its word is that of the arc's tail.
                    reach(end, at, flow.usedWord(arc, word) & Bits.range(word, after + 1, network.horizon));
                }
            }
        }
    }

    boolean isStockReached(int source) {
        return seenStocks.get(source);
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
        for (int arc = network.inStart[end]; arc < network.inStart[end + 1]; arc++) {
            // An arrival takes no time, so its word is that of the arc's tail.
            int tail = network.tail[arc];
            for (int at = words.start(tail); flow.isEverUsed(arc) && at < words.end(tail); at++) {
                long arrivals = flow.usedWord(arc, words.word(tail, at));
                if (arrivals != 0) {
                    reach(end, words.at(end, words.word(tail, at)), arrivals);
                }
            }
        }
    }

    private void reach(int node, int at, long bits) {
        long found = bits & ~states[2 * at];
        if (found != 0) {
            states[2 * at] |= found;
            if (states[2 * at + 1] == 0) {
                nextFront.add(node, at, 0);
            }
            states[2 * at + 1] |= found;
        }
    }

    /** True if a state was reached, or is not looked at. */
    boolean isReached(int node, int step) {
        return (states[2 * words.at(node, step >> 6)] >>> step & 1) != 0;
    }

    /** Gets states: those of a node whose bits are set in a word, given by where it lies. */
    interface StateSink {
        void states(int node, int at, long bits);
    }

    /** Tells {@code sink} the states reached since the last round, then goes one move on from them. False if there were none. */
    boolean round(StateSink sink) {
        Front now = nextFront;
        nextFront = front;
        front = now;
        for (int i = 0; i < now.size; i++) {
            int at = now.at[i];
            now.bits[i] = states[2 * at + 1];
            states[2 * at + 1] = 0;
            sink.states(now.node[i], at, now.bits[i]);
        }
        spread(now);
        for (int i = 0; i < reachedStocks.size(); i++) {
            reachStock(reachedStocks.get(i));
        }
        reachedStocks.clear();
        for (int i = 0; i < exchangedNow.size(); i++) {
            reachReception(exchangedNow.get(i));
        }
        exchangedNow.clear();
        now.clear();
        return nextFront.size > 0;
    }

    /** Finds all that one move leads to before anything of it is looked at, a batch at a time: so that memory is waited for once, not once for each. */
    private void spread(Front now) {
        for (int i = 0; i < now.size; i++) {
            spread(now.node[i], now.at[i], now.bits[i]);
            if (found.size >= BATCH || i == now.size - 1) {
                for (int k = 0; k < found.size; k++) {
                    reach(found.node[k], found.at[k], found.bits[k]);
                }
                found.clear();
            }
        }
    }

    private void spread(int node, int at, long bits) {
        int word = words.word(node, at);
        spreadToStocks(node, word, bits);
        int sink = network.sinkEndingAt(node);
        if (sink >= 0 && exchanging.get(sink) && !exchanged.get(sink)) {
            exchanged.set(sink);
            exchangedNow.add(sink);
        }
        boolean leaves = flow.leaves(node);
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            spreadAlong(k, word, bits, leaves);
        }
        int end = flow.enters(node) ? network.inStart[node + 1] : 0;
        for (int arc = network.inStart[node]; arc < end; arc++) {
            if (flow.isEverUsed(arc)) {
                spreadAgainst(arc, word, bits);
            }
        }
    }

    private void spreadToStocks(int node, int word, long bits) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            Row departures = flow.departures(source);
            if (departures != null && !seenStocks.get(source) && (bits & departures.usedWord(word)) != 0) {
                reachedStocks.add(source);
            }
        }
    }

    private void spreadAlong(int k, int word, long bits, boolean leaves) {
        int arc = network.out[k];
        long open = leaves ? bits & ~flow.fullWord(arc, word) : bits;
        if (open != 0 && !network.isAlwaysOpen(arc)) {
            open &= network.openWord(arc, word);
        }
        if (open != 0) {
            int transit = network.outTransit[k];
            int steps = transit & 63;
            int head = network.outHead[k];
            int at = words.at(head, word + (transit >> 6));
            int start = words.start(head);
            int end = words.end(head);
            if (at >= start && at < end) {
                found.add(head, at, open << steps);
            }
            if (steps != 0 && at + 1 >= start && at + 1 < end && open >>> (64 - steps) != 0) {
                found.add(head, at + 1, open >>> (64 - steps));
            }
        }
    }

    private void spreadAgainst(int arc, int word, long bits) {
        int to = word - (network.transit[arc] >> 6);
        int steps = network.transit[arc] & 63;
        reachTail(arc, to, bits >>> steps);
        if (steps != 0) {
            reachTail(arc, to - 1, bits << (64 - steps));
        }
    }

    /** Reaches an arc's tail in those of some steps in which something enters the arc. */
    private void reachTail(int arc, int word, long bits) {
        int tail = network.tail[arc];
        int at = words.at(tail, word);
        if (bits != 0 && at >= words.start(tail) && at < words.end(tail)) {
            long used = bits & flow.usedWord(arc, word);
            if (used != 0) {
                found.add(tail, at, used);
            }
        }
    }

    /** Tells {@code sink} all states that the wave was to look at and did not reach. */
    void forEachUnreached(StateSink sink) {
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                if (states[2 * at] != -1L) {
                    sink.states(node, at, ~states[2 * at]);
                }
            }
        }
    }

    /** Words in line, each with its node and some of its steps. */
    private static final class Front {
        private int[] node = new int[256];
        private int[] at = new int[256];
        private long[] bits = new long[256];
        private int size;

        void add(int ofNode, int place, long steps) {
            if (size == node.length) {
                node = Arrays.copyOf(node, 2 * size);
                at = Arrays.copyOf(at, 2 * size);
                bits = Arrays.copyOf(bits, 2 * size);
            }
            node[size] = ofNode;
            at[size] = place;
            bits[size++] = steps;
        }

        void clear() {
            size = 0;
        }
    }
}
