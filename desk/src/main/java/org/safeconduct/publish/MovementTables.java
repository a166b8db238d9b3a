package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Plan.AidRow;
import org.safeconduct.plan.Plan.DepartureRow;
import org.safeconduct.plan.Plan.Lift;
import org.safeconduct.plan.Plan.Passage;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Table.Cell;

/** Tables about movement: who sets out when, what each bus does, when places expect them. */
final class MovementTables {
    private static final int MOST_STOPS = 40;

    private final View view;
    private final Selection selection;
    private final Formats formats;

    MovementTables(View view) {
        this.view = view;
        this.selection = new Selection(view);
        this.formats = view.formats();
    }

    /** The departure sheet of one assembly. */
    Table departures(String assembly, List<DepartureRow> rows) {
        return new Table(
                view.text("departures.caption", view.names().assembly(assembly)),
                Table.columns(
                        view.text("column.sets-out"),
                        view.text("column.vehicles-people"),
                        view.text("column.to"),
                        view.text("column.arrives"),
                        view.text("column.waits")),
                rows.stream().map(this::departure).toList());
    }

    private List<Cell> departure(DepartureRow row) {
        String people = formats.people(row.people());
        return List.of(
                Table.lines(formats.eachZone(row.from(), row.to())),
                Table.cell(view.text("departures.vehicles", formats.number(row.vehicles()), row.vehicleName()), people),
                Table.cell(view.names().destination(row.destination()), view.text("by-route", row.route())),
                Table.lines(arrival(row)),
                Table.lines(halts(row)));
    }

    private List<String> halts(DepartureRow row) {
        return row.halts().isEmpty()
                ? List.of(view.text("no-waits"))
                : row.halts().stream().map(view.names()::place).toList();
    }

    private List<String> arrival(DepartureRow row) {
        return row.firstArrival().equals(row.lastArrival())
                ? formats.eachZone(row.firstArrival())
                : formats.eachZone(row.firstArrival(), row.lastArrival());
    }

    Table lifts(String fleet, List<Lift> rows) {
        return new Table(
                view.text("lifts.caption", view.names().fleet(fleet)),
                Table.columns(
                        view.text("column.vehicle-lift"),
                        view.text("column.loads"),
                        view.text("column.departs"),
                        view.text("column.arrives"),
                        view.text("column.free"),
                        "#" + view.text("column.people")),
                rows.stream().map(this::lift).toList());
    }

    private List<Cell> lift(Lift lift) {
        List<String> loads = new ArrayList<>(List.of(view.names().assembly(lift.assembly())));
        loads.addAll(formats.eachZone(lift.loadingFrom()));
        List<String> arrives = new ArrayList<>(List.of(view.names().destination(lift.destination())));
        arrives.addAll(formats.eachZone(lift.arrival()));
        return List.of(
                Table.cell(view.text("lifts.number", formats.number(lift.vehicle()), formats.number(lift.number()))),
                Table.lines(loads),
                Table.lines(formats.eachZone(lift.departure())),
                Table.lines(arrives),
                Table.lines(formats.eachZone(lift.free())),
                Table.cell(formats.number(lift.people())));
    }

    /** When places expect a route's vehicles; on streets, where the route turns. */
    Table passages(VersionPlan found, Route route) {
        List<Passage> along = found.low().passages().stream()
                .filter(passage -> passage.route().equals(route.id()))
                .toList();
        return new Table(
                view.text(
                        "passages.caption",
                        route.id(),
                        formats.kilometres(route.kilometres()),
                        formats.people(route.people())),
                Table.columns(
                        view.text("column.place"),
                        "#" + view.text("column.km"),
                        view.text("column.first"),
                        view.text("column.last")),
                selection.stops(route, MOST_STOPS).stream()
                        .filter(stop -> stop < along.size())
                        .map(stop -> passage(along.get(stop)))
                        .toList());
    }

    private List<Cell> passage(Passage passage) {
        return List.of(
                Table.cell(view.names().placeInFull(passage.place())),
                Table.cell(formats.decimal(passage.kilometre())),
                Table.lines(formats.eachZone(passage.first())),
                Table.lines(formats.eachZone(passage.last())));
    }

    Table aid(VersionPlan found) {
        return new Table(
                view.text("aid.caption"),
                Table.columns(
                        view.text("column.aid"),
                        "#" + view.text("column.vehicles"),
                        "#" + view.text("column.get-through"),
                        view.text("column.arrivals")),
                found.low().aid().stream().map(this::aid).toList());
    }

    private List<Cell> aid(AidRow row) {
        List<String> arrivals = new ArrayList<>();
        row.firstArrival().ifPresent(first -> arrivals.add(view.text("first-at", formats.time(first))));
        row.lastArrival().ifPresent(last -> arrivals.add(view.text("last-at", formats.time(last))));
        return List.of(
                Table.cell(view.names().aid(row.aid())),
                Table.cell(formats.number(row.vehicles())),
                Table.cell(formats.number(row.arrived())),
                Table.lines(arrivals.isEmpty() ? List.of(view.text("aid.none")) : arrivals));
    }
}
