package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by step, of one arc or one source. Holds a window of steps that grows with what is written; outside it all amounts are 0. Amounts lie in bytes until
 * one is too large, since few roads take more than a hundred in a step.
 */
final class Row {
    /** In place of what may enter in each step, where that varies or nothing limits it. */
    static final int VARYING = -1;

    private final int words;
    private final int steadyCapacity;
    private int firstWord;

    /** Steps in the window. */
    private int size;

    private long[] used = new long[0];
    private byte[] small = new byte[0];
    private int @Nullable [] large;

    /**
     * A row without amounts.
     *
     * @param steadyCapacity what may enter in each step, kept here since whoever asks for an amount mostly asks for it too; {@link #VARYING} if it varies
     */
    Row(int horizon, int steadyCapacity) {
        this.words = Bits.words(horizon);
        this.steadyCapacity = steadyCapacity;
    }

    int steadyCapacity() {
        return steadyCapacity;
    }

    int firstWord() {
        return firstWord;
    }

    int endWord() {
        return firstWord + used.length;
    }

    int at(int step) {
        int index = step - (firstWord << 6);
        return index >= 0 && index < size ? amount(index) : 0;
    }

    private int amount(int index) {
        int[] amounts = large;
        return amounts == null ? small[index] : amounts[index];
    }

    /** The steps of a word of time in which something moves. */
    long usedWord(int word) {
        int index = word - firstWord;
        return index >= 0 && index < used.length ? used[index] : 0L;
    }

    /** Changes the amount of a step; returns what it is then. */
    int add(int step, int change) {
        int index = step - (firstWord << 6);
        if (index < 0 || index >= size) {
            cover(step >> 6);
            index = step - (firstWord << 6);
        }
        int amount = amount(index) + change;
        if (large == null && amount > Byte.MAX_VALUE) {
            int[] widened = new int[small.length];
            Arrays.setAll(widened, i -> small[i]);
            large = widened;
            small = new byte[0];
        }
        if (large == null) {
            small[index] = (byte) amount;
        } else {
            large[index] = amount;
        }
        used[index >> 6] = Bits.with(used[index >> 6], step, amount > 0);
        return amount;
    }

    private void cover(int word) {
        if (used.length == 0) {
            firstWord = word;
        }
        int end = Math.max(endWord(), word + 1);
        int first = Math.min(firstWord, word);
        int reserve = used.length / 2;
        if (word < firstWord) {
            first = Math.max(0, first - reserve);
        } else {
            end = Math.min(words, end + reserve);
        }
        int shift = firstWord - first;
        long[] grown = new long[end - first];
        System.arraycopy(used, 0, grown, shift, used.length);
        int[] amounts = large;
        if (amounts == null) {
            byte[] moved = new byte[grown.length << 6];
            System.arraycopy(small, 0, moved, shift << 6, small.length);
            small = moved;
        } else {
            int[] moved = new int[grown.length << 6];
            System.arraycopy(amounts, 0, moved, shift << 6, amounts.length);
            large = moved;
        }
        used = grown;
        size = grown.length << 6;
        firstWord = first;
    }

    /** How many runs {@link #forEachRun} tells of. */
    int countRuns() {
        int runs = 0;
        for (int at = 0; at < size; at++) {
            runs += amount(at) != 0 && (at == 0 || amount(at) != amount(at - 1)) ? 1 : 0;
        }
        return runs;
    }

    /** Gets each run of steps with the same amount. */
    interface RunSink {
        void run(int from, int to, int amount);
    }

    void forEachRun(RunSink sink) {
        int start = firstWord << 6;
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && amount(to) == amount(from)) {
                to++;
            }
            if (amount(from) != 0) {
                sink.run(start + from, start + to - 1, amount(from));
            }
            from = to;
        }
    }
}
