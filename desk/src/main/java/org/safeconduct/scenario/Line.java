package org.safeconduct.scenario;

import java.util.Arrays;

/** Points of a line in degrees, to a ten-millionth. Immutable; equal to a line with the same points. */
public final class Line {
    private static final double PARTS = 1e7;

    private final int[] longitudes;
    private final int[] latitudes;

    /**
     * A line.
     *
     * @param longitudes in ten-millionths of a degree
     * @param latitudes as many
     */
    public Line(int[] longitudes, int[] latitudes) {
        if (longitudes.length != latitudes.length || longitudes.length < 2) {
            throw new IllegalArgumentException("a line has two points or more, each with both coordinates");
        }
        this.longitudes = longitudes.clone();
        this.latitudes = latitudes.clone();
    }

    /** How many points it has; two or more. */
    public int points() {
        return longitudes.length;
    }

    public double longitude(int point) {
        return longitudes[point] / PARTS;
    }

    public double latitude(int point) {
        return latitudes[point] / PARTS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line
                && Arrays.equals(longitudes, line.longitudes)
                && Arrays.equals(latitudes, line.latitudes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(longitudes) + Arrays.hashCode(latitudes);
    }
}
