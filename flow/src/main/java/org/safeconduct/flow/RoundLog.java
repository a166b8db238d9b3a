package org.safeconduct.flow;

import java.util.Arrays;

/**
 * Which states a wave reached in which round, in the order it went: a record for each word of a node and round, and for each word a chain of its records. Written once in
 * a row, where a label for each state would be written all over memory; most states are never asked for.
 */
final class RoundLog {
    /** No record. */
    static final int NONE = -1;

    private long[] bits = new long[256];
    private int[] before = new int[256];
    private short[] round = new short[256];
    private int size;

    void clear() {
        size = 0;
    }

    /** Gives its memory back. Nothing may be added or written any more. */
    void release() {
        clear();
        bits = new long[0];
        before = new int[0];
        round = new short[0];
    }

    int size() {
        return size;
    }

    /** Adds steps of a word reached in a round, after the word's record {@code last}; returns the new record. */
    int add(long steps, int inRound, int last) {
        if (size == bits.length) {
            int more = size + (size >> 1);
            bits = Arrays.copyOf(bits, more);
            before = Arrays.copyOf(before, more);
            round = Arrays.copyOf(round, more);
        }
        bits[size] = steps;
        before[size] = last;
        round[size] = (short) Math.min(inRound, StateLabels.MOST);
        return size++;
    }

    /** Writes the round of each state in a chain of records to a page of labels that begins at {@code start}. */
    void write(int last, short[] labels, int start) {
        for (int record = last; record != NONE; record = before[record]) {
            short label = round[record];
            if (bits[record] == -1L) {
                Arrays.fill(labels, start, start + 64, label);
            }
            for (long left = bits[record] == -1L ? 0 : bits[record]; left != 0; left &= left - 1) {
                labels[start + Long.numberOfTrailingZeros(left)] = label;
            }
        }
    }
}
