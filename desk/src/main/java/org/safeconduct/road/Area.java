package org.safeconduct.road;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of the earth's surface to read roads of. Degrees, WGS 84; none reaches across the antimeridian. */
public sealed interface Area {

    /** No limit. */
    Area EVERYWHERE = new Box(-180, -90, 180, 90);

    /** Whether a point lies inside; points on the border may count either way. */
    boolean contains(double longitude, double latitude);

    /** Whether any point of a straight line between two points lies inside or on the border. */
    boolean touches(double longitude, double latitude, double toLongitude, double toLatitude);

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

        /** Cuts off what lies beyond each side in turn; what remains, if anything, is inside. */
        @Override
        public boolean touches(double longitude, double latitude, double toLongitude, double toLatitude) {
            double across = toLongitude - longitude;
            double up = toLatitude - latitude;
            double[] from = {0};
            double[] to = {1};
            return cut(-across, longitude - west, from, to)
                    && cut(across, east - longitude, from, to)
                    && cut(-up, latitude - south, from, to)
                    && cut(up, north - latitude, from, to);
        }

        private static boolean cut(double step, double room, double[] from, double[] to) {
            if (step == 0) {
                return room >= 0;
            }
            if (step < 0) {
                from[0] = Math.max(from[0], room / step);
            } else {
                to[0] = Math.min(to[0], room / step);
            }
            return from[0] <= to[0];
        }

        /** West, south, east and north, as {@link AreaReader#box} reads them. */
        public String shown() {
            return String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.4f", west, south, east, north);
        }

        /** Whether two boxes have a point in common. */
        public boolean meets(Box other) {
            return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
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
        public boolean touches(double longitude, double latitude, double toLongitude, double toLatitude) {
            return contains(longitude, latitude)
                    || rings.stream()
                            .anyMatch(ring -> ring.outline().crosses(longitude, latitude, toLongitude, toLatitude));
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

    /** What lies in at least one of several areas, which may overlap. */
    record Any(List<Area> areas) implements Area {
        public Any {
            areas = List.copyOf(areas);
            if (areas.isEmpty()) {
                throw new IllegalArgumentException("no area at all");
            }
        }

        @Override
        public boolean contains(double longitude, double latitude) {
            for (Area area : areas) {
                if (area.contains(longitude, latitude)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean touches(double longitude, double latitude, double toLongitude, double toLatitude) {
            return areas.stream().anyMatch(area -> area.touches(longitude, latitude, toLongitude, toLatitude));
        }

        @Override
        public Box box() {
            Box all = areas.getFirst().box();
            for (Area area : areas) {
                Box box = area.box();
                all = new Box(
                        Math.min(all.west, box.west),
                        Math.min(all.south, box.south),
                        Math.max(all.east, box.east),
                        Math.max(all.north, box.north));
            }
            return all;
        }

        @Override
        public String text() {
            return areas.stream().map(Area::text).collect(Collectors.joining("; or ", "any of: ", "."));
        }
    }

    /** A closed line of at least three points; the first need not be repeated at the end. */
    final class Ring {
        private final double[] longitudes;
        private final double[] latitudes;
        private final Outline outline;

        public Ring(double[] longitudes, double[] latitudes) {
            if (longitudes.length != latitudes.length || longitudes.length < 3) {
                throw new IllegalArgumentException("a ring of " + longitudes.length + " points");
            }
            this.longitudes = longitudes.clone();
            this.latitudes = latitudes.clone();
            this.outline = Outline.of(this.longitudes, this.latitudes);
        }

        private boolean surrounds(double longitude, double latitude) {
            return outline.surrounds(longitude, latitude);
        }

        private Outline outline() {
            return outline;
        }
    }
}
