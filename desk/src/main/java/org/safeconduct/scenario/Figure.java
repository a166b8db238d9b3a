package org.safeconduct.scenario;

/**
 * A number somebody gave, as a range: what it is at least, at most, according to whom.
 *
 * @param low lowest value
 * @param high highest value; equal to {@code low} where one value was given
 * @param by whose figure it is, in words; never empty
 * @param source id of the {@link Source}; empty if it is an assumption
 */
public record Figure(double low, double high, String by, String source) {

    public Figure {
        if (!(low <= high)) {
            throw new IllegalArgumentException("figure from " + low + " to " + high + ": write the lower value first");
        }
    }

    /** True if nobody outside the planning team stands behind it. */
    public boolean isAssumption() {
        return source.isEmpty();
    }

    public boolean isExact() {
        return low == high;
    }
}
