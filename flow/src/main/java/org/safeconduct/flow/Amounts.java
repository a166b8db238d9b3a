package org.safeconduct.flow;

import java.util.List;
import org.safeconduct.flow.FlowOverTime.Run;

/** Amounts by item and step, to take from. */
final class Amounts {
    private final long[][] rows;
    private final int[] first;

    Amounts(int items, List<Run> runs) {
        this.rows = new long[items][];
        this.first = new int[items];
        int[] end = new int[items];
        for (Run run : runs) {
            boolean isNew = end[run.item()] == 0;
            first[run.item()] = isNew ? run.from() : Math.min(first[run.item()], run.from());
            end[run.item()] = Math.max(end[run.item()], run.to() + 1);
        }
        for (int item = 0; item < items; item++) {
            rows[item] = new long[end[item] - first[item]];
        }
        for (Run run : runs) {
            for (int step = run.from(); step <= run.to(); step++) {
                rows[run.item()][step - first[run.item()]] += run.amount();
            }
        }
    }

    boolean isEmpty(int item) {
        return rows[item].length == 0;
    }

    long at(int item, int step) {
        int index = step - first[item];
        return index >= 0 && index < rows[item].length ? rows[item][index] : 0;
    }

    void take(int item, int step, long units) {
        rows[item][step - first[item]] -= units;
    }
}
