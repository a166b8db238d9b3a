package org.safeconduct.flow.check;

import java.util.Arrays;

/**
 * Adds up amounts per item and step, written as runs. Memory and time grow with the number of runs, not with the number of items or
 * steps.
 */
final class Ledger {

    /** Receives stretches of steps in which an item's sum stays the same and is not zero. */
    interface Reader {
        void stretch(int item, int from, int to, long sum);
    }

    private int[] items = new int[64];
    private int[] froms = new int[64];
    private int[] tos = new int[64];
    private int[] amounts = new int[64];
    private int size;

    /** Books an amount, which may be negative, in each step {@code from} … {@code to}; an empty stretch books nothing. */
    void book(int item, long from, long to, int amount) {
        if (to < from) {
            return;
        }
        if (size == items.length) {
            int larger = size + (size >> 1);
            items = Arrays.copyOf(items, larger);
            froms = Arrays.copyOf(froms, larger);
            tos = Arrays.copyOf(tos, larger);
            amounts = Arrays.copyOf(amounts, larger);
        }
        items[size] = item;
        froms[size] = Math.toIntExact(from);
        tos[size] = Math.toIntExact(to);
        amounts[size] = amount;
        size++;
    }

    /** Reads all sums, by item, then step. */
    void read(Reader reader) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) items[i] << 32 | i;
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
                changes[count++] = change(froms[entry], amounts[entry]);
                changes[count++] = change(tos[entry] + 1, -amounts[entry]);
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
