package org.safeconduct.publish;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.publish.Selection.Spot;
import org.safeconduct.terms.Place;

/** From degrees to the drawing: equirectangular, with the cosine of the middle latitude so that shapes and distances hold. North is up. */
final class Projection {
    private static final double MARGIN_X = 62;
    private static final double MARGIN_Y = 46;
    private static final double TALLEST = 460;

    /** A long low country still needs room for its names. */
    private static final double LEAST_HEIGHT = 330;

    private static final double LEAST_DEGREES = 0.02;
    private static final double KM_PER_DEGREE = 111.195;

    private final double west;
    private final double north;
    private final double cosine;
    private final double unitsPerDegree;
    private final double left;
    private final double top;
    private final double height;

    /** Shows all of the points. */
    Projection(List<Spot> points) {
        double south = least(points, Spot::latitude);
        double northmost = -least(points, point -> -point.latitude());
        double least = least(points, Spot::longitude);
        double most = -least(points, point -> -point.longitude());
        double tall = Math.max(LEAST_DEGREES, northmost - south);
        cosine = Math.max(0.05, Math.cos(Math.toRadians((south + northmost) / 2)));
        double wide = Math.max(LEAST_DEGREES, (most - least) * cosine);
        unitsPerDegree = Math.min((Drawing.WIDTH - 2 * MARGIN_X) / wide, (TALLEST - 2 * MARGIN_Y) / tall);
        west = least;
        north = (northmost + south) / 2 + tall / 2;
        left = (Drawing.WIDTH - (most - least) * cosine * unitsPerDegree) / 2;
        height = Math.max(LEAST_HEIGHT, tall * unitsPerDegree + 2 * MARGIN_Y);
        top = (height - tall * unitsPerDegree) / 2;
    }

    private static double least(List<Spot> points, ToDoubleFunction<Spot> value) {
        return points.stream().mapToDouble(value).min().orElse(0);
    }

    double height() {
        return height;
    }

    Point of(Place place) {
        return new Point(x(place.longitude()), y(place.latitude()));
    }

    double x(double longitude) {
        return left + (longitude - west) * cosine * unitsPerDegree;
    }

    double y(double latitude) {
        return top + (north - latitude) * unitsPerDegree;
    }

    double longitude(double x) {
        return west + (x - left) / (cosine * unitsPerDegree);
    }

    double latitude(double y) {
        return north - (y - top) / unitsPerDegree;
    }

    double unitsPerKilometre() {
        return unitsPerDegree / KM_PER_DEGREE;
    }
}
