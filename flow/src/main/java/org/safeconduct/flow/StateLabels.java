package org.safeconduct.flow;

import java.util.Arrays;

/**
 * What the search knows of each state (inner node, step), in a short: whether it is dead, visited by the search under way, or how many moves away
 * a source is at least. Rows of steps are made when first written and grow.
 */
final class StateLabels {
    /** No label yet. */
    static final int NONE = 0;

    /** No source with stock can reach the state, now or ever. */
    static final int DEAD = Short.MIN_VALUE;

    private static final short VISITED_WITHOUT_LABEL = Short.MIN_VALUE + 1;
    private static final int MOST = Short.MAX_VALUE - 1;
    private static final short[] EMPTY = new short[0];

    private final Network network;
    private final short[][] rows;
    private final int[] first;

    StateLabels(Network network) {
        this.network = network;
        this.rows = new short[network.nodes][];
        this.first = new int[network.nodes];
        Arrays.fill(rows, EMPTY);
    }

    /** The label: negative if dead or visited, {@link #NONE} if there is none, else moves from a source. */
    int get(int node, int step) {
        short[] row = rows[node];
        int index = step - first[node];
        return index >= 0 && index < row.length ? row[index] : NONE;
    }

    void set(int node, int step, int label) {
        cover(node, step, step);
        rows[node][step - first[node]] = (short) Math.min(label, MOST);
    }

    /** The label of a visited state as it was before, or what is given if it had none. */
    int bound(int node, int step, int otherwise) {
        int label = -rows[node][step - first[node]];
        return label == -VISITED_WITHOUT_LABEL ? otherwise : label;
    }

    void raise(int node, int step, int label) {
        int index = step - first[node];
        short[] row = rows[node];
        row[index] = (short) Math.max(row[index], Math.min(label, MOST));
    }

    void kill(int node, int step) {
        cover(node, step, step);
        rows[node][step - first[node]] = DEAD;
    }

    /** Marks a state as visited; false if it was already, or is dead. */
    boolean visit(int node, int step) {
        int index = step - first[node];
        if (index < 0 || index >= rows[node].length) {
            cover(node, step, step);
            index = step - first[node];
        }
        short[] row = rows[node];
        short label = row[index];
        if (label < 0) {
            return false;
        }
        row[index] = label == NONE ? VISITED_WITHOUT_LABEL : (short) -label;
        return true;
    }

    void unvisit(int node, int step) {
        short[] row = rows[node];
        int index = step - first[node];
        row[index] = row[index] == VISITED_WITHOUT_LABEL ? NONE : (short) -row[index];
    }

    /** Makes room for the labels of some steps in a row. */
    void cover(int node, int from, int to) {
        short[] row = rows[node];
        if (row.length > 0 && from >= first[node] && to < first[node] + row.length) {
            return;
        }
        int low = row.length == 0 ? from : Math.min(from, first[node]);
        int end = row.length == 0 ? to + 1 : Math.max(to + 1, first[node] + row.length);
        int reserve = Math.max(16, row.length / 2);
        if (row.length == 0 || low < first[node]) {
            low = Math.max(Math.min(low, network.earliest[node]), low - reserve);
        }
        if (row.length == 0 || end > first[node] + row.length) {
            end = (int) Math.min(Math.max((long) end, network.latest(node) + 1L), (long) end + reserve);
        }
        short[] grown = new short[end - low];
        System.arraycopy(row, 0, grown, row.length == 0 ? 0 : first[node] - low, row.length);
        rows[node] = grown;
        first[node] = low;
    }

    /** Labels the states of a node whose bits are set in a word of time; needless where the node has no labels yet and starts with that one. */
    void setAll(int node, int word, long bits, int label, int start) {
        if (label == start && rows[node].length == 0) {
            return;
        }
        write(node, word, bits, (short) Math.min(label, MOST));
    }

    /** Makes all dead states as if they had never been seen. */
    void revive() {
        for (short[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] == DEAD) {
                    row[i] = NONE;
                }
            }
        }
    }

    /** Makes all states as if they had never been seen, but the dead. */
    void forget() {
        for (short[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] == DEAD ? row[i] : NONE;
            }
        }
    }

    void killAll(int node, int word, long bits) {
        write(node, word, bits, (short) DEAD);
    }

    private void write(int node, int word, long bits, short value) {
        int start = word << 6;
        cover(node, start + Long.numberOfTrailingZeros(bits), start + 63 - Long.numberOfLeadingZeros(bits));
        short[] row = rows[node];
        int base = start - first[node];
        for (long left = bits; left != 0; left &= left - 1) {
            row[base + Long.numberOfTrailingZeros(left)] = value;
        }
    }

    /** The dead steps of a node in a word of time. */
    long deadWord(int node, int word) {
        short[] row = rows[node];
        int base = (word << 6) - first[node];
        long bits = 0;
        for (int i = Math.max(0, -base); i < 64 && base + i < row.length; i++) {
            if (row[base + i] == DEAD) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
