package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Source;

/** The flow so far, and what it leaves: spare capacity, stock at the sources. Changes as paths are pushed; one thread. */
final class ResidualFlow {
    private static final int NONE = Integer.MIN_VALUE;

    private final Network network;
    private final StateWords words;
    private final @Nullable Row[] rows;
    private final @Nullable Row[] departures;

    /**
     * Where the bits of an arc lie, or {@link #NONE} if nothing ever moved on it: two words for each word of time in which a unit can be at its tail, steps that are full and steps that are used. Counted
     * from word 0, even if that is not among them: to find a word takes nothing but the arc.
     */
    private final int[] bitsAt;

    private long[] bits = new long[64];
    private int bitsEnd;
    private final boolean[] leaves;
    private final boolean[] enters;
    private final int[] stock;
    private long allStock;

    ResidualFlow(Network network) {
        this.network = network;
        this.words = network.words;
        this.rows = new Row[network.arcs];
        this.bitsAt = new int[network.arcs];
        Arrays.fill(bitsAt, NONE);
        this.leaves = new boolean[network.nodes];
        this.enters = new boolean[network.nodes];
        this.stock = network.problem.sources().stream().mapToInt(Source::amount).toArray();
        this.departures = new Row[stock.length];
        this.allStock = network.problem.supply();
    }

    /** Units that have not yet left a source. */
    int stock(int source) {
        return stock[source];
    }

    /** Units that have not yet left any source. */
    long allStock() {
        return allStock;
    }

    @Nullable
    Row row(int arc) {
        return rows[arc];
    }

    @Nullable
    Row departures(int source) {
        return departures[source];
    }

    /** False if nothing ever moved from an inner node. Tells in one look what many arcs would have to be asked for, as at most nodes. */
    boolean leaves(int node) {
        return leaves[node];
    }

    /** False if nothing ever moved to an inner node. */
    boolean enters(int node) {
        return enters[node];
    }

    /** True if no more can enter an arc in a step in which a unit can be at its tail. */
    boolean isFull(int arc, int step) {
        return bitsAt[arc] != NONE && (bits[at(arc, step >> 6)] >>> step & 1) != 0;
    }

    /** True if something enters an arc in a step in which a unit can be at its tail. */
    boolean isUsed(int arc, int step) {
        return bitsAt[arc] != NONE && (bits[at(arc, step >> 6) + 1] >>> step & 1) != 0;
    }

    /** True if something ever moved on an arc. */
    boolean isEverUsed(int arc) {
        return bitsAt[arc] != NONE;
    }

    /** The steps of a word of an arc's tail in which no more can enter. */
    long fullWord(int arc, int word) {
        return bitsAt[arc] == NONE ? 0 : bits[at(arc, word)];
    }

    /** The steps of a word of an arc's tail in which something enters. */
    long usedWord(int arc, int word) {
        return bitsAt[arc] == NONE ? 0 : bits[at(arc, word) + 1];
    }

    private int at(int arc, int word) {
        return bitsAt[arc] + 2 * word;
    }

    int amount(int arc, int step) {
        Row row = rows[arc];
        return row == null ? 0 : row.at(step);
    }

    int spare(int arc, int step) {
        Row row = rows[arc];
        return row == null ? network.capacityAt(arc, step) : capacity(row, arc, step) - row.at(step);
    }

    int departing(int source, int step) {
        Row row = departures[source];
        return row == null ? 0 : row.at(step);
    }

    void add(int arc, int step, int change) {
        Row row = rows[arc];
        if (row == null) {
            row = new Row(network.horizon, network.steadyCapacity(arc));
            rows[arc] = row;
            makeBits(arc);
            leaves[network.tail[arc]] = true;
            enters[network.head[arc]] = true;
        }
        int amount = row.add(step, change);
        int at = at(arc, step >> 6);
        bits[at] = Bits.with(bits[at], step, amount >= capacity(row, arc, step));
        bits[at + 1] = Bits.with(bits[at + 1], step, amount > 0);
    }

    private int capacity(Row row, int arc, int step) {
        return row.steadyCapacity() >= 0 ? row.steadyCapacity() : network.capacityAt(arc, step);
    }

    private void makeBits(int arc) {
        int tail = network.tail[arc];
        bitsAt[arc] = bitsEnd - 2 * words.word(tail, words.start(tail));
        bitsEnd = Math.addExact(bitsEnd, 2 * (words.end(tail) - words.start(tail)));
        if (bitsEnd > bits.length) {
            bits = Arrays.copyOf(bits, Math.max(bitsEnd, bits.length + (bits.length >> 1)));
        }
    }

    /** Lets units of a source enter the network in a step; a negative change takes them back. */
    void depart(int source, int step, int change) {
        stock[source] -= change;
        allStock -= change;
        Row row = departures[source];
        if (row == null) {
            row = new Row(network.horizon, Row.VARYING);
            departures[source] = row;
        }
        row.add(step, change);
    }
}
