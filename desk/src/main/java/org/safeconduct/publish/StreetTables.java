package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Table.Cell;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Street;
import org.safeconduct.terms.Window;

/** Tables about streets: which of thousands carry the people. */
final class StreetTables {
    private static final int MOST_STREETS = 12;
    private static final int MOST_NAMES = 4;

    private final View view;
    private final Formats formats;

    StreetTables(View view) {
        this.view = view;
        this.formats = view.formats();
    }

    /** How many streets there are and how many of them are driven. */
    String sentence(VersionPlan found) {
        List<Road> all = view.roads(view.version(found)).stream()
                .filter(Selection::isStreet)
                .toList();
        Map<String, Long> people = StreetSketch.people(found);
        List<Road> used = all.stream()
                .filter(road -> people.containsKey(road.segment().id()))
                .toList();
        return view.text(
                "streets.sentence",
                formats.number(all.size()),
                formats.kilometres(kilometres(all)),
                formats.number(used.size()),
                formats.kilometres(kilometres(used)));
    }

    private static double kilometres(List<Road> roads) {
        return roads.stream().mapToDouble(Road::kilometres).sum();
    }

    /** The busiest stretch of each street, most people first. */
    Table busiest(VersionPlan found) {
        Map<String, Busy> busiest = new HashMap<>();
        StreetSketch.people(found).forEach((id, people) -> {
            Road road = view.names().roads().get(id);
            if (road != null && road.street().isPresent()) {
                String name = road.street().get().name();
                Busy busy = new Busy(road, people);
                busiest.merge(name.isEmpty() ? id : name, busy, BinaryOperator.minBy(Busy.ORDER));
            }
        });
        return new Table(
                view.text("streets.caption"),
                Table.columns(
                        view.text("column.street"),
                        "#" + view.text("column.people"),
                        "#" + view.text("column.vehicles-hour")),
                busiest.values().stream()
                        .sorted(Busy.ORDER)
                        .limit(MOST_STREETS)
                        .map(busy -> row(busy.road(), busy.people()))
                        .toList());
    }

    /** Closures of streets as they were stated, with how many stretches each closes. */
    Table closures() {
        Map<Stated, List<Road>> stated = new LinkedHashMap<>();
        for (Closure closure : view.scenario().closures()) {
            Road road = view.names().roads().get(closure.segment());
            if (road != null && Selection.isStreet(road)) {
                Stated same = new Stated(closure.kind(), closure.window(), closure.attestedBy());
                stated.computeIfAbsent(same, s -> new ArrayList<>()).add(road);
            }
        }
        return new Table(
                view.text("streets.closed.caption"),
                Table.columns(
                        view.text("column.closed"),
                        view.text("column.when"),
                        "#" + view.text("column.stretches"),
                        view.text("column.whose")),
                stated.entrySet().stream()
                        .map(entry -> closed(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private record Stated(String kind, Window window, String attestedBy) {}

    private List<Cell> closed(Stated closure, List<Road> roads) {
        String names = roads.stream()
                .map(road -> road.street().map(Street::name).orElse(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        String kind = view.messages().find("closure." + closure.kind()).orElse(closure.kind());
        return List.of(
                Table.cell(kind, names),
                Table.lines(formats.eachZone(
                        closure.window().from(), closure.window().to())),
                Table.cell(formats.number(roads.size())),
                Table.cell(closure.attestedBy()));
    }

    /** People on a stretch of street. */
    private record Busy(Road road, long people) {
        static final Comparator<Busy> ORDER = Comparator.comparingLong((Busy busy) -> -busy.people())
                .thenComparing(busy -> busy.road().segment().id());
    }

    private List<Cell> row(Road road, long people) {
        String name = road.street().map(street -> street.name()).orElse("");
        String kind = road.street().map(street -> street.kind()).orElse("");
        return List.of(
                Table.cell(
                        name.isEmpty() ? view.text("streets.unnamed", kind) : name,
                        view.names().ends(road.segment().id())),
                Table.cell(formats.number(people)),
                Table.cell(formats.range(road.vehiclesPerHour())));
    }
}
