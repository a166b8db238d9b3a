package org.safeconduct.scenario;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the roads of each version lead from where people are to where they go, and that no stretch of road hangs in the air. */
final class Reach {
    private static final int SHOWN = 12;

    private final Reading reading;
    private final Scenario scenario;

    private Reach(Reading reading, Scenario scenario) {
        this.reading = reading;
        this.scenario = scenario;
    }

    static void check(Reading reading, Scenario scenario) {
        Reach reach = new Reach(reading, scenario);
        scenario.assemblies().forEach(reach::assembly);
        scenario.versions().forEach(reach::version);
        scenario.fleets().forEach(reach::fleet);
        scenario.aid().forEach(reach::aid);
        reach.islands();
    }

    private void assembly(Scenario.Assembly assembly) {
        boolean anywhere = scenario.versions().stream()
                .anyMatch(version -> destinations(version, assembly).findAny().isPresent());
        if (anywhere) {
            assembly.destinations().keySet().stream()
                    .filter(id -> assembly.destinations().getOrDefault(id, 0.0) > 0)
                    .forEach(id -> chosen(assembly, id));
            return;
        }
        Set<String> reached = new TreeSet<>();
        scenario.versions().forEach(version -> reached.addAll(from(assembly.place(), roads(version))));
        reached.add(assembly.place());
        String island = reached.size() == 1
                ? "no segment of any version leaves " + assembly.place()
                : "the roads reach only " + list(reached);
        reading.problems.add(
                reading.assemblies.spot(assembly.id()),
                "has no road to a destination of any version: " + island + ".",
                "Add the segment that is missing, correct from, to and both_ways in the segments, or the route.");
    }

    private Stream<String> destinations(Scenario.Version version, Scenario.Assembly assembly) {
        Set<String> reached = from(assembly.place(), roads(version));
        return scenario.destinations().stream()
                .filter(d -> version.destinations().contains(d.id()) && reached.contains(d.place()))
                .map(Scenario.Destination::id);
    }

    private void chosen(Scenario.Assembly assembly, String destination) {
        boolean reached = scenario.versions().stream()
                .anyMatch(v -> destinations(v, assembly).anyMatch(destination::equals));
        if (!reached) {
            reading.problems.add(
                    reading.assemblies.spot(assembly.id()),
                    "has people for " + destination + ", but no version leads from there to it.",
                    "Add a road and a version that lead there, or correct destinations.");
        }
    }

    private void version(Scenario.Version version) {
        Set<String> reached = new LinkedHashSet<>();
        scenario.assemblies().forEach(a -> reached.addAll(from(a.place(), roads(version))));
        for (Scenario.Destination destination : scenario.destinations()) {
            if (version.destinations().contains(destination.id()) && !reached.contains(destination.place())) {
                reading.problems.add(
                        reading.versions.spot(version.id()),
                        "leads to destination " + destination.id()
                                + ", but its segments do not: from the assemblies they reach "
                                + (reached.isEmpty() ? "nothing" : list(reached)) + ".",
                        "Complete the route, or take the destination off this version.");
            }
        }
    }

    private void fleet(Scenario.Fleet fleet) {
        Set<String> reached = from(fleet.base(), scenario.roads());
        for (Scenario.Assembly assembly : scenario.assemblies()) {
            if (fleet.serves().contains(assembly.id()) && !reached.contains(assembly.place())) {
                reading.problems.add(
                        reading.fleets.spot(fleet.id()),
                        "has no road from its base " + fleet.base() + " to assembly " + assembly.id() + ".",
                        "Write both_ways yes for the segments that vehicles take inbound, or correct base or serves.");
            }
        }
    }

    private void aid(Scenario.AidConvoy aid) {
        if (!from(aid.fromPlace(), scenario.roads()).contains(aid.toPlace())) {
            reading.problems.add(
                    reading.aid.spot(aid.id()),
                    "has no road from " + aid.fromPlace() + " to " + aid.toPlace() + ".",
                    "Write both_ways yes for the segments that it takes, or correct the places.");
        }
    }

    private void islands() {
        Set<String> used = new LinkedHashSet<>();
        scenario.versions().forEach(version -> roads(version).forEach(road -> used.addAll(ends(road))));
        Set<String> seen = new LinkedHashSet<>();
        used.forEach(place -> seen.addAll(joined(place)));
        for (Scenario.Road road : scenario.roads()) {
            if (!seen.contains(road.segment().from())) {
                Set<String> island = joined(road.segment().from());
                seen.addAll(island);
                reading.problems.add(
                        reading.segments.spot(road.segment().id()),
                        "is part of an island: " + list(island)
                                + " are joined to each other, but to no version of the corridor.",
                        "Add the segment that joins them, or remove them.");
            }
        }
    }

    // ---- walking the roads ------------------------------------------------------------------------------------

    private List<Scenario.Road> roads(Scenario.Version version) {
        return scenario.roads().stream()
                .filter(road -> version.silence().containsKey(road.segment().id()))
                .toList();
    }

    private static List<String> ends(Scenario.Road road) {
        return List.of(road.segment().from(), road.segment().to());
    }

    /** The places that can be driven to, {@code start} among them. */
    private static Set<String> from(String start, List<Scenario.Road> roads) {
        return walk(start, roads, false);
    }

    private Set<String> joined(String start) {
        return walk(start, scenario.roads(), true);
    }

    private static Set<String> walk(String start, List<Scenario.Road> roads, boolean eitherWay) {
        var neighbours = roads.stream()
                .flatMap(road -> eitherWay || road.bothWays()
                        ? Stream.of(road.segment(), reversed(road))
                        : Stream.of(road.segment()))
                .collect(Collectors.groupingBy(Segment::from, Collectors.mapping(Segment::to, Collectors.toList())));
        Set<String> reached = new LinkedHashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : neighbours.getOrDefault(open.remove(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static Segment reversed(Scenario.Road road) {
        return new Segment(
                road.segment().id(), road.segment().to(), road.segment().from());
    }

    private static String list(Collection<String> places) {
        String first = places.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return places.size() > SHOWN ? first + " and " + (places.size() - SHOWN) + " more" : first;
    }
}
