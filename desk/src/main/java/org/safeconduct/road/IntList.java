package org.safeconduct.road;

import java.util.Arrays;

/** Ints that grow at the end. */
final class IntList {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    /** Forgets what stands at an index and behind. */
    void truncate(int length) {
        size = length;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The next length of an array that is full: half as much again. */
    static int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 16L);
    }
}
