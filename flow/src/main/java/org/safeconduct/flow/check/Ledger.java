package org.safeconduct.flow.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up amounts per item and step, written as runs. Memory and time grow with the number of runs, not with the number of items or
 * steps.
 */
final class Ledger {

    /** Receives stretches of steps in which an item's sum stays the same and is not zero. */
    interface Reader {
        void stretch(int item, int from, int to, long sum);
    }

    private static final int ITEM = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int AMOUNT = 3;
    private static final int FIELDS = 4;
    private static final int CHUNK_BITS = 10;

    /** Runs in chunks, so that none is copied when there are more: those of a city's plan are half of what a check holds. */
    private final List<int[]> chunks = new ArrayList<>();

    private int size;

    /** Books an amount, which may be negative, in each step {@code from} … {@code to}; an empty stretch books nothing. */
    void book(int item, long from, long to, int amount) {
        if (to < from) {
            return;
        }
        if (size >> CHUNK_BITS == chunks.size()) {
            chunks.add(new int[FIELDS << CHUNK_BITS]);
        }
        int[] chunk = chunks.getLast();
        int at = at(size);
        chunk[at + ITEM] = item;
        chunk[at + FROM] = Math.toIntExact(from);
        chunk[at + TO] = Math.toIntExact(to);
        chunk[at + AMOUNT] = amount;
        size++;
    }

    /** Where a run lies in its chunk. */
    private static int at(int run) {
        return FIELDS * (run & ((1 << CHUNK_BITS) - 1));
    }

    private int field(int run, int field) {
        return chunks.get(run >> CHUNK_BITS)[at(run) + field];
    }

    /** Reads all sums, by item, then step. */
    void read(Reader reader) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) field(i, ITEM) << 32 | i;
        }
        Arrays.sort(order);
        long[] changes = new long[16];
        for (int first = 0; first < size; ) {
            int item = (int) (order[first] >>> 32);
            int count = 0;
            int next = first;
            for (; next < size && (int) (order[next] >>> 32) == item; next++) {
                if (count + 2 > changes.length) {
                    changes = Arrays.copyOf(changes, 2 * count + 2);
                }
                int entry = (int) order[next];
                changes[count++] = change(field(entry, FROM), field(entry, AMOUNT));
                changes[count++] = change(field(entry, TO) + 1, -field(entry, AMOUNT));
            }
            Arrays.sort(changes, 0, count);
            readItem(item, changes, count, reader);
            first = next;
        }
    }

    private static void readItem(int item, long[] changes, int count, Reader reader) {
        long sum = 0;
        int since = 0;
        for (int i = 0; i < count; ) {
            int step = (int) (changes[i] >> 32);
            long before = sum;
            for (; i < count && (int) (changes[i] >> 32) == step; i++) {
                sum += (int) changes[i];
            }
            if (sum != before) {
                if (before != 0) {
                    reader.stretch(item, since, step - 1, before);
                }
                since = step;
            }
        }
    }

    /** The step in the high half, the change in the low half: sorts by step. */
    private static long change(int step, int amount) {
        return (long) step << 32 | (amount & 0xffffffffL);
    }
}
