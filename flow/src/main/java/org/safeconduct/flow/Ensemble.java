package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;

/**
 * What can arrive by the horizon in each of many scenarios, each a number of closings.
 *
 * @param before what can arrive without closings
 * @param scenarios the closings of each scenario
 * @param delivered the most that can arrive in each, in the same order
 */
public record Ensemble(long before, List<List<Closing>> scenarios, long[] delivered) {
    public Ensemble {
        scenarios = scenarios.stream().map(List::copyOf).toList();
        delivered = delivered.clone();
        if (scenarios.size() != delivered.length) {
            throw new IllegalArgumentException(
                    delivered.length + " results for " + scenarios.size() + " scenarios: give one for each");
        }
    }

    /**
     * What at least the share 1 − {@code share} of the scenarios reach or exceed: the smallest result that is not exceeded in at least the share {@code share} of them. What can arrive
     * without closings if there is no scenario.
     *
     * @param share from 0 to 1; 0.05 for the fifth percentile, 0.5 for the median
     */
    public long quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + ": give 0 to 1");
        }
        if (delivered.length == 0) {
            return before;
        }
        long[] sorted = delivered.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
