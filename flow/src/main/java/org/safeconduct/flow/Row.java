package org.safeconduct.flow;

import java.util.Arrays;

/**
 * Amounts by step, of one arc or one source. Holds a window of steps that grows with what is written; outside it all amounts are 0.
 */
final class Row {
    private final int words;
    private int firstWord;
    private long[] used = new long[0];
    private long[] full = new long[0];
    private int[] amounts = new int[0];

    Row(int horizon) {
        this.words = Bits.words(horizon);
    }

    int firstWord() {
        return firstWord;
    }

    int endWord() {
        return firstWord + used.length;
    }

    int at(int step) {
        int index = step - (firstWord << 6);
        return index >= 0 && index < amounts.length ? amounts[index] : 0;
    }

    boolean isUsed(int step) {
        return (usedWord(step >> 6) >>> step & 1) != 0;
    }

    boolean isFull(int step) {
        return (fullWord(step >> 6) >>> step & 1) != 0;
    }

    /** The steps of a word of time in which something moves. */
    long usedWord(int word) {
        int index = word - firstWord;
        return index >= 0 && index < used.length ? used[index] : 0L;
    }

    /** The steps of a word of time in which no more can move. */
    long fullWord(int word) {
        int index = word - firstWord;
        return index >= 0 && index < full.length ? full[index] : 0L;
    }

    void add(int step, int change, int capacity) {
        cover(step >> 6);
        int index = step - (firstWord << 6);
        int amount = amounts[index] + change;
        amounts[index] = amount;
        used[index >> 6] = with(used[index >> 6], step, amount > 0);
        full[index >> 6] = with(full[index >> 6], step, amount >= capacity);
    }

    private static long with(long bits, int step, boolean set) {
        return set ? bits | 1L << step : bits & ~(1L << step);
    }

    private void cover(int word) {
        if (used.length == 0) {
            firstWord = word;
        }
        int end = Math.max(endWord(), word + 1);
        int first = Math.min(firstWord, word);
        if (end - first == used.length) {
            return;
        }
        int reserve = used.length / 2;
        if (word < firstWord) {
            first = Math.max(0, first - reserve);
        } else {
            end = Math.min(words, end + reserve);
        }
        int shift = firstWord - first;
        used = moved(used, shift, end - first);
        full = moved(full, shift, end - first);
        int[] grown = new int[(end - first) << 6];
        System.arraycopy(amounts, 0, grown, shift << 6, amounts.length);
        amounts = grown;
        firstWord = first;
    }

    private static long[] moved(long[] bits, int shift, int length) {
        long[] grown = new long[length];
        System.arraycopy(bits, 0, grown, shift, bits.length);
        return grown;
    }

    /** Gets each run of steps with the same amount. */
    interface RunSink {
        void run(int from, int to, int amount);
    }

    void forEachRun(RunSink sink) {
        int start = firstWord << 6;
        int from = 0;
        while (from < amounts.length) {
            int to = from + 1;
            while (to < amounts.length && amounts[to] == amounts[from]) {
                to++;
            }
            if (amounts[from] != 0) {
                sink.run(start + from, start + to - 1, amounts[from]);
            }
            from = to;
        }
    }

    long total() {
        return Arrays.stream(amounts).asLongStream().sum();
    }
}
