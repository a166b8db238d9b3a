package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.CheckpointRow;
import org.safeconduct.plan.Plan.Count;
import org.safeconduct.plan.Plan.LastArriving;
import org.safeconduct.plan.Plan.Stranding;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Table.Cell;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Curfew;
import org.safeconduct.scenario.Scenario.Hours;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Window;

/** Tables about the way: silence on each segment, checkpoints, and who would be on the road when silence ends. */
final class RoadTables {
    private static final int MOST_NAMED = 40;
    private static final int MOST_HEADS = 12;

    private final View view;
    private final Formats formats;

    RoadTables(View view) {
        this.view = view;
        this.formats = view.formats();
    }

    /** Segments that somebody wrote down; streets of a road network are too many to list. */
    Table segments(VersionPlan found) {
        Version version = view.version(found);
        return new Table(
                view.text("segments.caption"),
                Table.columns(
                        view.text("column.segment"),
                        view.text("column.silence"),
                        "#" + view.text("column.km"),
                        "#" + view.text("column.drive-minutes"),
                        "#" + view.text("column.vehicles-hour"),
                        view.text("column.source")),
                view.roads(version).stream()
                        .filter(road -> !Selection.isStreet(road))
                        .map(road -> segment(version, road))
                        .toList());
    }

    private List<Cell> segment(Version version, Road road) {
        String id = road.segment().id();
        List<String> silence = new ArrayList<>();
        for (Window window : version.silence().getOrDefault(id, List.of())) {
            silence.addAll(formats.eachZone(window.from(), window.to()));
        }
        if (silence.isEmpty()) {
            silence.add(view.text("segments.no-silence"));
        }
        for (Closure closure : view.scenario().closures()) {
            if (closure.segment().equals(id)) {
                silence.add(closed(closure));
            }
        }
        return List.of(
                Table.cell(view.names().segment(id)),
                Table.lines(silence),
                Table.cell(formats.decimal(road.kilometres())),
                Table.cell(formats.range(road.travel())),
                Table.cell(formats.range(road.vehiclesPerHour())),
                Table.cell(
                        road.source().isEmpty()
                                ? view.text("assumption")
                                : view.names().source(road.source())));
    }

    private String closed(Closure closure) {
        String kind = view.messages().find("closure." + closure.kind()).orElse(closure.kind());
        return view.text("segments.closed", kind, formats.window(closure.window()), closure.attestedBy());
    }

    /** What the version says besides silence: first and last departure, curfew hours. */
    List<String> rules(Version version) {
        List<String> rules = new ArrayList<>();
        version.earliestDeparture().ifPresent(at -> rules.add(view.text("rule.earliest", formats.time(at))));
        version.latestDeparture().ifPresent(at -> rules.add(view.text("rule.latest", formats.time(at))));
        for (Curfew curfew : version.curfews()) {
            String where = curfew.segments().size() > MOST_NAMED
                    ? view.text(
                            "rule.curfew.streets",
                            formats.number(curfew.segments().size()))
                    : curfew.segments().stream().map(view.names()::segment).collect(Collectors.joining("; "));
            rules.add(view.text(
                    "rule.curfew",
                    curfew.from().toString(),
                    curfew.to().toString(),
                    formats.name(curfew.zone()),
                    where));
        }
        return rules;
    }

    Table checkpoints(VersionPlan found) {
        return new Table(
                view.text("checkpoints.caption"),
                Table.columns(
                        view.text("column.checkpoint"),
                        view.text("column.lets-through"),
                        view.text("column.in-plan"),
                        view.text("column.as-they-come")),
                found.low().checkpoints().stream().map(this::checkpoint).toList());
    }

    private List<Cell> checkpoint(CheckpointRow row) {
        List<String> plan = new ArrayList<>();
        plan.add(view.text("checkpoint.entered", formats.number(row.entered())));
        plan.add(view.text("checkpoint.left", formats.number(row.left())));
        plan.add(row.longestQueueAt()
                .filter(at -> row.longestQueue() > 0)
                .map(at -> view.text("checkpoint.queue-at", formats.number(row.longestQueue()), formats.time(at)))
                .orElse(view.text("checkpoint.queue", formats.number(row.longestQueue()))));
        List<String> come = List.of(
                view.text("checkpoint.entered", formats.number(row.cameEntered())),
                view.text("checkpoint.left", formats.number(row.cameLeft())),
                view.text("checkpoint.held", formats.number(row.cameHeld())),
                view.text("checkpoint.turned-back", formats.number(row.cameTurnedBack())),
                view.text("checkpoint.queue", formats.number(row.cameLongestQueue())));
        return List.of(
                Table.cell(view.names().checkpoint(row.checkpoint()), confirms(row.checkpoint())),
                Table.lines(rates(row.checkpoint())),
                Table.lines(plan),
                Table.lines(come));
    }

    private String confirms(String id) {
        return find(id).map(Checkpoint::confirmingParty)
                .filter(party -> !party.isEmpty())
                .map(party -> view.text("checkpoint.confirming", view.names().party(party)))
                .orElse("");
    }

    private List<String> rates(String id) {
        List<Hours> hours = find(id).map(Checkpoint::hours).orElse(List.of());
        if (hours.isEmpty()) {
            return List.of(view.text("checkpoint.no-rate"));
        }
        return hours.stream()
                .map(part -> view.text(
                        "checkpoint.rate",
                        formats.range(part.vehiclesPerHour()),
                        formats.window(part.window()),
                        part.vehiclesPerHour().by()))
                .toList();
    }

    private java.util.Optional<Checkpoint> find(String id) {
        return view.scenario().checkpoints().stream()
                .filter(post -> post.id().equals(id))
                .findFirst();
    }

    /** One discipline's rows: on time, then ever later. */
    Table stranding(Stranding.Discipline discipline, List<Stranding> rows) {
        return new Table(
                view.text("stranding.caption." + discipline),
                Table.columns(
                        view.text("column.start"),
                        "#" + view.text("column.arrive"),
                        "#" + view.text("column.never-set-out"),
                        view.text("column.on-road"),
                        view.text("column.held-at"),
                        view.text("column.last-arriving"),
                        view.text("column.refuges")),
                rows.stream().map(this::stranding).toList());
    }

    private String lastArriving(LastArriving last) {
        String assembly = view.names().assembly(last.assembly());
        return last.at()
                .map(at -> view.text("last-arriving", assembly, formats.time(at)))
                .orElseGet(() -> view.text("last-arriving.none", assembly));
    }

    private List<Cell> stranding(Stranding row) {
        return List.of(
                Table.cell(start(row)),
                Table.cell(formats.number(row.arrived())),
                Table.cell(formats.number(row.notSetOut())),
                Table.lines(onRoad(row)),
                Table.lines(heads(
                        row.heldAt(),
                        row.heldAt().stream()
                                .map(held -> view.names().place(held.id()))
                                .toList())),
                Table.lines(row.lastArriving().stream().map(this::lastArriving).toList()),
                Table.cell(
                        row.refuges().isEmpty()
                                ? view.text("refuges.none")
                                : row.refuges().stream()
                                        .map(view.names()::place)
                                        .collect(Collectors.joining(", "))));
    }

    String start(Stranding row) {
        return row.late().isZero()
                ? view.text("stranding.on-time")
                : view.text("stranding.late", formats.minutes(row.late()));
    }

    private List<String> onRoad(Stranding row) {
        return heads(
                row.onSegments(),
                row.onSegments().stream()
                        .map(count -> view.names().segment(count.id()))
                        .toList());
    }

    /** Several stretches of one street have one name and are told as one; of many, those with most people, and the rest together. */
    private List<String> heads(List<Count> counts, List<String> names) {
        Map<String, Long> people = new LinkedHashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            people.merge(names.get(i), counts.get(i).people(), Long::sum);
        }
        if (people.isEmpty()) {
            return List.of(view.text("nobody"));
        }
        boolean areMany = people.size() > MOST_HEADS;
        List<String> lines = new ArrayList<>();
        long rest = people.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<String, Long> one : areMany ? most(people) : List.copyOf(people.entrySet())) {
            lines.add(view.text("heads", one.getKey(), formats.number(one.getValue())));
            rest -= one.getValue();
        }
        if (areMany) {
            lines.add(view.text("heads.more", formats.number(people.size() - MOST_HEADS), formats.number(rest)));
        }
        return lines;
    }

    private static List<Map.Entry<String, Long>> most(Map<String, Long> people) {
        return people.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> one) -> -one.getValue()))
                .limit(MOST_HEADS)
                .toList();
    }

    static long stranded(Stranding row) {
        return row.onSegments().stream().mapToLong(Count::people).sum()
                + row.heldAt().stream().mapToLong(Count::people).sum();
    }
}
