package org.safeconduct.flow.check;

import java.util.Arrays;

/**
 * Capacities of all cuts of a family at once, as differences from each cut to the next: what crosses the cuts {@code from} ≤ t &lt; {@code to} is booked
 * at both ends only.
 */
final class CutTally {
    private final int horizon;
    private final long[] change;
    private final int[] openChange;
    private double booked;

    CutTally(int horizon) {
        this.horizon = horizon;
        this.change = new long[horizon + 2];
        this.openChange = new int[horizon + 2];
    }

    /** Adds a capacity to the cuts {@code from} ≤ t &lt; {@code to}. */
    void add(long from, long to, long capacity) {
        int first = clip(from);
        int end = clip(to);
        if (first < end) {
            change[first] += capacity;
            change[end] -= capacity;
            booked += capacity;
        }
    }

    /** Marks the cuts {@code from} ≤ t &lt; {@code to} as crossed by something without limit; false if there are none. */
    boolean open(long from, long to) {
        int first = clip(from);
        int end = clip(to);
        if (first >= end) {
            return false;
        }
        openChange[first]++;
        openChange[end]--;
        return true;
    }

    /**
     * True if the sums may be too large for a long. All that was booked for any cut bounds each single cut; the margin covers the
     * rounding of doubles.
     */
    boolean isTooLarge() {
        return booked > 0x1p61;
    }

    /** The capacity of each cut 0 … horizon; {@link CutCheck#OPEN} where something without limit crosses. */
    long[] capacities() {
        long[] capacities = Arrays.copyOf(change, horizon + 1);
        int open = 0;
        long sum = 0;
        for (int cut = 0; cut <= horizon; cut++) {
            sum += change[cut];
            open += openChange[cut];
            capacities[cut] = open > 0 ? CutCheck.OPEN : sum;
        }
        return capacities;
    }

    private int clip(long cut) {
        return (int) Math.clamp(cut, 0L, horizon + 1L);
    }
}
