package org.safeconduct.plan;

import java.util.List;

/**
 * Two runs side by side: the same scenario with a change, or two sides' versions of one corridor.
 *
 * @param left name of the first column
 * @param right name of the second
 * @param rows what is compared
 */
public record Comparison(String left, String right, List<Row> rows) {

    /**
     * One line of the comparison.
     *
     * @param what the thing compared, in words
     * @param left its value in the first run, as shown
     * @param right its value in the second run
     * @param differs true if the values are not the same
     */
    public record Row(String what, String left, String right, boolean differs) {}

    public Comparison {
        rows = List.copyOf(rows);
    }
}
