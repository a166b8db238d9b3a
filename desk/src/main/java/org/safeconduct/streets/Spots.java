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
        double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(place.latitude())) / 1e7;
        double north = METRES_PER_DEGREE / 1e7;
        double best = Double.POSITIVE_INFINITY;
        int arc = -1;
        for (int a = 0; a < roads.arcs(); a++) {
            if (roads.reverse(a) < 0 || a < roads.reverse(a)) {
                for (int i = 1; i < roads.points(a); i++) {
                    double d = distance(roads, a, i, place, east, north)[0];
                    if (d < best && fits.test(a)) {
                        best = d;
                        arc = a;
                    }
                }
            }
        }
        return arc < 0 ? Optional.empty() : Optional.of(spot(roads, arc, place, east, north));
    }

    private static Spot spot(Roads roads, int arc, Place place, double east, double north) {
        double before = 0;
        double best = Double.POSITIVE_INFINITY;
        double at = 0;
        double all = 0;
        for (int i = 1; i < roads.points(arc); i++) {
            double[] found = distance(roads, arc, i, place, east, north);
            if (found[0] < best) {
                best = found[0];
                at = before + found[1] * found[2];
            }
            before += found[2];
            all = before;
        }
        return new Spot(arc, all == 0 ? 0 : at / all, best);
    }

    /** Distance to the side that ends in point {@code i}, share of the side before the nearest point, length of the side. */
    private static double[] distance(Roads roads, int arc, int i, Place place, double east, double north) {
        double x1 = (roads.pointLongitudeE7(arc, i - 1) - place.longitude() * 1e7) * east;
        double y1 = (roads.pointLatitudeE7(arc, i - 1) - place.latitude() * 1e7) * north;
        double x2 = (roads.pointLongitudeE7(arc, i) - place.longitude() * 1e7) * east;
        double y2 = (roads.pointLatitudeE7(arc, i) - place.latitude() * 1e7) * north;
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double share = square == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / square, 0, 1);
        return new double[] {Math.hypot(x1 + share * dx, y1 + share * dy), share, Math.sqrt(square)};
    }
}
