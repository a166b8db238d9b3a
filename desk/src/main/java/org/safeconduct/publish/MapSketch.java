package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.publish.Selection.Spot;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Halt;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.scenario.Streets;
import org.safeconduct.terms.Place;

/** The places and roads of one version, without borders. The same extent for every version; shapes, not colours, tell things apart. */
final class MapSketch {
    private static final double FRAME = 4;
    private static final double BESIDE = 0.82;

    /** Room at the end of the upper edge for the arrow to the north and the degrees before it. */
    private static final double NORTH_AND_DEGREES = 108;

    private static final int MOST_STOPS = 10;

    /** With more places than these, names go only where there is room. */
    private static final int MOST_NAMES = 24;

    private final View view;
    private final Selection selection;
    private final List<Place> places;
    private final Projection projection;
    private final Box page;

    MapSketch(View view) {
        this.view = view;
        this.selection = new Selection(view);
        this.places = selection.places();
        this.projection = new Projection(extent());
        this.page = new Box(FRAME, FRAME, Drawing.WIDTH - 2 * FRAME, projection.height() - 2 * FRAME);
    }

    /** All named places and every street that some version's plan drives. */
    private List<Spot> extent() {
        List<Spot> points = new ArrayList<>();
        places.forEach(place -> points.add(new Spot(place.longitude(), place.latitude())));
        for (VersionPlan found : view.plan().versions()) {
            for (String segment : Selection.used(found)) {
                Road road = view.names().roads().get(segment);
                if (road != null && Selection.isStreet(road)) {
                    points.addAll(selection.course(road));
                }
            }
        }
        return points;
    }

    void write(Markup html, VersionPlan found, String id) {
        Version version = view.version(found);
        html.open("figure");
        Drawing drawing = new Drawing(html, id);
        drawing.open(projection.height(), view.text("map.title", view.heading(version)), description(found));
        Sheet sheet = new Sheet(drawing, version, found);
        sheet.draw();
        drawing.close();
        legend(html, version);
        html.element("figcaption", caption(version, sheet.labels.left()))
                .close("figure")
                .line();
    }

    private String caption(Version version, int left) {
        boolean osm = view.scenario()
                .streets()
                .flatMap(Streets::ground)
                .filter(ground -> ground.format().startsWith("OpenStreetMap"))
                .isPresent();
        String caption = view.text(selection.isOnStreets(version) ? "map.caption.streets" : "map.caption")
                + (osm ? " " + view.text("ground.osm") : "");
        return left == 0
                ? caption
                : caption + " " + view.text("map.names-left", view.formats().number(left));
    }

    private void legend(Markup html, Version version) {
        Scenario scenario = view.scenario();
        html.open("ul", "class", "legend");
        if (selection.isOnStreets(version)) {
            CurveChart.key(html, "street-busy", view.text("map.street-busy"));
            CurveChart.key(html, "street-used", view.text("map.street-used"));
            CurveChart.key(html, "street", view.text("map.street"));
            CurveChart.key(html, "street-closed", view.text("map.street-closed"));
            if (!new StreetSketch(view, selection, projection, page).toStreets().isEmpty()) {
                CurveChart.key(html, "to-street", view.text("map.to-street"));
            }
        }
        if (scenario.roads().stream().anyMatch(road -> !Selection.isStreet(road))) {
            CurveChart.key(html, "road-used", view.text("map.road-used"));
            CurveChart.key(html, "road-version", view.text("map.road-version"));
            CurveChart.key(html, "road-other", view.text("map.road-other"));
        }
        CurveChart.key(html, "assembly", view.text("map.assembly"));
        CurveChart.key(html, "destination", view.text("map.destination"));
        scenario.checkpoints().stream()
                .filter(post -> version.silence().containsKey(post.segment()))
                .forEach(post -> CurveChart.key(
                        html, "checkpoint", view.text("map.checkpoint.number", number(post), post.name())));
        if (!scenario.closures().isEmpty()) {
            CurveChart.key(html, "closure", view.text("map.closure"));
        }
        if (scenario.halts().stream().anyMatch(Halt::refuge)) {
            CurveChart.key(html, "refuge", view.text("map.refuge"));
        }
        html.close("ul").line();
    }

    private String description(VersionPlan found) {
        String ways = selection.mainRoutes(found).stream()
                .map(route -> route.id() + ": "
                        + selection.stops(route, MOST_STOPS).stream()
                                .map(stop -> view.names().place(route.places().get(stop)))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return ways.isEmpty() ? view.text("map.no-routes") : ways;
    }

    /** One map being drawn. */
    private final class Sheet {
        private final Drawing drawing;
        private final Version version;
        private final VersionPlan found;
        private final Set<String> used;
        private final Set<String> onTheWay;
        private final Set<String> closed = new HashSet<>();
        private final Labels labels = new Labels(page);

        Sheet(Drawing drawing, Version version, VersionPlan found) {
            this.drawing = drawing;
            this.version = version;
            this.found = found;
            this.used = Selection.used(found);
            this.onTheWay = view.roads(version).stream()
                    .flatMap(road ->
                            Stream.of(road.segment().from(), road.segment().to()))
                    .collect(Collectors.toSet());
        }

        void draw() {
            drawing.rect(page, "map-ground");
            graticule();
            scaleBar();
            if (selection.isOnStreets(version)) {
                drawing.frame(page);
                new StreetSketch(view, selection, projection, page).draw(drawing, version, found, labels);
            }
            roads(
                    "road-other",
                    road -> !version.silence().containsKey(road.segment().id()));
            roads(
                    "road-version",
                    road -> version.silence().containsKey(road.segment().id()));
            roads("road-used", road -> used.contains(road.segment().id()));
            places.forEach(place -> labels.avoid(around(projection.of(place), 8)));
            view.scenario().checkpoints().forEach(post -> labels.avoid(around(post(post), 6)));
            places.forEach(this::marker);
            byWeight().forEach(this::name);
            view.scenario().checkpoints().stream()
                    .filter(post -> concerns(post.segment()))
                    .forEach(this::checkpoint);
            closures();
            labels.draw(drawing);
        }

        private boolean concerns(String segment) {
            return version.silence().containsKey(segment);
        }

        private void roads(String style, Predicate<Road> wanted) {
            for (Road road : view.scenario().roads()) {
                Optional<Place> from = find(road.segment().from());
                Optional<Place> to = find(road.segment().to());
                if (!Selection.isStreet(road) && from.isPresent() && to.isPresent() && wanted.test(road)) {
                    Point start = projection.of(from.get());
                    Point end = projection.of(to.get());
                    drawing.line(start, end, style);
                    labels.avoidLine(start, end);
                }
            }
        }

        private void marker(Place place) {
            Point at = projection.of(place);
            boolean gathers = view.scenario().assemblies().stream()
                    .anyMatch(assembly -> assembly.place().equals(place.id()));
            boolean receives = view.scenario().destinations().stream()
                    .filter(destination -> version.destinations().contains(destination.id())
                            || version.destinations().contains(destination.place()))
                    .anyMatch(destination -> destination.place().equals(place.id()));
            boolean shelters = view.scenario().halts().stream()
                    .anyMatch(halt -> halt.refuge() && halt.place().equals(place.id()));
            if (gathers) {
                drawing.rect(around(at, 5.5), "assembly");
            } else if (receives) {
                drawing.circle(at, 7, "destination-ring");
                drawing.circle(at, 3, "destination-dot");
            } else if (shelters) {
                drawing.polygon(house(at), "refuge");
            } else {
                drawing.circle(at, 3.5, "place");
            }
        }

        private void name(Place place) {
            List<String> lines = new ArrayList<>();
            lines.add(place.name());
            if (onTheWay.contains(place.id()) && !place.otherNames().isEmpty()) {
                lines.add(place.otherNames());
            }
            if (places.size() > MOST_NAMES) {
                labels.placeIfThereIsRoom(projection.of(place), "name", lines);
            } else {
                labels.place(projection.of(place), "name", lines);
            }
        }

        /** Where names have to be left out: destinations first, then where most people gather. */
        private List<Place> byWeight() {
            if (places.size() <= MOST_NAMES) {
                return places;
            }
            Map<String, Double> weight = new HashMap<>();
            view.scenario()
                    .assemblies()
                    .forEach(assembly ->
                            weight.merge(assembly.place(), assembly.people().high(), Double::sum));
            view.scenario().destinations().forEach(destination -> weight.put(destination.place(), Double.MAX_VALUE));
            return places.stream()
                    .sorted(Comparator.comparingDouble((Place place) -> -weight.getOrDefault(place.id(), 0.0)))
                    .toList();
        }

        private void checkpoint(Checkpoint post) {
            Point at = post(post);
            drawing.polygon(
                    List.of(
                            new Point(at.x(), at.y() - 6),
                            new Point(at.x() + 6, at.y()),
                            new Point(at.x(), at.y() + 6),
                            new Point(at.x() - 6, at.y())),
                    "checkpoint");
            labels.place(at, "name", List.of(number(post)));
        }

        /** Of the stretches that one closure closes, the middle one stands for all. */
        private void closures() {
            view.scenario().closures().stream()
                    .filter(closure -> closed.add(closure.segment() + " " + closure.kind()))
                    .collect(Collectors.groupingBy(this::saidTogether, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(same -> closure(same.get(same.size() / 2)));
        }

        private String saidTogether(Closure closure) {
            Road road = view.names().roads().get(closure.segment());
            return road != null && Selection.isStreet(road)
                    ? closure.kind() + " " + closure.window() + " " + closure.attestedBy() + " " + closure.source()
                    : closure.segment() + " " + closure.kind();
        }

        private void closure(Closure closure) {
            Point at = along(closure.segment(), "", 0.5);
            drawing.line(new Point(at.x() - 6, at.y() - 6), new Point(at.x() + 6, at.y() + 6), "closure");
            drawing.line(new Point(at.x() - 6, at.y() + 6), new Point(at.x() + 6, at.y() - 6), "closure");
            labels.avoid(around(at, 7));
            labels.place(at, "post-name", List.of(view.text("map.closed", kind(closure))));
        }

        private void graticule() {
            double step = degrees();
            double west = projection.longitude(page.x());
            double north = projection.latitude(page.y());
            for (double lon = Math.ceil(west / step) * step;
                    projection.x(lon) < page.right() - NORTH_AND_DEGREES;
                    lon += step) {
                drawing.line(
                        new Point(projection.x(lon), page.y()),
                        new Point(projection.x(lon), page.bottom()),
                        "graticule");
                degree(new Point(projection.x(lon) + 3, page.y() + 11), lon, "EW");
            }
            for (double lat = Math.floor(north / step) * step; projection.y(lat) < page.bottom() - 4; lat -= step) {
                drawing.line(
                        new Point(page.x(), projection.y(lat)),
                        new Point(page.right(), projection.y(lat)),
                        "graticule");
                degree(new Point(page.x() + 3, projection.y(lat) - 3), lat, "NS");
            }
        }

        private void degree(Point at, double degrees, String signs) {
            String text = view.formats().degrees(degrees) + signs.charAt(degrees < 0 ? 1 : 0);
            drawing.text(at, Drawing.Anchor.START, "degree", text);
            labels.avoid(new Box(at.x(), at.y() - 9, 34, 11));
        }

        /** A step that gives two to five lines across. */
        private double degrees() {
            double wide = projection.longitude(page.right()) - projection.longitude(page.x());
            double step = 10;
            for (double finer : new double[] {5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01}) {
                if (wide / step < 2.2) {
                    step = finer;
                }
            }
            return step;
        }

        private void scaleBar() {
            double kilometres = 500;
            for (double shorter : new double[] {200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1}) {
                if (kilometres * projection.unitsPerKilometre() > 130) {
                    kilometres = shorter;
                }
            }
            double length = kilometres * projection.unitsPerKilometre();
            double x = page.right() - 12 - length;
            double y = page.bottom() - 10;
            drawing.path(
                    List.of(
                            new Point(x, y - 5),
                            new Point(x, y),
                            new Point(x + length, y),
                            new Point(x + length, y - 5)),
                    "scale");
            drawing.text(
                    new Point(x + length / 2, y - 6),
                    Drawing.Anchor.MIDDLE,
                    "axis",
                    view.formats().kilometres(kilometres));
            drawing.text(
                    new Point(page.right() - 6, page.y() + 14),
                    Drawing.Anchor.END,
                    "axis-name",
                    view.text("map.north"));
            labels.avoid(new Box(x - 4, y - 20, length + 8, 24));
            labels.avoid(new Box(page.right() - 60, page.y(), 60, 18));
        }

        private Point post(Checkpoint post) {
            return along(post.segment(), post.at(), BESIDE);
        }

        /** A point on a segment, a share of the way towards one of its ends. */
        private Point along(String segment, String towards, double share) {
            Map<String, Road> roads = view.names().roads();
            Road road = roads.get(segment);
            if (road == null) {
                return new Point(0, 0);
            }
            boolean backwards = road.segment().from().equals(towards);
            if (Selection.isStreet(road)) {
                List<Spot> course = selection.course(road);
                return at(course.get(course.size() / 2));
            }
            Point from = find(road.segment().from()).map(projection::of).orElse(new Point(0, 0));
            Point to = find(road.segment().to()).map(projection::of).orElse(from);
            double way = backwards ? 1 - share : share;
            return new Point(from.x() + way * (to.x() - from.x()), from.y() + way * (to.y() - from.y()));
        }
    }

    private Point at(Spot spot) {
        return new Point(projection.x(spot.longitude()), projection.y(spot.latitude()));
    }

    /** Checkpoints go by number on the map, by name under it: their names are long. */
    private String number(Checkpoint post) {
        return view.formats().number(1 + view.scenario().checkpoints().indexOf(post));
    }

    String kind(Closure closure) {
        return view.messages()
                .find("closure." + closure.kind().toLowerCase(Locale.ROOT))
                .orElse(closure.kind());
    }

    private Optional<Place> find(String id) {
        return Optional.ofNullable(view.names().places().get(id));
    }

    private static Box around(Point centre, double half) {
        return new Box(centre.x() - half, centre.y() - half, 2 * half, 2 * half);
    }

    private static List<Point> house(Point at) {
        return List.of(
                new Point(at.x() - 5, at.y() + 5),
                new Point(at.x() - 5, at.y() - 1),
                new Point(at.x(), at.y() - 6),
                new Point(at.x() + 5, at.y() - 1),
                new Point(at.x() + 5, at.y() + 5));
    }
}
