package org.safeconduct.streets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safeconduct.road.Area;
import org.safeconduct.scenario.Line;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.terms.Place;

/**
 * Segments and streets found on a map: those at a point, those that an area touches.
 *
 * <p>A stretch between two junctions counts whole: who cannot pass a part of it cannot pass it. A segment that no street is known for runs straight between its places.
 */
public final class Clicked {

    private static final double METRES_PER_DEGREE = 111_195;

    /** Both directions of a street lie at one spot. */
    private static final double SAME_METRES = 1;

    /**
     * What lies nearest to a point.
     *
     * @param segments ids; several if they run in one line, such as the two directions of a street; empty if there is no segment at all
     * @param metres how far it is
     */
    public record Nearest(List<String> segments, double metres) {
        public Nearest {
            segments = List.copyOf(segments);
        }
    }

    private final Scenario scenario;
    private final Map<String, Place> places;

    public Clicked(Scenario scenario) {
        this.scenario = scenario;
        this.places = scenario.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
    }

    /** The segments nearest to a point in degrees. */
    public Nearest nearest(double latitude, double longitude) {
        List<String> nearest = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Road road : scenario.roads()) {
            double metres = metres(line(road), latitude, longitude);
            if (metres < least - SAME_METRES) {
                nearest.clear();
            }
            if (metres < least + SAME_METRES) {
                nearest.add(road.segment().id());
                least = Math.min(least, metres);
            }
        }
        return new Nearest(nearest, least);
    }

    /** The segments that an area touches, in the scenario's order. */
    public List<String> touching(Area area) {
        return scenario.roads().stream()
                .filter(road -> touches(area, line(road)))
                .map(road -> road.segment().id())
                .toList();
    }

    private Line line(Road road) {
        return road.street()
                .map(Scenario.Street::shape)
                .orElseGet(() -> straight(
                        getPlace(road.segment().from()), getPlace(road.segment().to())));
    }

    private Place getPlace(String id) {
        return Objects.requireNonNull(places.get(id), "segments lead between places of the scenario");
    }

    private static Line straight(Place from, Place to) {
        return new Line(
                new int[] {(int) Math.round(from.longitude() * 1e7), (int) Math.round(to.longitude() * 1e7)},
                new int[] {(int) Math.round(from.latitude() * 1e7), (int) Math.round(to.latitude() * 1e7)});
    }

    private static boolean touches(Area area, Line line) {
        for (int i = 1; i < line.points(); i++) {
            if (area.touches(line.longitude(i - 1), line.latitude(i - 1), line.longitude(i), line.latitude(i))) {
                return true;
            }
        }
        return false;
    }

    /** Distance from a point to a line, on a map that is flat around the point. */
    private static double metres(Line line, double latitude, double longitude) {
        double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.points(); i++) {
            double x = (line.longitude(i - 1) - longitude) * east;
            double y = (line.latitude(i - 1) - latitude) * METRES_PER_DEGREE;
            double dx = (line.longitude(i) - longitude) * east - x;
            double dy = (line.latitude(i) - latitude) * METRES_PER_DEGREE - y;
            double length = dx * dx + dy * dy;
            double share = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
            least = Math.min(least, Math.hypot(x + share * dx, y + share * dy));
        }
        return least;
    }
}
