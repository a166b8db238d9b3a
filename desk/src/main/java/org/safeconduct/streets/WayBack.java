package org.safeconduct.streets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeconduct.scenario.Scenario;

/**
 * Whether fleets that are to come back for another lift can. One-way streets at the edge of an extract lead out of it and not back; the buses then make one lift each, and nothing in the
 * plan would say why.
 */
final class WayBack {
    private final Scenario scenario;
    private final Map<String, List<String>> next = new HashMap<>();

    /**
     * For one version.
     *
     * @param roads all there are
     * @param used ids of the segments and streets of the version
     */
    WayBack(Scenario scenario, Collection<Scenario.Road> roads, Set<String> used) {
        this.scenario = scenario;
        boolean isAsked = scenario.fleets().stream().anyMatch(Scenario.Fleet::shuttles);
        for (Scenario.Road road : isAsked ? roads : List.<Scenario.Road>of()) {
            if (used.contains(road.segment().id())) {
                lead(road.segment().from(), road.segment().to());
                if (road.bothWays()) {
                    lead(road.segment().to(), road.segment().from());
                }
            }
        }
    }

    private void lead(String from, String to) {
        next.computeIfAbsent(from, place -> new ArrayList<>()).add(to);
    }

    /** What is to be settled about it, a sentence for each fleet that cannot. */
    List<String> open(Scenario.Version version) {
        return scenario.fleets().stream()
                .filter(fleet -> fleet.shuttles() && !canComeBack(fleet, version))
                .map(fleet -> "How " + fleet.name()
                        + " come back for another lift: no way leads from where they take people to where they load")
                .toList();
    }

    private boolean canComeBack(Scenario.Fleet fleet, Scenario.Version version) {
        Deque<String> open = new ArrayDeque<>();
        version.destinations().stream()
                .filter(id ->
                        fleet.destinations().isEmpty() || fleet.destinations().contains(id))
                .forEach(id -> open.add(scenario.getDestination(id).place()));
        if (open.isEmpty()) {
            return true; // takes nobody anywhere in this version
        }
        Set<String> reached = new HashSet<>(open);
        while (!open.isEmpty()) {
            next.getOrDefault(open.remove(), List.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return fleet.serves().stream()
                .anyMatch(id -> reached.contains(scenario.getAssembly(id).place()));
    }
}
