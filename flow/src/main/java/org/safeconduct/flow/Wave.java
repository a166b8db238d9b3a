package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which states can be reached from stock that is left: a breadth-first search forward over spare capacity and against what moves, 64 steps of a node at a time. Each
 * round takes one move more. Looks only at states that are not dead and from which a unit can end by a given step.
 */
final class Wave {
    private final Network network;
    private final ResidualFlow flow;
    private final StateWords words;

    /** Two words for each word of a node: steps reached or not to be looked at, and steps reached since the last round. */
    private final long[] states;

    private final Front front = new Front();
    private final Front nextFront = new Front();
    private long[] bitsOf = new long[64];
    private final BitSet seenStocks = new BitSet();
    private final IntList reachedStocks = new IntList();
    private BitSet exchanging = new BitSet();
    private final BitSet exchanged = new BitSet();
    private final IntList exchangedNow = new IntList();

    Wave(Network network, ResidualFlow flow) {
        this.network = network;
        this.flow = flow;
        this.words = network.words;
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
                nextFront.add(node, at);
            }
            states[2 * at + 1] |= found;
        }
    }

    /** Gets states: those of a node whose bits are set in a word of time. */
    interface StateSink {
        void states(int node, int word, long bits);
    }

    /** Tells {@code sink} the states reached since the last round, then goes one move on from them. False if there were none. */
    boolean round(StateSink sink) {
        front.take(nextFront);
        int size = front.size();
        if (size > bitsOf.length) {
            bitsOf = new long[2 * size];
        }
        for (int i = 0; i < size; i++) {
            int at = front.at(i);
            bitsOf[i] = states[2 * at + 1];
            states[2 * at + 1] = 0;
        }
        for (int i = 0; i < size; i++) {
            int node = front.node(i);
            int word = words.word(node, front.at(i));
            sink.states(node, word, bitsOf[i]);
            spread(node, word, bitsOf[i]);
        }
        for (int i = 0; i < reachedStocks.size(); i++) {
            reachStock(reachedStocks.get(i));
        }
        reachedStocks.clear();
        for (int i = 0; i < exchangedNow.size(); i++) {
            reachReception(exchangedNow.get(i));
        }
        exchangedNow.clear();
        return size > 0;
    }

    private void spread(int node, int word, long bits) {
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
            reachHead(network.outHead[k], word + (transit >> 6), open << steps);
            if (steps != 0) {
                reachHead(network.outHead[k], word + (transit >> 6) + 1, open >>> (64 - steps));
            }
        }
    }

    /** Reaches a node in steps which are late enough, though perhaps too late. */
    private void reachHead(int node, int word, long bits) {
        int at = words.at(node, word);
        if (at < words.end(node)) {
            reach(node, at, bits);
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
            reach(tail, at, bits & flow.usedWord(arc, word));
        }
    }

    /** Tells {@code sink} all states that the wave was to look at and did not reach. */
    void forEachUnreached(StateSink sink) {
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                if (states[2 * at] != -1L) {
                    sink.states(node, words.word(node, at), ~states[2 * at]);
                }
            }
        }
    }

    /** Words in line, each with its node. */
    private static final class Front {
        private int[] entries = new int[128];
        private int size;

        void add(int node, int at) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = node;
            entries[size++] = at;
        }

        int size() {
            return size / 2;
        }

        int node(int i) {
            return entries[2 * i];
        }

        int at(int i) {
            return entries[2 * i + 1];
        }

        void clear() {
            size = 0;
        }

        /** Takes what another front holds, which is empty then. */
        void take(Front other) {
            int[] mine = entries;
            entries = other.entries;
            size = other.size;
            other.entries = mine;
            other.size = 0;
        }
    }
}
