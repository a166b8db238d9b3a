package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers by row and step, laid over rows that many share: a row is copied when it is first written. Rows that are not there hold zeros. One thread. */
final class Overlay {
    private final int steps;
    private final int[] @Nullable [] shared;
    private final int[] @Nullable [] now;
    private final boolean[] isOwned;
    private final IntList owned = new IntList();
    private int[][] spare = new int[8][];
    private int spares;

    Overlay(int[] @Nullable [] shared, int steps) {
        this.steps = steps;
        this.shared = shared;
        this.now = shared.clone();
        this.isOwned = new boolean[shared.length];
    }

    int at(int row, int step) {
        int @Nullable [] values = now[row];
        return values == null ? 0 : values[step];
    }

    int @Nullable [] row(int row) {
        return now[row];
    }

    boolean isOwned(int row) {
        return isOwned[row];
    }

    void add(int row, int step, int change) {
        own(row, shared[row])[step] += change;
    }

    /** The row for writing; {@code original} is what it holds at first. */
    int[] own(int row, int @Nullable [] original) {
        int @Nullable [] values = now[row];
        if (values != null && isOwned[row]) {
            return values;
        }
        int[] copy = spares > 0 ? spare[--spares] : new int[steps];
        if (original == null) {
            Arrays.fill(copy, 0);
        } else {
            System.arraycopy(original, 0, copy, 0, steps);
        }
        now[row] = copy;
        isOwned[row] = true;
        owned.add(row);
        return copy;
    }

    /** The rows that were written. */
    IntList owned() {
        return owned;
    }

    /** Makes all as it was before anything was written. */
    void reset() {
        for (int i = 0; i < owned.size(); i++) {
            int row = owned.get(i);
            if (spares == spare.length) {
                spare = Arrays.copyOf(spare, 2 * spares);
            }
            int @Nullable [] free = now[row];
            if (free != null) {
                spare[spares++] = free;
            }
            now[row] = shared[row];
            isOwned[row] = false;
        }
        owned.clear();
    }
}
