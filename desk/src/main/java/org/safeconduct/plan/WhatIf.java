package org.safeconduct.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ZoneNames;

/** Two plans side by side: before and after a change, or two sides' versions of one corridor. */
public final class WhatIf {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final List<ZoneId> zones;
    private final List<Comparison.Row> rows = new ArrayList<>();

    private WhatIf(List<ZoneId> zones) {
        this.zones = zones;
    }

    /** Plans the scenario with all changes made, in order. */
    public static Plan change(Scenario scenario, List<Change> changes, String scenarioHash, Consumer<String> progress) {
        Scenario changed = scenario;
        for (Change change : changes) {
            changed = change.in(changed);
        }
        return Planner.plan(changed, scenarioHash, progress);
    }

    /** One comparison per version: as stated, and with the change. */
    public static List<Comparison> beforeAndAfter(Plan before, Plan after, String change) {
        List<Comparison> comparisons = new ArrayList<>();
        for (VersionPlan version : before.versions()) {
            VersionPlan again = after.versions().stream()
                    .filter(v -> v.version().equals(version.version()))
                    .findFirst()
                    .orElseThrow();
            String name = before.versions().size() == 1 ? "" : name(before.scenario(), version.version()) + ", ";
            comparisons.add(compare(
                    new Column(name + "as stated", before.scenario(), version),
                    new Column(name + change, after.scenario(), again)));
        }
        return comparisons;
    }

    /** The versions of one scenario, each beside the first. */
    public static List<Comparison> versions(Plan plan) {
        List<Column> columns = plan.versions().stream()
                .map(version -> new Column(name(plan.scenario(), version.version()), plan.scenario(), version))
                .toList();
        return columns.stream()
                .skip(1)
                .map(other -> compare(columns.getFirst(), other))
                .toList();
    }

    /** One plan in a comparison. */
    private record Column(String name, Scenario scenario, VersionPlan plan) {}

    private static Comparison compare(Column left, Column right) {
        VersionPlan a = left.plan();
        VersionPlan b = right.plan();
        WhatIf table = new WhatIf(left.scenario().zones());
        table.row("route", table.route(left.scenario(), a), table.route(right.scenario(), b));
        table.row("silence", table.silence(left.scenario(), a), table.silence(right.scenario(), b));
        table.row("people expected", table.span(a.people()), table.span(b.people()));
        table.row("at most out by the end", table.span(a.atMost()), table.span(b.atMost()));
        table.row(
                "out by the end in the plan",
                number(a.low().planned()),
                number(b.low().planned()));
        table.row("outcome", outcome(a), outcome(b));
        table.row("first arrival", table.clock(arrival(a.low(), true)), table.clock(arrival(b.low(), true)));
        table.row("last arrival", table.clock(arrival(a.low(), false)), table.clock(arrival(b.low(), false)));
        a.low()
                .assemblies()
                .forEach(row -> b.low().assemblies().stream()
                        .filter(other -> other.assembly().equals(row.assembly()))
                        .findFirst()
                        .ifPresent(other -> table.row(
                                "out from " + assembly(left.scenario(), row.assembly()),
                                number(row.out()),
                                number(other.out()))));
        table.row(
                "still to settle",
                String.valueOf(a.stillToSettle().size()),
                String.valueOf(b.stillToSettle().size()));
        return new Comparison(left.name(), right.name(), table.rows);
    }

    private void row(String what, String left, String right) {
        rows.add(new Comparison.Row(what, left, right, !left.equals(right)));
    }

    /** Segments by their ids; of streets, which can be thousands, how many there are. */
    private String route(Scenario scenario, VersionPlan version) {
        Set<String> used = scenario.getVersion(version.version()).silence().keySet();
        List<Scenario.Road> streets = scenario.roads().stream()
                .filter(road -> road.street().isPresent()
                        && used.contains(road.segment().id()))
                .toList();
        Set<String> segments = new LinkedHashSet<>(used);
        streets.forEach(road -> segments.remove(road.segment().id()));
        List<String> parts = new ArrayList<>(segments);
        if (!streets.isEmpty()) {
            double km = streets.stream().mapToDouble(Scenario.Road::kilometres).sum();
            parts.add(number(streets.size()) + " stretches of street, " + number(Math.round(km)) + " km");
        }
        return String.join(", ", parts);
    }

    private String silence(Scenario scenario, VersionPlan version) {
        return scenario.getVersion(version.version()).silence().values().stream()
                .flatMap(List::stream)
                .map(window -> clock(Optional.of(window.from())) + " – " + clock(Optional.of(window.to())))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String span(Plan.Span span) {
        return span.low() == span.high() ? number(span.low()) : number(span.low()) + "–" + number(span.high());
    }

    private String clock(Optional<Instant> moment) {
        return moment.map(this::clock).orElse("none");
    }

    /** The time in every zone of the scenario: {@code 09:00 Kyiv (10:00 Moscow)}. */
    private String clock(Instant moment) {
        String first = in(zones.getFirst(), moment);
        String others = zones.stream().skip(1).map(zone -> in(zone, moment)).collect(Collectors.joining(", "));
        return others.isEmpty() ? first : first + " (" + others + ")";
    }

    private static String in(ZoneId zone, Instant moment) {
        String id = ZoneNames.of(zone);
        return CLOCK.format(moment.atZone(zone)) + " "
                + id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static Optional<Instant> arrival(CasePlan plan, boolean first) {
        return plan.destinations().stream()
                .flatMap(row -> (first ? row.firstArrival() : row.lastArrival()).stream())
                .reduce((a, b) -> a.isBefore(b) == first ? a : b);
    }

    private static String outcome(VersionPlan version) {
        return switch (version.outcome()) {
            case CANNOT -> "cannot, even if everything works";
            case NOT_RULED_OUT -> "not ruled out by time and roads";
        };
    }

    private static String name(Scenario scenario, String version) {
        return scenario.getVersion(version).name();
    }

    private static String assembly(Scenario scenario, String id) {
        return scenario.getAssembly(id).name();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
