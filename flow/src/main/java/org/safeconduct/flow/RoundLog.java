package org.safeconduct.flow;

import java.util.Arrays;

/**
 * Which states a wave reached in which round, in the order it went: a record for each word of a node and round, and for each word a chain of its records. Written once in
 * a row, where a label for each state would be written all over memory; most states are never asked for.
 */
final class RoundLog {
    /** No record. */
    static final int NONE = -1;

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Records of one chunk after the other, so that none is copied when there are more: there may be as many as all else that a solver holds. */
    private long[][] bits = new long[4][];

    private int[][] before = new int[4][];
    private short[][] round = new short[4][];
    private int size;
    private int room;

    void clear() {
        size = 0;
    }

    /** Gives its memory back. Nothing may be added or written any more. */
    void release() {
        clear();
        bits = new long[0][];
        before = new int[0][];
        round = new short[0][];
    }

    /** Adds steps of a word reached in a round, after the word's record {@code last}; returns the new record. */
    int add(long steps, int inRound, int last) {
        if (size == room) {
            addChunk();
        }
        int chunk = size >> CHUNK_BITS;
        int index = size & (CHUNK - 1);
        bits[chunk][index] = steps;
        before[chunk][index] = last;
        round[chunk][index] = (short) Math.min(inRound, StateLabels.MOST);
        return size++;
    }

    private void addChunk() {
        int chunk = room >> CHUNK_BITS;
        if (chunk == bits.length) {
            bits = Arrays.copyOf(bits, 2 * chunk);
            before = Arrays.copyOf(before, 2 * chunk);
            round = Arrays.copyOf(round, 2 * chunk);
        }
        bits[chunk] = new long[CHUNK];
        before[chunk] = new int[CHUNK];
        round[chunk] = new short[CHUNK];
        room += CHUNK;
    }

    /** Writes the round of each state in a chain of records to a page of labels that begins at {@code start}. */
    void write(int last, short[] labels, int start) {
        for (int record = last; record != NONE; record = before[record >> CHUNK_BITS][record & (CHUNK - 1)]) {
            long steps = bits[record >> CHUNK_BITS][record & (CHUNK - 1)];
            short label = round[record >> CHUNK_BITS][record & (CHUNK - 1)];
            if (steps == -1L) {
                Arrays.fill(labels, start, start + 64, label);
            }
            for (long left = steps == -1L ? 0 : steps; left != 0; left &= left - 1) {
                labels[start + Long.numberOfTrailingZeros(left)] = label;
            }
        }
    }
}
