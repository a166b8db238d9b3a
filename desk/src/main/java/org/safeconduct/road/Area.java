package org.safeconduct.road;

import java.util.Arrays;
import java.util.List;

/** A part of the earth's surface to read roads of. Degrees, WGS 84; none reaches across the antimeridian. */
public sealed interface Area {

    /** No limit. */
    Area EVERYWHERE = new Box(-180, -90, 180, 90);

    /** Whether a point lies inside; points on the border may count either way. */
    boolean contains(double longitude, double latitude);

    /** The smallest box around it. */
    Box box();

    /** The same for equal areas; part of a network's key. */
    String text();

    /** A box; its borders belong to it. */
    record Box(double west, double south, double east, double north) implements Area {
        public Box {
            if (!(west < east) || !(south < north) || west < -180 || east > 180 || south < -90 || north > 90) {
                throw new IllegalArgumentException("not a box from west, south to east, north: " + west + ", " + south
                        + ", " + east + ", " + north);
            }
        }

        @Override
        public boolean contains(double longitude, double latitude) {
            return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        }

        @Override
        public Box box() {
            return this;
        }

        @Override
        public String text() {
            return "box " + west + " " + south + " " + east + " " + north;
        }
    }

    /** Rings of any number, outer and inner, in any order: inside is what an odd number of rings surrounds. */
    record Rings(List<Ring> rings) implements Area {
        public Rings {
            rings = List.copyOf(rings);
            if (rings.isEmpty()) {
                throw new IllegalArgumentException("an area without a ring");
            }
        }

        @Override
        public boolean contains(double longitude, double latitude) {
            boolean inside = false;
            for (Ring ring : rings) {
                inside ^= ring.surrounds(longitude, latitude);
            }
            return inside;
        }

        @Override
        public Box box() {
            double west = Double.POSITIVE_INFINITY;
            double south = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            double north = Double.NEGATIVE_INFINITY;
            for (Ring ring : rings) {
                west = Math.min(west, Arrays.stream(ring.longitudes).min().orElseThrow());
                east = Math.max(east, Arrays.stream(ring.longitudes).max().orElseThrow());
                south = Math.min(south, Arrays.stream(ring.latitudes).min().orElseThrow());
                north = Math.max(north, Arrays.stream(ring.latitudes).max().orElseThrow());
            }
            return new Box(west, south, east, north);
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("rings");
            for (Ring ring : rings) {
                text.append(' ').append(Arrays.toString(ring.longitudes)).append(Arrays.toString(ring.latitudes));
            }
            return text.toString();
        }
    }

    /** A closed line of at least three points; the first need not be repeated at the end. */
    final class Ring {
        private final double[] longitudes;
        private final double[] latitudes;

        public Ring(double[] longitudes, double[] latitudes) {
            if (longitudes.length != latitudes.length || longitudes.length < 3) {
                throw new IllegalArgumentException("a ring of " + longitudes.length + " points");
            }
            this.longitudes = longitudes.clone();
            this.latitudes = latitudes.clone();
        }

        /** Counts the sides that a ray to the east crosses. */
        private boolean surrounds(double longitude, double latitude) {
            boolean inside = false;
            for (int i = 0, j = longitudes.length - 1; i < longitudes.length; j = i++) {
                if (latitudes[i] > latitude != latitudes[j] > latitude) {
                    double share = (latitude - latitudes[i]) / (latitudes[j] - latitudes[i]);
                    inside ^= longitude < longitudes[i] + share * (longitudes[j] - longitudes[i]);
                }
            }
            return inside;
        }
    }
}
