package org.safeconduct.flow;

import java.util.Arrays;

/** Ints in a row that grows. */
final class IntList {
    private int[] values;
    private int size;

    IntList() {
        this(16);
    }

    /** A list that has room for so many ints before it grows. */
    IntList(int room) {
        this.values = new int[Math.max(2, room)];
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int removeLast() {
        return values[--size];
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The ints of a list that is no longer used: not copied where there was room for just so many. */
    int[] handOver() {
        int[] all = values.length == size ? values : toArray();
        values = new int[2];
        size = 0;
        return all;
    }
}
