package org.safeconduct.flow;

/** Which states a search has come to. All marks are taken off at once by starting over. */
final class StateMarks {
    private final int[][] rows;
    private final int steps;
    private int mark;

    StateMarks(RepairFlow flow) {
        this.rows = new int[flow.network.nodes + flow.stock.length][];
        this.steps = flow.horizon + 1;
    }

    void startOver() {
        mark++;
    }

    /** Marks a state; false if it was already. */
    boolean mark(int node, int step) {
        int[] row = rows[node];
        if (row == null) {
            row = new int[steps];
            rows[node] = row;
        }
        boolean isFresh = row[step] != mark;
        row[step] = mark;
        return isFresh;
    }

    boolean isMarked(int node, int step) {
        int[] row = rows[node];
        return row != null && row[step] == mark;
    }
}
