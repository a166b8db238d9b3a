package org.safeconduct.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Journey;
import org.safeconduct.plan.Plan.Passage;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.Stop;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Drawing.Anchor;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.terms.Window;

/**
 * Where vehicles are when, and where it is silent then: one diagram per main route, as railways draw their timetables.
 *
 * <pre>
 *   Milna    |======\===\==========|//      ==  silence announced
 *            |=======\===\=========|//      //  none announced
 *   Orlivka  |////////|===\====|////        \   a vehicle under way
 *            09:00    11:00    16:00 Kyiv
 * </pre>
 */
final class TimeDistance {
    private static final int MAIN_ROUTES = 3;
    private static final double LEAST_LEFT = 112;
    private static final double LEAST_HEIGHT = 220;
    private static final double PER_PLACE = 44;
    private static final double LABEL_HEIGHT = 30;
    private static final double BELOW = 18;

    private static final int MOST_STOPS = 10;

    private final View view;
    private final Selection selection;
    private final double left;

    TimeDistance(View view) {
        this.view = view;
        this.selection = new Selection(view);
        this.left = Math.max(LEAST_LEFT, TimeScale.margin(view.formats()));
    }

    void write(Markup html, VersionPlan found, String id) {
        List<Route> routes = found.low().routes().stream().limit(MAIN_ROUTES).toList();
        if (routes.isEmpty()) {
            html.element("p", view.text("time-distance.none"));
        }
        for (Route route : routes) {
            Chart chart = new Chart(found, route, new Drawing(html, id + "-" + routes.indexOf(route)));
            html.element("h4", chart.title());
            html.open("figure", "class", "wide");
            chart.draw();
            html.close("figure").line();
        }
        if (!routes.isEmpty()) {
            legend(html);
            html.element("p", view.text("time-distance.caption"), "class", "small");
        }
        if (found.low().routes().size() > MAIN_ROUTES) {
            String more = view.formats().number(found.low().routes().size() - MAIN_ROUTES);
            html.element("p", view.text("time-distance.more", more));
        }
    }

    private void legend(Markup html) {
        html.open("ul", "class", "legend");
        CurveChart.key(html, "silence", view.text("time-distance.silence"));
        CurveChart.key(html, "no-silence", view.text("time-distance.no-silence"));
        CurveChart.key(html, "journey", view.text("time-distance.journey"));
        CurveChart.key(html, "checkpoint", view.text("map.checkpoint"));
        html.close("ul").line();
    }

    private final class Chart {
        private final VersionPlan found;
        private final Route route;
        private final Drawing drawing;
        private final Box plot;
        private final Window shown;
        private final TimeScale time;
        private final List<Double> kilometres;
        private final List<Integer> stops;

        Chart(VersionPlan found, Route route, Drawing drawing) {
            this.found = found;
            this.route = route;
            this.drawing = drawing;
            this.stops = selection.stops(route, MOST_STOPS);
            double height = Math.max(LEAST_HEIGHT, stops.size() * PER_PLACE);
            this.shown = view.shown(view.version(found));
            this.plot = new Box(left, 16, Drawing.WIDTH - left - 24, height);
            this.time = new TimeScale(shown, plot, view.formats());
            this.kilometres = alongRoute();
        }

        void draw() {
            drawing.open(plot.bottom() + BELOW + TimeScale.height(view.formats(), shown) + 4, title(), description());
            for (int i = 0; i < route.segments().size(); i++) {
                band(i);
            }
            time.draw(drawing, BELOW);
            placeNames();
            journeys().forEach(this::journey);
            drawing.close();
        }

        private String title() {
            List<String> ends = route.places();
            return view.text(
                    "time-distance.title",
                    route.id(),
                    view.names().place(ends.getFirst()),
                    view.names().place(ends.getLast()),
                    view.formats().people(route.people()));
        }

        private String description() {
            Set<String> told = stops.stream().map(route.places()::get).collect(Collectors.toSet());
            return found.low().passages().stream()
                    .filter(passage -> passage.route().equals(route.id()) && told.contains(passage.place()))
                    .map(passage -> view.text(
                            "time-distance.passes",
                            view.names().place(passage.place()),
                            view.formats().time(passage.first()),
                            view.formats().time(passage.last())))
                    .collect(Collectors.joining(" "));
        }

        private void band(int index) {
            String segment = route.segments().get(index);
            Box lane = new Box(plot.x(), y(index), plot.width(), y(index + 1) - y(index));
            drawing.hatchedRect(lane, "thin");
            for (Window window : view.version(found).silence().getOrDefault(segment, List.of())) {
                drawing.rect(during(window, lane), "silence");
            }
            for (Closure closure : view.scenario().closures()) {
                if (closure.segment().equals(segment)) {
                    drawing.hatchedRect(during(closure.window(), lane), "dense");
                }
            }
        }

        private Box during(Window window, Box lane) {
            double from = time.x(window.from());
            return new Box(from, lane.y(), time.x(window.to()) - from, lane.height());
        }

        private void placeNames() {
            double free = 0;
            for (int i : stops) {
                String place = route.places().get(i);
                drawing.line(new Point(plot.x() - 4, y(i)), new Point(plot.right(), y(i)), "place-line");
                double y = Math.max(free, y(i) + 4);
                drawing.text(
                        new Point(plot.x() - 8, y),
                        Anchor.END,
                        "name",
                        shortened(view.names().place(place)));
                drawing.text(new Point(plot.x() - 8, y + 13), Anchor.END, "lesser-name", lesser(i, place));
                free = y + LABEL_HEIGHT;
            }
        }

        private String shortened(String name) {
            int fits = (int) ((left - 12) / (13 * 0.66));
            return name.length() <= fits ? name : name.substring(0, fits - 1) + "…";
        }

        private String lesser(int index, String place) {
            boolean post = posts(index - 1, place) || posts(index, place);
            return (post ? "◆ " : "") + view.formats().kilometres(kilometres.get(index));
        }

        private boolean posts(int segment, String place) {
            return segment >= 0
                    && segment < route.segments().size()
                    && hasCheckpoint(route.segments().get(segment), place);
        }

        private boolean hasCheckpoint(String segment, String place) {
            return view.scenario().checkpoints().stream()
                    .anyMatch(
                            post -> post.segment().equals(segment) && post.at().equals(place));
        }

        private void journey(Line line) {
            List<Point> points = new ArrayList<>();
            for (Stop stop : line.stops()) {
                int index = route.places().indexOf(stop.place());
                if (index >= 0) {
                    points.add(new Point(time.x(stop.reached()), y(index)));
                    points.add(new Point(time.x(stop.left()), y(index)));
                }
            }
            drawing.path(points, line.style());
        }

        private List<Line> journeys() {
            CasePlan plan = found.low();
            List<List<Stop>> ways = plan.journeys().stream()
                    .filter(journey -> journey.route().equals(route.id()))
                    .map(Journey::stops)
                    .filter(stops -> !stops.isEmpty())
                    .sorted(Comparator.comparing(
                            (List<Stop> stops) -> stops.getFirst().left()))
                    .toList();
            if (ways.isEmpty()) {
                ways = List.of(passing(Passage::first), passing(Passage::last));
            }
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < ways.size(); i++) {
                lines.add(new Line(ways.get(i), i == 0 || i == ways.size() - 1 ? "journey end-journey" : "journey"));
            }
            return lines;
        }

        private List<Stop> passing(java.util.function.Function<Passage, Instant> moment) {
            return found.low().passages().stream()
                    .filter(passage -> passage.route().equals(route.id()))
                    .map(passage -> new Stop(passage.place(), moment.apply(passage), moment.apply(passage)))
                    .toList();
        }

        private double y(int index) {
            double length = Math.max(0.1, kilometres.getLast());
            return plot.y() + plot.height() * kilometres.get(index) / length;
        }

        private List<Double> alongRoute() {
            List<Double> all = new ArrayList<>(List.of(0.0));
            for (String segment : route.segments()) {
                Road road = view.names().roads().get(segment);
                all.add(all.getLast() + (road == null ? 1 : road.kilometres()));
            }
            return all;
        }
    }

    private record Line(List<Stop> stops, String style) {}
}
