package org.safeconduct.flow;

import java.util.Arrays;

/** Notes which states and stocks came to lie on the sink side, and from which step's cut on. Written in order of cuts. */
final class CutLog {
    private static final int FIELDS = 3;

    private final IntList entries = new IntList();
    private final IntList cutStarts = new IntList();
    private final IntList cutLabels = new IntList();
    private final int[] stocks;
    private int label;

    CutLog(int sources) {
        this.stocks = new int[sources];
        Arrays.fill(stocks, CutFamily.NEVER);
    }

    /** What is noted from now on lies on the sink side from the cut of this step on. */
    void startCut(int step) {
        label = step;
    }

    void state(int node, int from, int to) {
        int cuts = cutLabels.size();
        if (cuts == 0 || cutLabels.get(cuts - 1) != label) {
            cutLabels.add(label);
            cutStarts.add(entries.size() / FIELDS);
        }
        entries.add(node);
        entries.add(from);
        entries.add(to);
    }

    /** Notes the states of a node whose bits are set in a word of time. */
    void states(int node, int word, long bits) {
        long left = bits;
        while (left != 0) {
            int from = Long.numberOfTrailingZeros(left);
            int end = from + Long.numberOfTrailingZeros(~(left >>> from));
            state(node, (word << 6) + from, (word << 6) + end - 1);
            left = end >= 64 ? 0 : left & -1L << end;
        }
    }

    void stock(int source) {
        stocks[source] = Math.min(stocks[source], label);
    }

    int[] stocks() {
        return stocks.clone();
    }

    int size() {
        return entries.size() / FIELDS;
    }

    /** Gets one entry of the log. */
    interface Reader {
        void read(int node, int from, int to, int label);
    }

    void forEach(Reader reader) {
        for (int cut = 0; cut < cutLabels.size(); cut++) {
            int end = cut + 1 < cutLabels.size() ? cutStarts.get(cut + 1) : size();
            for (int i = cutStarts.get(cut); i < end; i++) {
                int at = i * FIELDS;
                reader.read(entries.get(at), entries.get(at + 1), entries.get(at + 2), cutLabels.get(cut));
            }
        }
    }
}
