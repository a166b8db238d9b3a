package org.safeconduct.streets;

import java.util.List;
import org.safeconduct.road.Area;
import org.safeconduct.terms.Place;

/** Circles as areas. */
public final class Circle {
    private static final int CORNERS = 64;
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private Circle() {}

    /** The ground within {@code metres} of a place, as a polygon that lies around the circle and less than 0.2 % beyond it. */
    public static Area around(Place place, double metres) {
        double radius = metres / Math.cos(Math.PI / CORNERS) / METRES_PER_DEGREE;
        double narrow = Math.max(0.01, Math.cos(Math.toRadians(place.latitude())));
        double[] longitudes = new double[CORNERS];
        double[] latitudes = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            longitudes[i] = place.longitude() + radius / narrow * Math.cos(angle);
            latitudes[i] = Math.clamp(place.latitude() + radius * Math.sin(angle), -90, 90);
        }
        return new Area.Rings(List.of(new Area.Ring(longitudes, latitudes)));
    }
}
