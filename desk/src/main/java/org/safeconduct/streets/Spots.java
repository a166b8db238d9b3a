package org.safeconduct.streets;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.safeconduct.road.Roads;
import org.safeconduct.terms.Place;

/** Finds the point of the network nearest to a place, by looking at every street. */
final class Spots {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private Spots() {}

    /**
     * A point on a street.
     *
     * @param arc the street
     * @param share of its length that lies before the point, 0 to 1
     * @param metres from the place
     */
    record Spot(int arc, double share, double metres) {}

    /** The nearest point of the arcs that will do; empty if none will. */
    static Optional<Spot> nearest(Roads roads, Place place, IntPredicate fits) {
        Around around = Around.of(place);
        double best = Double.POSITIVE_INFINITY;
        int arc = -1;
        for (int a = 0; a < roads.arcs(); a++) {
            boolean firstOfLine = roads.reverse(a) < 0 || a < roads.reverse(a);
            for (int i = 1; firstOfLine && i < roads.points(a); i++) {
                double metres = around.side(roads, a, i).metres();
                if (metres < best && fits.test(a)) {
                    best = metres;
                    arc = a;
                }
            }
        }
        return arc < 0 ? Optional.empty() : Optional.of(spot(roads, arc, around));
    }

    private static Spot spot(Roads roads, int arc, Around around) {
        double length = 0;
        double best = Double.POSITIVE_INFINITY;
        double before = 0;
        for (int i = 1; i < roads.points(arc); i++) {
            Side side = around.side(roads, arc, i);
            if (side.metres() < best) {
                best = side.metres();
                before = length + side.share() * side.length();
            }
            length += side.length();
        }
        return new Spot(arc, length == 0 ? 0 : before / length, best);
    }

    /** A side of a line: metres from the place, share of it before its nearest point, its length. */
    private record Side(double metres, double share, double length) {}

    /** A flat map around a place, in metres from it. */
    private record Around(double longitudeE7, double latitudeE7, double east, double north) {
        static Around of(Place place) {
            double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(place.latitude()));
            return new Around(place.longitude() * 1e7, place.latitude() * 1e7, east / 1e7, METRES_PER_DEGREE / 1e7);
        }

        /** The side that ends in point {@code i} of an arc. */
        Side side(Roads roads, int arc, int i) {
            double x1 = (roads.pointLongitudeE7(arc, i - 1) - longitudeE7) * east;
            double y1 = (roads.pointLatitudeE7(arc, i - 1) - latitudeE7) * north;
            double dx = (roads.pointLongitudeE7(arc, i) - longitudeE7) * east - x1;
            double dy = (roads.pointLatitudeE7(arc, i) - latitudeE7) * north - y1;
            double square = dx * dx + dy * dy;
            double share = square == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / square, 0, 1);
            return new Side(Math.hypot(x1 + share * dx, y1 + share * dy), share, Math.sqrt(square));
        }
    }
}
