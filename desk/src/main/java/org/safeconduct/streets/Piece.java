package org.safeconduct.streets;

import java.util.Arrays;
import org.safeconduct.scenario.Line;

/**
 * A stretch of street between two nodes, with the same in both directions if {@code bothWays}.
 *
 * @param way the network's number of the street, of its longest part
 * @param from node it starts from
 * @param to node it leads to
 * @param bothWays whether it is driven from {@code to} to {@code from} as well
 * @param measure how long, how slow, how wide
 * @param name shown; may be empty
 * @param kind class of the road
 * @param use which versions lead over it, when it is closed
 * @param shape points from {@code from} to {@code to}
 */
record Piece(
        long way, int from, int to, boolean bothWays, Measure measure, String name, String kind, Use use, Shape shape) {

    /**
     * Numbers of a stretch.
     *
     * @param millis to drive along
     * @param perHour vehicles that can pass
     * @param centimetres along the road
     * @param lanes on average
     */
    record Measure(long millis, int perHour, long centimetres, double lanes) {
        Measure plus(Measure other) {
            long both = centimetres + other.centimetres;
            return new Measure(
                    millis + other.millis,
                    Math.min(perHour, other.perHour),
                    both,
                    (lanes * centimetres + other.lanes * other.centimetres) / both);
        }

        /** The part between two shares of the length. */
        Measure part(double from, double to) {
            long first = Math.round(millis * from);
            long last = Math.round(millis * to);
            return new Measure(
                    Math.max(1, last - first),
                    perHour,
                    Math.max(1, Math.round(centimetres * to) - Math.round(centimetres * from)),
                    lanes);
        }
    }

    /** Points in ten-millionths of a degree; the arrays are never changed. */
    record Shape(int[] longitudes, int[] latitudes) {

        Line line() {
            return new Line(longitudes, latitudes);
        }

        Shape reversed() {
            int n = longitudes.length;
            int[] lons = new int[n];
            int[] lats = new int[n];
            for (int i = 0; i < n; i++) {
                lons[i] = longitudes[n - 1 - i];
                lats[i] = latitudes[n - 1 - i];
            }
            return new Shape(lons, lats);
        }

        /** This line and, from its last point on, another. */
        Shape and(Shape next) {
            int n = longitudes.length;
            int[] lons = Arrays.copyOf(longitudes, n + next.longitudes.length - 1);
            int[] lats = Arrays.copyOf(latitudes, lons.length);
            System.arraycopy(next.longitudes, 1, lons, n, next.longitudes.length - 1);
            System.arraycopy(next.latitudes, 1, lats, n, next.latitudes.length - 1);
            return new Shape(lons, lats);
        }
    }

    /** The same stretch, told from its other end. */
    Piece turned() {
        return new Piece(way, to, from, bothWays, measure, name, kind, use, shape.reversed());
    }

    /** This stretch and one that starts where it ends, as one. */
    Piece and(Piece next) {
        Piece longer = next.measure.centimetres() > measure.centimetres() ? next : this;
        return new Piece(
                longer.way,
                from,
                next.to,
                bothWays,
                measure.plus(next.measure),
                longer.name,
                longer.kind,
                use,
                shape.and(next.shape));
    }

    /** Whether one continues the other in what matters to a plan. */
    boolean isLike(Piece other) {
        return bothWays == other.bothWays && use.equals(other.use);
    }
}
