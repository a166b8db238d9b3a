package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.scenario.Line;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.AidConvoy;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Destination;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Halt;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Street;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Place;

/**
 * Of the thousands of streets and crossings of a road network those that people need to see: places that somebody named, streets that are driven, the
 * stops of a route at which the street changes. A scenario of towns and segments is shown whole.
 */
final class Selection {
    private static final int MAIN_ROUTES = 8;

    private final View view;
    private final Set<String> named;

    Selection(View view) {
        this.view = view;
        this.named = named(view.scenario());
    }

    private static Set<String> named(Scenario scenario) {
        return Stream.of(
                        scenario.roads().stream()
                                .filter(road -> !isStreet(road))
                                .flatMap(road -> Stream.of(
                                        road.segment().from(), road.segment().to())),
                        scenario.assemblies().stream().map(Assembly::place),
                        scenario.destinations().stream().map(Destination::place),
                        scenario.fleets().stream().map(Fleet::base),
                        scenario.halts().stream().map(Halt::place),
                        scenario.checkpoints().stream().map(Checkpoint::at),
                        scenario.aid().stream().flatMap(aid -> ends(aid)))
                .flatMap(ids -> ids)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> ends(AidConvoy aid) {
        return Stream.of(aid.fromPlace(), aid.toPlace());
    }

    static boolean isStreet(Road road) {
        return road.street().isPresent();
    }

    /** True if the version leads over streets of a road network. */
    boolean isOnStreets(Version version) {
        return view.roads(version).stream().anyMatch(Selection::isStreet);
    }

    /** The places that somebody named, in file order; crossings of streets are not among them. */
    List<Place> places() {
        return view.scenario().places().stream()
                .filter(place -> named.contains(place.id()))
                .toList();
    }

    /** The streets and segments that the plan of record drives. */
    static Set<String> used(VersionPlan found) {
        Set<String> used = new LinkedHashSet<>();
        found.low().routes().forEach(route -> used.addAll(route.segments()));
        return used;
    }

    /** Routes to show in full: on streets, where there are hundreds, those with most people. */
    List<Route> mainRoutes(VersionPlan found) {
        List<Route> routes = found.low().routes();
        return isOnStreets(view.version(found))
                ? routes.stream().limit(MAIN_ROUTES).toList()
                : routes;
    }

    /** The points a road passes: a street's course, a segment's two ends; empty if an end is unknown. */
    List<Spot> course(Road road) {
        if (road.street().isPresent()) {
            Line shape = road.street().get().shape();
            return IntStream.range(0, shape.points())
                    .mapToObj(i -> new Spot(shape.longitude(i), shape.latitude(i)))
                    .toList();
        }
        Map<String, Place> places = view.names().places();
        Place from = places.get(road.segment().from());
        Place to = places.get(road.segment().to());
        return from == null || to == null ? List.of() : List.of(spot(from), spot(to));
    }

    /** The points a route passes, in its direction. */
    List<Spot> course(Route route) {
        List<Spot> points = new ArrayList<>();
        for (int i = 0; i < route.segments().size(); i++) {
            Road road = view.names().roads().get(route.segments().get(i));
            List<Spot> part = road == null ? List.of() : course(road);
            boolean along =
                    road != null && road.segment().from().equals(route.places().get(i));
            (along ? part : part.reversed())
                    .stream()
                            .filter(point ->
                                    points.isEmpty() || !points.getLast().equals(point))
                            .forEach(points::add);
        }
        return points;
    }

    private static Spot spot(Place place) {
        return new Spot(place.longitude(), place.latitude());
    }

    /** A point in degrees. */
    record Spot(double longitude, double latitude) {}

    /**
     * The stops of a route worth telling: on streets both ends, places that somebody named, and turns into another street, the longest stretches first;
     * elsewhere all.
     *
     * @return indexes into the route's places, ascending
     */
    List<Integer> stops(Route route, int most) {
        List<Integer> stops = new ArrayList<>();
        int last = route.places().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i == 0 || i == last || named.contains(route.places().get(i)) || turns(route, i)) {
                stops.add(i);
            }
        }
        while (stops.size() > most && dropShortest(route, stops)) {
            // one fewer
        }
        return stops;
    }

    private boolean turns(Route route, int index) {
        Road before = view.names().roads().get(route.segments().get(index - 1));
        Road after = view.names().roads().get(route.segments().get(index));
        return before == null
                || after == null
                || !isStreet(before)
                || !isStreet(after)
                || !name(before).equals(name(after));
    }

    private static String name(Road road) {
        return road.street().map(Street::name).orElse("");
    }

    /** Leaves out the crossing that is nearest to the stop before it; false if only named places are left. */
    private boolean dropShortest(Route route, List<Integer> stops) {
        int shortest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 1; i + 1 < stops.size(); i++) {
            double length = kilometres(route, stops.get(i - 1), stops.get(i));
            if (!named.contains(route.places().get(stops.get(i))) && length < least) {
                least = length;
                shortest = i;
            }
        }
        if (shortest > 0) {
            stops.remove(/* index */ shortest);
        }
        return shortest > 0;
    }

    private double kilometres(Route route, int from, int to) {
        return route.segments().subList(from, to).stream()
                .map(view.names().roads()::get)
                .mapToDouble(road -> road == null ? 0 : road.kilometres())
                .sum();
    }
}
