package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Plan.AssemblyRow;
import org.safeconduct.plan.Plan.Assumption;
import org.safeconduct.plan.Plan.DestinationRow;
import org.safeconduct.plan.Plan.ModeRow;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Table.Cell;

/** Tables about people: who is out, who is left and why, where they arrive, on whose figures this rests. */
final class PeopleTables {
    private final View view;
    private final Formats formats;

    PeopleTables(View view) {
        this.view = view;
        this.formats = view.formats();
    }

    Table assemblies(VersionPlan found) {
        return new Table(
                view.text("assemblies.caption"),
                Table.columns(
                        view.text("column.assembly"),
                        "#" + view.text("column.expected"),
                        "#" + view.text("column.out"),
                        "#" + view.text("column.left"),
                        view.text("column.why-left"),
                        view.text("column.last-useful")),
                found.low().assemblies().stream().map(this::assembly).toList());
    }

    private List<Cell> assembly(AssemblyRow row) {
        return List.of(
                Table.cell(view.names().assembly(row.assembly()), view.names().assemblyPlace(row.assembly())),
                Table.cell(formats.number(row.expected())),
                Table.cell(formats.number(row.out())),
                Table.cell(formats.number(row.left())),
                Table.lines(whyLeft(row)),
                Table.lines(lastUseful(row)));
    }

    private List<String> whyLeft(AssemblyRow row) {
        if (row.left() == 0) {
            return List.of(view.text("nobody-left"));
        }
        if (row.whyLeft().isEmpty()) {
            return List.of(view.text("why-unknown"));
        }
        return row.whyLeft().stream()
                .map(left -> view.text("why." + left.why(), formats.number(left.people())))
                .toList();
    }

    List<String> lastUseful(AssemblyRow row) {
        return row.lastUseful()
                .map(formats::eachZone)
                .orElse(List.of(view.text(row.out() == 0 ? "no-useful-departure" : "why-unknown")));
    }

    /** People who need more than a seat; only where there are any. */
    Table needs(VersionPlan found) {
        return new Table(
                view.text("needs.caption"),
                Table.columns(
                        view.text("column.assembly"),
                        "#" + view.text("column.needs-out"),
                        "#" + view.text("column.needs-left")),
                found.low().assemblies().stream()
                        .filter(row -> row.needsOut() + row.needsLeft() > 0)
                        .map(row -> List.of(
                                Table.cell(view.names().assembly(row.assembly())),
                                Table.cell(formats.number(row.needsOut())),
                                Table.cell(formats.number(row.needsLeft()))))
                        .toList());
    }

    Table destinations(VersionPlan found) {
        return new Table(
                view.text("destinations.caption"),
                Table.columns(
                        view.text("column.destination"),
                        "#" + view.text("column.people"),
                        "#" + view.text("column.vehicles"),
                        view.text("column.reception"),
                        view.text("column.arrivals")),
                found.low().destinations().stream().map(this::destination).toList());
    }

    private List<Cell> destination(DestinationRow row) {
        List<String> arrivals = new ArrayList<>();
        row.firstArrival().ifPresent(first -> arrivals.add(view.text("first-at", formats.time(first))));
        row.lastArrival().ifPresent(last -> arrivals.add(view.text("last-at", formats.time(last))));
        return List.of(
                Table.cell(view.names().destinationInFull(row.destination())),
                Table.cell(formats.number(row.people())),
                Table.cell(formats.number(row.vehicles())),
                Table.cell(row.reception()
                        .map(limit -> view.text("reception.limit", formats.number(limit)))
                        .orElse(view.text("reception.unstated"))),
                Table.lines(arrivals));
    }

    Table modes(VersionPlan found) {
        return new Table(
                view.text("modes.caption"),
                Table.columns(
                        view.text("column.mode"), "#" + view.text("column.people"), "#" + view.text("column.vehicles")),
                found.low().modes().stream().map(this::mode).toList());
    }

    private List<Cell> mode(ModeRow row) {
        return List.of(
                Table.cell(row.name(), view.text("mode." + row.mode())),
                Table.cell(formats.number(row.people())),
                Table.cell(formats.number(row.vehicles())));
    }

    Table assumptions(VersionPlan found) {
        return new Table(
                view.text("assumptions.caption"),
                Table.columns(view.text("column.what"), view.text("column.value"), view.text("column.whose")),
                found.assumptions().stream().map(PeopleTables::assumption).toList());
    }

    private static List<Cell> assumption(Assumption assumption) {
        return List.of(Table.cell(assumption.what()), Table.cell(assumption.value()), Table.cell(assumption.by()));
    }
}
