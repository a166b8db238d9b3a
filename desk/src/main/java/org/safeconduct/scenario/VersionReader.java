package org.safeconduct.scenario;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.terms.Window;

/** Reads one announced version of the corridor: its route becomes segments, its hours windows on each of them. */
final class VersionReader {
    private final Section section;
    private final Reading reading;
    private final Network network;
    private final Set<String> segments = new LinkedHashSet<>();
    private final Set<String> backwards = new LinkedHashSet<>();

    /**
     * A version, and which of its segments its route drives from {@code to} to {@code from}.
     */
    record Announced(Scenario.Version version, Set<String> backwards) {

        /** The place a segment of this version leads to, the way it is driven. */
        String headOf(Scenario.Road road) {
            return backwards.contains(road.segment().id())
                    ? road.segment().from()
                    : road.segment().to();
        }

        boolean uses(Scenario.Road road) {
            return version.silence().containsKey(road.segment().id());
        }
    }

    private VersionReader(Section section, Network network) {
        this.section = section;
        this.reading = section.reading();
        this.network = network;
    }

    static Announced read(Section section, Network network, StreetsReader streets) {
        VersionReader reader = new VersionReader(section, network);
        Scenario.Version version = reader.version();
        reader.byStreets(version.id(), streets);
        return new Announced(version, Set.copyOf(reader.backwards));
    }

    private Scenario.Version version() {
        String id = section.declare(reading.versions).orElse("");
        String name = section.name(reading.versions);
        String by = section.ref("by", reading.parties);
        String source = section.findRef("source", reading.sourceIds).orElse("");
        collectSegments();
        List<String> unstated = new ArrayList<>(section.texts("unstated"));
        Map<String, List<Window>> silence = silence(unstated);
        Optional<Instant> latest = Windows.findInside(section, "latest_departure");
        Optional<Instant> earliest = Windows.findInside(section, "earliest_departure");
        if (latest.isPresent() && earliest.isPresent() && !earliest.get().isBefore(latest.get())) {
            section.problem(
                    "latest_departure", "is not after earliest_departure.", "Write a later time; check date and zone.");
        }
        List<String> destinations = section.refs("destinations", reading.destinations);
        if (destinations.isEmpty() && !section.has("destinations")) {
            section.problem(
                    "destinations", "is missing.", "List where this version leads: nobody is sent anywhere else.");
        }
        return new Scenario.Version(
                id, name, by, source, silence, latest, earliest, curfews(), destinations, List.copyOf(unstated));
    }

    private void byStreets(String id, StreetsReader streets) {
        if (segments.contains(Streets.ALL)) {
            streets.version(id, section);
        } else {
            for (String key : List.of("within", "avoid")) {
                if (section.has(key)) {
                    section.problem(
                            key,
                            "is about streets, and this version leads over none.",
                            "Leave out route and segments and name a file of roads in network, or remove it.");
                }
            }
        }
    }

    // ---- route ------------------------------------------------------------------------------------------------

    private void collectSegments() {
        for (List<Spot> route : section.findLists("route")) {
            if (route.size() == 1) {
                reading.problems.add(
                        route.getFirst(),
                        "is a route of one place.",
                        "Name at least two places, in the order they are passed.");
            }
            for (int i = 1; i < route.size(); i++) {
                joined(route.get(i - 1), route.get(i));
            }
        }
        segments.addAll(section.refs("segments", reading.segments));
        if (!section.has("route") && !section.has("segments") && network.byStreets()) {
            segments.addAll(reading.segments.all());
            segments.add(Streets.ALL);
        } else if (!section.has("route") && !section.has("segments")) {
            section.problem("route", "is missing.", "Add route: with places in order, or segments: with segment ids.");
        }
    }

    private void joined(Spot fromSpot, Spot toSpot) {
        Optional<String> from = reading.places.resolve(fromSpot);
        Optional<String> to = reading.places.resolve(toSpot);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        List<Scenario.Road> candidates = network.roads().stream()
                .filter(road ->
                        leads(road, from.get(), to.get()) || (road.bothWays() && leads(road, to.get(), from.get())))
                .toList();
        if (candidates.size() == 1) {
            take(candidates.getFirst(), from.get());
        } else if (!candidates.isEmpty()) {
            List<String> ids =
                    candidates.stream().map(road -> road.segment().id()).toList();
            reading.problems.add(
                    toSpot,
                    "is joined to " + from.get() + " by several segments: " + String.join(", ", ids) + ".",
                    "Leave this leg out of route and name its segment under segments.");
        } else if (network.roads().stream().anyMatch(road -> leads(road, to.get(), from.get()))) {
            reading.problems.add(
                    toSpot,
                    "can only be left for " + from.get() + ", not reached from it.",
                    "Write both_ways yes for that segment, or turn it round.");
        } else if (network.whole()) {
            reading.problems.add(
                    toSpot,
                    "is not joined to " + from.get() + " by any segment.",
                    "Add the segment, or the places between.");
        }
    }

    private void take(Scenario.Road road, String from) {
        segments.add(road.segment().id());
        if (!road.segment().from().equals(from)) {
            backwards.add(road.segment().id());
        }
    }

    private static boolean leads(Scenario.Road road, String from, String to) {
        return road.segment().from().equals(from) && road.segment().to().equals(to);
    }

    // ---- hours ------------------------------------------------------------------------------------------------

    /** Hours that name segments hold there; the others hold on all segments that no hours name. */
    private Map<String, List<Window>> silence(List<String> unstated) {
        Map<String, List<Window>> windows = new LinkedHashMap<>();
        segments.forEach(id -> windows.put(id, new ArrayList<>()));
        List<Section> entries = section.sections("silence", Shape.SILENCE);
        entries.stream().filter(entry -> !entry.isAll("on")).forEach(entry -> {
            Optional<Window> window = Windows.insideHorizon(entry);
            on(entry).forEach(id -> window.ifPresent(w -> add(windows, id, w, entry)));
        });
        List<String> unnamed =
                segments.stream().filter(id -> list(windows, id).isEmpty()).toList();
        entries.stream().filter(entry -> entry.isAll("on")).forEach(entry -> {
            Optional<Window> window = Windows.insideHorizon(entry);
            unnamed.forEach(id -> window.ifPresent(w -> add(windows, id, w, entry)));
        });
        if (entries.isEmpty()) {
            takeWholeHorizon(windows, segments, unstated);
        } else {
            complain(unnamed, entries);
        }
        windows.values().forEach(list -> list.sort(Comparator.comparing(Window::from)));
        windows.replaceAll((id, list) -> List.copyOf(list));
        return Collections.unmodifiableMap(windows);
    }

    private static List<Window> list(Map<String, List<Window>> windows, String id) {
        return windows.getOrDefault(id, List.of());
    }

    private void takeWholeHorizon(Map<String, List<Window>> windows, Set<String> ids, List<String> unstated) {
        reading.horizon.ifPresent(horizon -> ids.forEach(id -> windows.put(id, new ArrayList<>(List.of(horizon)))));
        reading.assume(section.label(), "silence", "over the whole horizon");
        unstated.add("hours of silence");
    }

    private void complain(List<String> unnamed, List<Section> entries) {
        if (!unnamed.isEmpty() && entries.stream().noneMatch(entry -> entry.isAll("on"))) {
            section.problem(
                    "silence",
                    "names no hours for " + String.join(", ", unnamed).replace(Streets.ALL, "the streets") + ".",
                    "Add hours without \"on\" for the other segments, or take them off the route.");
        }
    }

    private void add(Map<String, List<Window>> windows, String id, Window window, Section entry) {
        List<Window> list = windows.computeIfAbsent(id, key -> new ArrayList<>());
        boolean overlaps = list.stream().anyMatch(other -> Windows.overlap(other, window));
        if (overlaps) {
            entry.problem(
                    "from",
                    "begins hours that overlap others on " + id + ".",
                    "Write the hours of a segment once, as one window or several that do not overlap.");
        }
        list.add(window);
    }

    private List<String> on(Section entry) {
        if (entry.isAll("on")) {
            return List.copyOf(segments);
        }
        List<String> ids = entry.refs("on", reading.segments);
        for (String id : ids) {
            if (!segments.contains(id)) {
                entry.problem(
                        "on",
                        "names " + id + ", which is not on the route of this version.",
                        Near.remedy(id, segments));
            }
        }
        return ids.stream().filter(segments::contains).toList();
    }

    private List<Scenario.Curfew> curfews() {
        List<Scenario.Curfew> curfews = new ArrayList<>();
        for (Section entry : section.sections("curfew", Shape.CURFEW)) {
            Optional<LocalTime> from = entry.timeOfDay("from");
            Optional<LocalTime> to = entry.timeOfDay("to");
            ZoneId zone = entry.findZone("zone").orElse(reading.times.zone());
            List<String> on = on(entry);
            if (from.isPresent() && from.equals(to)) {
                entry.problem(
                        "to",
                        "is when the curfew starts.",
                        "Write when it ends; over midnight is fine: {from: 20:00, to: 06:00}.");
            } else if (from.isPresent() && to.isPresent()) {
                curfews.add(new Scenario.Curfew(from.get(), to.get(), zone, on));
            }
        }
        return List.copyOf(curfews);
    }
}
