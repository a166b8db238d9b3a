package org.safeconduct.flow;

import java.util.Arrays;

/**
 * Notes which states and stocks came to lie on the sink side, and from which step's cut on. A node's states mostly follow each other, from cut to cut or within one, so they are noted as runs:
 * each a few ints, in a chain for each node, the last first.
 */
final class CutLog {
    static final int NONE = -1;

    private final boolean notes;
    private final int[] lastRun;
    private int[] before = new int[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] firstLabel = new int[64];
    private boolean[] rises = new boolean[64];
    private int size;
    private final int[] stocks;
    private int label;

    CutLog(Network network) {
        this(true, network.nodes, network.problem.sources().size());
    }

    private CutLog(boolean notes, int nodes, int sources) {
        this.notes = notes;
        this.lastRun = new int[nodes];
        Arrays.fill(lastRun, NONE);
        this.stocks = CutFamily.never(sources);
    }

    /** A log that nobody reads: it notes nothing. */
    static CutLog unread() {
        return new CutLog(false, 0, 0);
    }

    /** What is noted from now on lies on the sink side from the cut of this step on. */
    void startCut(int step) {
        label = step;
    }

    /** Notes states of a node in a row of steps. */
    void state(int node, int first, int last) {
        if (!notes) {
            return;
        }
        int run = lastRun[node];
        if (run == NONE || !isAppended(run, first, last)) {
            add(node, first, last);
        }
    }

    /** Lets a run go on to what follows it or comes before it, if the labels do. */
    private boolean isAppended(int run, int first, int last) {
        boolean isSame = !rises[run] && firstLabel[run] == label;
        if (isSame && last == from[run] - 1) {
            from[run] = first;
            return true;
        }
        boolean isSingle = from[run] == to[run];
        boolean isRise = first == last && (rises[run] || isSingle) && label == firstLabel[run] + first - from[run];
        if (first != to[run] + 1 || !(isSame || isRise)) {
            return false;
        }
        rises[run] = !isSame;
        to[run] = last;
        return true;
    }

    private void add(int node, int first, int last) {
        if (size == from.length) {
            int more = size + (size >> 1);
            before = Arrays.copyOf(before, more);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            firstLabel = Arrays.copyOf(firstLabel, more);
            rises = Arrays.copyOf(rises, more);
        }
        before[size] = lastRun[node];
        from[size] = first;
        to[size] = last;
        firstLabel[size] = label;
        rises[size] = false;
        lastRun[node] = size++;
    }

    /** Notes the states of a node whose bits are set in a word of time. */
    void states(int node, int word, long bits) {
        long left = notes ? bits : 0;
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int end = first + Long.numberOfTrailingZeros(~(left >>> first));
            state(node, (word << 6) + first, (word << 6) + end - 1);
            left = end >= 64 ? 0 : left & -1L << end;
        }
    }

    void stock(int source) {
        if (notes) {
            stocks[source] = Math.min(stocks[source], label);
        }
    }

    int[] stocks() {
        return stocks.clone();
    }

    /** The run of a node noted last; {@link #NONE} if there is none. */
    int lastRun(int node) {
        return lastRun[node];
    }

    /** The run of the same node noted before another; {@link #NONE} if there is none. */
    int before(int run) {
        return before[run];
    }

    int from(int run) {
        return from[run];
    }

    int to(int run) {
        return to[run];
    }

    /** The label of the first step of a run; of the steps after it the same, or one more in each. */
    int label(int run) {
        return firstLabel[run];
    }

    boolean rises(int run) {
        return rises[run];
    }
}
