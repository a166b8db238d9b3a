package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many residual moves each state is away from where a count starts: a breadth-first search, 64 steps of a node at a time. Forward the moves lead from the start to the state, backward
 * from the state to the start. As the flow changes it becomes a guess. May be read from any thread while nothing is counted.
 *
 * <pre>
 *   away.start(false, 0);                  // counted backward, among all steps
 *   away.reach(end, 0, horizon);
 *   away.count(flow);
 *   away.at(node, step)                    // moves from there to the end, or FAR
 * </pre>
 */
final class MovesAway {
    /** Farther than any state in reach. */
    static final int FAR = 1 << 13;

    private static final int STEPS = StateWords.STEPS;

    /** What moves, and what more can. */
    interface Moves {
        /** The steps in which more can enter an arc, one bit each; null if in all. */
        long @Nullable [] open(int arc);

        /** The steps in which something enters an arc, one bit each; null if in none. */
        long @Nullable [] used(int arc);

        /** The first step from which on units can depart from a source. */
        int firstDeparture(int source);

        /** Units that leave a source in a step. */
        int departing(int source, int step);
    }

    private final Network network;
    private final StateWords words;
    private final int horizon;
    private final short[] away;
    private final int[] stockAway;
    private final long[] reached;
    private long[] fresh = new long[0];
    private long[] next = new long[0];
    private IntList front = new IntList();
    private IntList nextFront = new IntList();
    private final IntList nextStocks = new IntList();

    /** Words in which there is a number, if the count under way notes them: then the next need not go through all. */
    private final IntList written = new IntList();

    private boolean notesWritten;
    private boolean forward;
    private long states;

    MovesAway(Network network) {
        this.network = network;
        this.words = network.words;
        this.horizon = network.horizon;
        this.away = new short[Math.multiplyExact(STEPS, words.size())];
        this.stockAway = new int[network.sourceNode.length];
        this.reached = new long[words.size()];
    }

    /** Starts over, among the states from a step on. */
    void start(boolean isForward, int firstStep) {
        begin(isForward, false);
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                int word = words.word(node, at);
                long useful = words.useful(node, word, horizon) & Bits.range(word, firstStep, horizon);
                reached[at] = ~useful;
            }
        }
    }

    /** Starts over, among the states to which another count did not come. Where these are few it is soon done, again and again. */
    void startBeyond(boolean isForward, MovesAway other) {
        begin(isForward, true);
        System.arraycopy(other.reached, 0, reached, 0, reached.length);
    }

    private void begin(boolean isForward, boolean toFew) {
        forward = isForward;
        states = 0;
        if (fresh.length == 0) {
            fresh = new long[words.size()];
            next = new long[words.size()];
        }
        if (!notesWritten) {
            Arrays.fill(away, (short) FAR);
        }
        for (int i = 0; i < written.size(); i++) {
            int first = written.get(i) * STEPS;
            Arrays.fill(away, first, first + STEPS, (short) FAR);
        }
        written.clear();
        notesWritten = toFew;
        Arrays.fill(stockAway, FAR);
    }

    /** The count starts at some steps of a node, too. */
    void reach(int node, int from, int to) {
        for (int at = words.start(node); at < words.end(node); at++) {
            reach(node, at, Bits.range(words.word(node, at), from, to));
        }
    }

    /** The count starts at a source's stock, too. */
    void reachStock(int source, Moves moves) {
        reachStock(source, 0, moves);
    }

    /** Counts; returns how many states were reached. */
    long count(Moves moves) {
        for (int round = 1; nextFront.size() > 0; round++) {
            round(Math.min(round, FAR - 1), moves);
        }
        return states;
    }

    /** Gives back the room that only counting needs. */
    MovesAway done() {
        fresh = new long[0];
        next = fresh;
        return this;
    }

    int at(int node, int step) {
        if (node >= network.nodes) {
            return stockAway[node - network.nodes];
        }
        int at = words.at(node, step >> 6);
        return at >= words.start(node) && at < words.end(node) ? away[at * STEPS + (step & 63)] : FAR;
    }

    /** A state is known to be at least so far. */
    void raise(int node, int step, int moves) {
        if (node < network.nodes && at(node, step) < moves) {
            away[words.at(node, step >> 6) * STEPS + (step & 63)] = (short) Math.min(moves, FAR);
        }
    }

    private void reachStock(int source, int round, Moves moves) {
        if (stockAway[source] != FAR) {
            return;
        }
        stockAway[source] = round;
        int node = network.sourceNode[source];
        if (forward) {
            reach(node, moves.firstDeparture(source), horizon);
            return;
        }
        for (int step = moves.firstDeparture(source); step <= horizon; step++) {
            if (moves.departing(source, step) > 0) {
                reach(node, step, step);
            }
        }
    }

    private void reach(int node, int at, long bits) {
        if (bits == 0 || at < words.start(node) || at >= words.end(node)) {
            return;
        }
        long found = bits & ~reached[at];
        if (found != 0) {
            reached[at] |= found;
            if (next[at] == 0) {
                nextFront.add(node);
                nextFront.add(at);
            }
            next[at] |= found;
        }
    }

    private void round(int round, Moves moves) {
        long[] bits = fresh;
        fresh = next;
        next = bits;
        IntList line = front;
        front = nextFront;
        nextFront = line;
        nextFront.clear();
        for (int i = 0; i < front.size(); i += 2) {
            int node = front.get(i);
            int at = front.get(i + 1);
            long found = fresh[at];
            fresh[at] = 0;
            if (notesWritten) {
                written.add(at);
            }
            write(at, found, round);
            spread(node, words.word(node, at), found, moves);
        }
        for (int i = 0; i < nextStocks.size(); i++) {
            reachStock(nextStocks.get(i), round, moves);
        }
        nextStocks.clear();
    }

    private void write(int at, long found, int round) {
        for (long left = found; left != 0; left &= left - 1) {
            away[at * STEPS + Long.numberOfTrailingZeros(left)] = (short) round;
        }
        states += Long.bitCount(found);
    }

    private void spread(int node, int word, long bits, Moves moves) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            spreadToStock(word, bits, network.sourcesAt[k], moves);
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            long[] way = forward ? moves.open(network.out[k]) : moves.used(network.out[k]);
            long going = way != null ? bits & way[word] : forward ? bits : 0;
            if (going != 0) {
                spreadLater(network.outHead[k], word, network.outTransit[k], going);
            }
        }
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            long[] way = forward ? moves.used(arc) : moves.open(arc);
            if (way != null || !forward) {
                spreadEarlier(network.tail[arc], word, network.transit[arc], bits, way);
            }
        }
    }

    private void spreadToStock(int word, long bits, int source, Moves moves) {
        for (long left = bits; stockAway[source] == FAR && left != 0; left &= left - 1) {
            int step = (word << 6) + Long.numberOfTrailingZeros(left);
            if (forward ? moves.departing(source, step) > 0 : step >= moves.firstDeparture(source)) {
                nextStocks.add(source);
                return;
            }
        }
    }

    private void spreadLater(int head, int word, int transit, long bits) {
        int shift = transit & 63;
        int at = words.at(head, word + (transit >> 6));
        reach(head, at, bits << shift);
        if (shift != 0) {
            reach(head, at + 1, bits >>> (64 - shift));
        }
    }

    private void spreadEarlier(int tail, int word, int transit, long bits, long @Nullable [] way) {
        int shift = transit & 63;
        int first = word - (transit >> 6);
        int at = words.at(tail, first);
        if (first >= 0) {
            reach(tail, at, bits >>> shift & (way == null ? -1L : way[first]));
        }
        if (shift != 0 && first > 0) {
            reach(tail, at - 1, bits << (64 - shift) & (way == null ? -1L : way[first - 1]));
        }
    }
}
