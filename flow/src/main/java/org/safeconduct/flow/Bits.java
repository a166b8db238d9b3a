package org.safeconduct.flow;

/** Sets of steps, 64 to a word: bit k of word k / 64 is step k. */
final class Bits {
    private Bits() {}

    /** Words that hold the steps 0 … last. */
    static int words(int last) {
        return (last >> 6) + 1;
    }

    /** A word of time with one of its steps set or not. */
    static long with(long bits, int step, boolean set) {
        return set ? bits | 1L << step : bits & ~(1L << step);
    }

    /** The part of the steps first … last that falls into a word. */
    static long range(int word, int first, int last) {
        long start = (long) word << 6;
        if (last < start || first > start + 63) {
            return 0;
        }
        long mask = -1L;
        if (first > start) {
            mask &= -1L << (first - start);
        }
        if (last < start + 63) {
            mask &= -1L >>> (start + 63 - last);
        }
        return mask;
    }
}
