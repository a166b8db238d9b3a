package org.safeconduct.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Count;
import org.safeconduct.plan.Plan.DepartureRow;
import org.safeconduct.plan.Plan.Lift;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.Stranding;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.scenario.Scenario.Version;

/** One version in full: what was announced, who gets out, the sheets people work from, and what happens to those on the road when silence ends. */
final class Details {
    private final View view;
    private final PeopleTables people;
    private final MovementTables movement;
    private final RoadTables roads;
    private final StreetTables streets;
    private final Selection selection;
    private final TimeDistance timeDistance;

    Details(View view) {
        this.view = view;
        this.people = new PeopleTables(view);
        this.movement = new MovementTables(view);
        this.roads = new RoadTables(view);
        this.streets = new StreetTables(view);
        this.selection = new Selection(view);
        this.timeDistance = new TimeDistance(view);
    }

    static String anchor(View view, VersionPlan found) {
        return "version-" + (view.plan().versions().indexOf(found) + 1);
    }

    void write(Markup html, VersionPlan found) {
        String anchor = anchor(view, found);
        html.open("section", "id", anchor, "class", "version", "aria-labelledby", anchor + "-h")
                .line();
        html.element("h2", view.text("section.details", view.heading(view.version(found))), "id", anchor + "-h")
                .line();
        contents(html, found);
        announced(html, found);
        stillToSettle(html, found);
        whoIsOut(html, found);
        sheets(html, found);
        heading(html, found, "time-distance");
        timeDistance.write(html, found, anchor + "-td");
        passages(html, found);
        checkpoints(html, found);
        stranding(html, found);
        if (!found.low().aid().isEmpty()) {
            heading(html, found, "aid");
            movement.aid(found).write(html);
        }
        heading(html, found, "assumptions");
        table(html, people.assumptions(found), "assumptions.none");
        html.close("section").line();
    }

    /** The parts of a version that people look for by name; a long page needs ways to jump. */
    private static final List<String> PARTS = List.of(
            "announced",
            "still-to-settle",
            "who-is-out",
            "departures",
            "time-distance",
            "checkpoints",
            "stranding",
            "assumptions");

    private void contents(Markup html, VersionPlan found) {
        html.open("nav", "aria-label", view.text("contents.version", view.heading(view.version(found))));
        html.open("ul");
        for (String part : PARTS) {
            html.open("li");
            html.element("a", view.text("heading." + part), "href", "#" + anchor(view, found) + "-" + part);
            html.close("li");
        }
        html.close("ul").close("nav").line();
    }

    private void heading(Markup html, VersionPlan found, String part) {
        html.element("h3", view.text("heading." + part), "id", anchor(view, found) + "-" + part);
    }

    private void announced(Markup html, VersionPlan found) {
        Version version = view.version(found);
        heading(html, found, "announced");
        String source = version.source().isEmpty()
                ? view.text("source.none")
                : view.names().source(version.source());
        html.element("p", view.text("announced.by", view.names().party(version.by()), source));
        list(html, roads.rules(version));
        if (selection.isOnStreets(view.version(found))) {
            html.element("p", streets.sentence(found));
            table(html, streets.busiest(found), "nobody-arrives");
            Table closed = streets.closures();
            if (!closed.rows().isEmpty()) {
                closed.write(html);
            }
        }
        Table segments = roads.segments(found);
        if (!segments.rows().isEmpty() || !selection.isOnStreets(view.version(found))) {
            table(html, segments, "segments.none");
        }
    }

    private void stillToSettle(Markup html, VersionPlan found) {
        heading(html, found, "still-to-settle");
        if (found.stillToSettle().isEmpty()) {
            html.element("p", view.text("still-to-settle.none"));
        } else {
            html.element("p", view.text("still-to-settle.intro"));
            list(html, found.stillToSettle());
        }
    }

    private void whoIsOut(Markup html, VersionPlan found) {
        heading(html, found, "who-is-out");
        html.element("p", view.text("low-case"), "class", "small");
        table(html, people.assemblies(found), "nobody");
        Table needs = people.needs(found);
        if (!needs.rows().isEmpty()) {
            needs.write(html);
        }
        table(html, people.destinations(found), "nobody-arrives");
        table(html, people.modes(found), "nobody-arrives");
    }

    private void sheets(Markup html, VersionPlan found) {
        CasePlan plan = found.low();
        heading(html, found, "departures");
        if (plan.departures().isEmpty()) {
            html.element("p", view.text("departures.none"));
        }
        grouped(plan.departures(), DepartureRow::assembly)
                .forEach((assembly, rows) -> movement.departures(assembly, rows).write(html));
        if (!plan.lifts().isEmpty()) {
            heading(html, found, "lifts");
            grouped(plan.lifts(), Lift::fleet)
                    .forEach((fleet, rows) -> movement.lifts(fleet, rows).write(html));
        }
    }

    private void passages(Markup html, VersionPlan found) {
        if (found.low().routes().isEmpty()) {
            return;
        }
        heading(html, found, "passages");
        List<Route> shown = selection.mainRoutes(found);
        shown.forEach(route -> movement.passages(found, route).write(html));
        int more = found.low().routes().size() - shown.size();
        if (more > 0) {
            html.element("p", view.text("passages.more", view.formats().number(more)));
        }
    }

    private void checkpoints(Markup html, VersionPlan found) {
        heading(html, found, "checkpoints");
        if (!found.low().checkpoints().isEmpty()) {
            html.element("p", view.text("checkpoints.intro"), "class", "small");
        }
        table(html, roads.checkpoints(found), "checkpoints.none");
    }

    private void stranding(Markup html, VersionPlan found) {
        heading(html, found, "stranding");
        List<Stranding> all = found.low().stranding();
        if (all.stream().noneMatch(row -> RoadTables.stranded(row) > 0)) {
            html.element("p", view.text(all.isEmpty() ? "stranding.unknown" : "stranding.none"));
        }
        for (Stranding.Discipline discipline : Stranding.Discipline.values()) {
            List<Stranding> rows =
                    all.stream().filter(row -> row.discipline() == discipline).toList();
            rows.stream()
                    .filter(row -> RoadTables.stranded(row) > 0)
                    .max(Comparator.comparingLong(RoadTables::stranded))
                    .ifPresent(worst -> html.element("p", worst(worst), "class", "warning"));
            if (!rows.isEmpty()) {
                roads.stranding(discipline, rows).write(html);
            }
        }
    }

    /** The worst case in one sentence, for those who read no table. */
    private String worst(Stranding row) {
        Comparator<Count> people = Comparator.comparingLong(Count::people);
        Optional<Count> road = row.onSegments().stream().max(people);
        Optional<Count> held = row.heldAt().stream().max(people);
        String where = held.filter(count -> road.isEmpty() || people.compare(count, road.get()) > 0)
                .map(count -> view.names().place(count.id()))
                .or(() -> road.map(count -> view.names().segment(count.id())))
                .orElse("");
        return view.text(
                "stranding.worst." + row.discipline(),
                roads.start(row),
                view.formats().people(RoadTables.stranded(row)),
                where);
    }

    private void table(Markup html, Table table, String ifEmpty) {
        if (table.rows().isEmpty()) {
            html.element("p", view.text(ifEmpty));
        } else {
            table.write(html);
        }
    }

    static void list(Markup html, List<String> lines) {
        if (!lines.isEmpty()) {
            html.open("ul");
            lines.forEach(line -> html.open("li").element("bdi", line).close("li"));
            html.close("ul").line();
        }
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
