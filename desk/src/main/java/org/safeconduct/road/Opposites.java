package org.safeconduct.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one road of two one-way runs that lead straight from one end to another and back, as sources do that list each direction of a road
 * by itself. Where several could be paired, the first of one direction goes with the first of the other.
 */
final class Opposites {
    private static final Comparator<OneWay> ORDER = Comparator.comparingInt((OneWay one) -> one.low)
            .thenComparingInt(OneWay::high)
            .thenComparing(OneWay::rising)
            .thenComparingInt(OneWay::run);

    private Opposites() {}

    private record OneWay(int run, int low, int high, boolean rising) {
        boolean isBeside(OneWay other) {
            return low == other.low && high == other.high;
        }
    }

    static void pair(Runs runs) {
        List<OneWay> all = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            int from = runs.from.get(run);
            int to = runs.to.get(run);
            if (runs.backward.get(run) < 0 && runs.innerCount(run) == 0 && from != to) {
                all.add(new OneWay(run, Math.min(from, to), Math.max(from, to), from < to));
            }
        }
        Collections.sort(all, ORDER);
        int first = 0;
        while (first < all.size()) {
            int end = first;
            int falling = 0;
            while (end < all.size() && all.get(end).isBeside(all.get(first))) {
                falling += all.get(end++).rising ? 0 : 1;
            }
            pair(runs, all.subList(first, first + falling), all.subList(first + falling, end));
            first = end;
        }
    }

    private static void pair(Runs runs, List<OneWay> falling, List<OneWay> rising) {
        for (int i = 0; i < Math.min(falling.size(), rising.size()); i++) {
            int one = falling.get(i).run;
            int other = rising.get(i).run;
            runs.pair(Math.min(one, other), Math.max(one, other));
        }
    }
}
