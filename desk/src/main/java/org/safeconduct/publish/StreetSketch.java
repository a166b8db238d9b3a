package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.publish.Selection.Spot;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.scenario.Streets;
import org.safeconduct.terms.Place;

/** Draws thousands of streets in three strokes: those nobody is led over, those the plan drives, and of these the ones that carry many. */
final class StreetSketch {
    /** A street that carries this share of all who are out is drawn heavier. */
    private static final double MANY = 0.1;

    /** Points nearer to one another than this are drawn as one. */
    private static final double NEAR = 0.7;

    private final View view;
    private final Selection selection;
    private final Projection projection;
    private final Box page;

    StreetSketch(View view, Selection selection, Projection projection, Box page) {
        this.view = view;
        this.selection = selection;
        this.projection = projection;
        this.page = page;
    }

    /** Draws the version's streets; names keep off those that are driven. */
    void draw(Drawing drawing, Version version, VersionPlan found, Labels labels) {
        Map<String, Long> people = people(found);
        long many = Math.max(1, Math.round(MANY * found.low().planned()));
        Map<String, List<List<Point>>> strokes = new HashMap<>();
        for (Road road : view.scenario().roads()) {
            if (Selection.isStreet(road)) {
                long here = people.getOrDefault(road.segment().id(), 0L);
                boolean open = version.silence().containsKey(road.segment().id());
                String style =
                        here >= many ? "street-busy" : here > 0 ? "street-used" : open ? "street" : "street-closed";
                List<Point> line = visible(road);
                if (line.size() > 1) {
                    strokes.computeIfAbsent(style, s -> new ArrayList<>()).add(line);
                }
            }
        }
        for (String style : List.of("street-closed", "street", "street-used", "street-busy")) {
            drawing.paths(strokes.getOrDefault(style, List.of()), style);
        }
        drawing.paths(toStreets(), "to-street");
        for (String style : List.of("street-used", "street-busy")) {
            strokes.getOrDefault(style, List.of()).forEach(line -> avoid(line, labels));
        }
    }

    /** From each place that lies far from its street to where it meets that street: nobody has planned this way. */
    List<List<Point>> toStreets() {
        Set<String> far = view.scenario().streets().flatMap(Streets::ground).stream()
                .flatMap(ground -> ground.joined().stream())
                .filter(joined -> joined.metres() > Streets.FAR_METRES)
                .map(Streets.Joined::place)
                .collect(Collectors.toSet());
        Map<String, List<Point>> lines = new TreeMap<>();
        for (Road road : view.scenario().roads()) {
            if (Selection.isStreet(road)) {
                List<Spot> course = selection.course(road);
                join(road.segment().from(), course.getFirst(), far, lines);
                join(road.segment().to(), course.getLast(), far, lines);
            }
        }
        return List.copyOf(lines.values());
    }

    private void join(String id, Spot street, Set<String> far, Map<String, List<Point>> lines) {
        Place place = view.names().places().get(id);
        if (place != null && far.contains(id)) {
            Point end = new Point(projection.x(street.longitude()), projection.y(street.latitude()));
            lines.put(id, List.of(projection.of(place), end));
        }
    }

    private static void avoid(List<Point> line, Labels labels) {
        for (int i = 1; i < line.size(); i++) {
            labels.avoidLine(line.get(i - 1), line.get(i));
        }
    }

    /** People of the plan of record on each street they drive. */
    static Map<String, Long> people(VersionPlan found) {
        Map<String, Long> people = new HashMap<>();
        found.low()
                .routes()
                .forEach(route -> Set.copyOf(route.segments())
                        .forEach(segment -> people.merge(segment, route.people(), Long::sum)));
        return people;
    }

    /** The course on the page, without points that would not be seen; empty if all of it lies outside. */
    private List<Point> visible(Road road) {
        List<Point> points = new ArrayList<>();
        List<Point> all = selection.course(road).stream()
                .map(spot -> new Point(projection.x(spot.longitude()), projection.y(spot.latitude())))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Point at = all.get(i);
            boolean end = i == 0 || i == all.size() - 1;
            if (end
                    || Math.hypot(
                                    at.x() - points.getLast().x(),
                                    at.y() - points.getLast().y())
                            >= NEAR) {
                points.add(at);
            }
        }
        return points.stream().anyMatch(this::isOnPage) ? points : List.of();
    }

    private boolean isOnPage(Point at) {
        return at.x() > page.x() && at.x() < page.right() && at.y() > page.y() && at.y() < page.bottom();
    }
}
