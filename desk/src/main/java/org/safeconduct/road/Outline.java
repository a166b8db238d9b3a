package org.safeconduct.road;

import java.util.Arrays;

/** The sides of a closed line, sorted into bands from south to north, so that a question looks at few of them. Immutable. */
final class Outline {
    private static final int MOST_BANDS = 1 << 16;
    private static final int MOST_BANDS_A_SIDE = 8;

    private final double[] longitudes;
    private final double[] latitudes;
    private final double south;
    private final double north;
    private final double west;
    private final double east;
    private final int bands;
    /** Where the sides of a band begin in {@code sides}. */
    private final int[] first;
    /** Side i leads from point i - 1 to point i, side 0 from the last point to the first. */
    private final int[] sides;

    @FunctionalInterface
    private interface SideVisitor {
        void visit(int band, int side);
    }

    private Outline(double[] longitudes, double[] latitudes) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
        this.south = Arrays.stream(latitudes).min().orElseThrow();
        this.north = Arrays.stream(latitudes).max().orElseThrow();
        this.west = Arrays.stream(longitudes).min().orElseThrow();
        this.east = Arrays.stream(longitudes).max().orElseThrow();
        this.bands = chosenBands();
        this.first = new int[bands + 1];
        forEachSide((band, side) -> first[band + 1]++);
        Arrays.parallelPrefix(first, Integer::sum);
        this.sides = new int[first[bands]];
        int[] next = first.clone();
        forEachSide((band, side) -> sides[next[band]++] = side);
    }

    /** The line through these points and back to the first; the arrays must not change afterwards. */
    static Outline of(double[] longitudes, double[] latitudes) {
        return new Outline(longitudes, latitudes);
    }

    /** As many bands as there are sides to fill them, fewer if sides are so long that each lies in many. */
    private int chosenBands() {
        int chosen = Math.clamp(longitudes.length / 4, 1, MOST_BANDS);
        while (chosen > 1 && entries(chosen) > (long) MOST_BANDS_A_SIDE * longitudes.length) {
            chosen /= 2;
        }
        return chosen;
    }

    private long entries(int count) {
        long entries = 0;
        for (int side = 0; side < latitudes.length; side++) {
            entries += 1 + Math.abs(band(latitudes[side], count) - band(latitudes[before(side)], count));
        }
        return entries;
    }

    private void forEachSide(SideVisitor visitor) {
        for (int side = 0; side < latitudes.length; side++) {
            int one = band(latitudes[before(side)], bands);
            int other = band(latitudes[side], bands);
            for (int band = Math.min(one, other); band <= Math.max(one, other); band++) {
                visitor.visit(band, side);
            }
        }
    }

    private int before(int side) {
        return side == 0 ? latitudes.length - 1 : side - 1;
    }

    private int band(double latitude, int count) {
        return north > south ? Math.clamp((long) ((latitude - south) / (north - south) * count), 0, count - 1) : 0;
    }

    /** Whether a point lies inside: counts the sides that a ray to the east crosses. */
    boolean surrounds(double longitude, double latitude) {
        if (latitude < south || latitude > north || longitude < west || longitude > east) {
            return false;
        }
        boolean inside = false;
        int band = band(latitude, bands);
        for (int i = first[band]; i < first[band + 1]; i++) {
            int to = sides[i];
            int from = before(to);
            if (latitudes[to] > latitude != latitudes[from] > latitude) {
                double share = (latitude - latitudes[to]) / (latitudes[from] - latitudes[to]);
                inside ^= longitude < longitudes[to] + share * (longitudes[from] - longitudes[to]);
            }
        }
        return inside;
    }

    /** Whether a straight line between two points has a point in common with a side. */
    boolean crosses(double longitude, double latitude, double toLongitude, double toLatitude) {
        if (Math.max(longitude, toLongitude) < west
                || Math.min(longitude, toLongitude) > east
                || Math.max(latitude, toLatitude) < south
                || Math.min(latitude, toLatitude) > north) {
            return false;
        }
        int last = band(Math.max(latitude, toLatitude), bands);
        int from = first[band(Math.min(latitude, toLatitude), bands)];
        for (int i = from; i < first[last + 1]; i++) {
            if (meets(sides[i], longitude, latitude, toLongitude, toLatitude)) {
                return true;
            }
        }
        return false;
    }

    /** Two lines meet if the ends of each lie on different sides of the other, or on it. */
    private boolean meets(int side, double x1, double y1, double x2, double y2) {
        double x3 = longitudes[before(side)];
        double y3 = latitudes[before(side)];
        double x4 = longitudes[side];
        double y4 = latitudes[side];
        if (Math.max(x1, x2) < Math.min(x3, x4)
                || Math.max(x3, x4) < Math.min(x1, x2)
                || Math.max(y1, y2) < Math.min(y3, y4)
                || Math.max(y3, y4) < Math.min(y1, y2)) {
            return false;
        }
        double a = (x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1);
        double b = (x2 - x1) * (y4 - y1) - (y2 - y1) * (x4 - x1);
        double c = (x4 - x3) * (y1 - y3) - (y4 - y3) * (x1 - x3);
        double d = (x4 - x3) * (y2 - y3) - (y4 - y3) * (x2 - x3);
        return (a <= 0 || b <= 0) && (a >= 0 || b >= 0) && (c <= 0 || d <= 0) && (c >= 0 || d >= 0);
    }
}
