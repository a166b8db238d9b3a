package org.safeconduct.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.DepartureRow;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Selection.Spot;
import org.safeconduct.terms.Place;

/**
 * Routes as GPX 1.1 for the devices that drivers have: one file per route, assembly points as waypoints, the places of the route as its points. The label and
 * what the file is not stand in its metadata and in the route's comment, which devices show.
 */
public final class Gpx {
    private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";

    /** More than any scenario of towns and segments has. */
    private static final int MOST_ROUTES = 60;

    private static final int MOST_STOPS = 200;

    private final View view;
    private final Selection selection;

    private Gpx(View view) {
        this.view = view;
        this.selection = new Selection(view);
    }

    /** Every route of every version's plan of record, by file name: {@code north-R1.gpx}. */
    public static SortedMap<String, String> all(Plan plan) {
        SortedMap<String, String> files = new TreeMap<>();
        for (VersionPlan found : plan.versions()) {
            for (Route route : worthAFile(found)) {
                files.put(fileName(found.version() + "-" + route.id()), of(plan, found, route));
            }
        }
        return files;
    }

    /** Every route of provided vehicles, and those with most people: on streets there can be thousands, and a driver needs one. */
    private static List<Route> worthAFile(VersionPlan found) {
        Set<String> provided = found.low().departures().stream()
                .filter(row -> row.mode() == Plan.Mode.PROVIDED_VEHICLE)
                .map(DepartureRow::route)
                .collect(Collectors.toSet());
        List<Route> routes = found.low().routes();
        return IntStream.range(0, routes.size())
                .filter(i -> i < MOST_ROUTES || provided.contains(routes.get(i).id()))
                .mapToObj(routes::get)
                .toList();
    }

    public static String of(Plan plan, VersionPlan found, Route route) {
        return new Gpx(View.of(plan)).write(found, route);
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_") + ".gpx";
    }

    private String write(VersionPlan found, Route route) {
        Markup gpx = new Markup();
        gpx.trusted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        gpx.open("gpx", "xmlns", NAMESPACE, "version", "1.1", "creator", "Safeconduct")
                .line();
        metadata(gpx, found, route);
        for (String assembly : assemblies(found.low(), route)) {
            assembly(gpx, assembly);
        }
        route(gpx, found, route);
        if (selection.isOnStreets(view.version(found))) {
            course(gpx, found, route);
        }
        return gpx.close("gpx").line().toString();
    }

    private void metadata(Markup gpx, VersionPlan found, Route route) {
        gpx.open("metadata").line();
        gpx.element("name", title(found, route)).line();
        gpx.element("desc", Stamp.of(view).inOneLine(view.messages())).line();
        gpx.element("keywords", view.text("label." + view.scenario().label())).line();
        gpx.close("metadata").line();
    }

    private String title(VersionPlan found, Route route) {
        return view.text(
                "gpx.title", view.scenario().title(), view.version(found).name(), route.id());
    }

    private static List<String> assemblies(CasePlan plan, Route route) {
        return plan.departures().stream()
                .filter(row -> row.route().equals(route.id()))
                .map(DepartureRow::assembly)
                .distinct()
                .toList();
    }

    private void assembly(Markup gpx, String id) {
        Place place = view.scenario().assemblies().stream()
                .filter(assembly -> assembly.id().equals(id))
                .map(assembly -> view.names().places().get(assembly.place()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("departures name assembly " + id + " without a place"));
        point(gpx, "wpt", place, view.names().assembly(id), view.text("map.assembly"));
    }

    private void route(Markup gpx, VersionPlan found, Route route) {
        gpx.open("rte").line();
        gpx.element("name", title(found, route)).line();
        gpx.element("cmt", Stamp.of(view).inOneLine(view.messages())).line();
        Map<String, Place> places = view.names().places();
        for (int stop : selection.stops(route, MOST_STOPS)) {
            String id = route.places().get(stop);
            Place place = Objects.requireNonNull(
                    places.get(id), () -> "route " + route.id() + " passes " + id + ", which is no place");
            point(gpx, "rtept", place, place.name(), place.otherNames());
        }
        gpx.close("rte").line();
    }

    /** The streets themselves: a route names turns, and devices would cut the corners between them. */
    private void course(Markup gpx, VersionPlan found, Route route) {
        gpx.open("trk").line();
        gpx.element("name", title(found, route)).line();
        gpx.element("cmt", Stamp.of(view).inOneLine(view.messages())).line();
        gpx.open("trkseg").line();
        for (Spot spot : selection.course(route)) {
            gpx.empty("trkpt", "lat", degrees(spot.latitude()), "lon", degrees(spot.longitude()))
                    .line();
        }
        gpx.close("trkseg").close("trk").line();
    }

    private static void point(Markup gpx, String kind, Place place, String name, String remark) {
        gpx.open(kind, "lat", degrees(place.latitude()), "lon", degrees(place.longitude()));
        gpx.element("name", name);
        if (!remark.isEmpty()) {
            gpx.element("cmt", remark);
        }
        gpx.close(kind).line();
    }

    /** Six decimals, a tenth of a metre; never in exponents. */
    static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
