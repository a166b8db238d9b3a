package org.safeconduct.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeconduct.road.Roads;

/** The junctions of a network by their node, and by where they lie: a barrier that nobody passes is several junctions in one. */
final class NodeIndex {
    private final Map<Long, List<Integer>> byNode = new HashMap<>();
    private final Map<Long, List<Integer>> byPlace = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();

    NodeIndex(Roads roads) {
        for (int junction = 0; junction < roads.junctions(); junction++) {
            List<Integer> same = byNode.computeIfAbsent(roads.node(junction), node -> new ArrayList<>());
            same.add(junction);
            if (same.size() > 1) {
                blocked.add(roads.node(junction));
            }
            byPlace.computeIfAbsent(
                            cell(roads.latitude(junction), roads.longitude(junction), 0, 0), place -> new ArrayList<>())
                    .add(junction);
        }
    }

    List<Integer> junctions(long node) {
        return byNode.getOrDefault(node, List.of());
    }

    /** True for a node that is several junctions. */
    boolean isBlocked(long node) {
        return blocked.contains(node);
    }

    /** Junctions that lie at a place, to about a decimetre. */
    List<Integer> at(double latitude, double longitude) {
        List<Integer> found = new ArrayList<>();
        for (int north = -1; north <= 1; north++) {
            for (int east = -1; east <= 1; east++) {
                found.addAll(byPlace.getOrDefault(cell(latitude, longitude, north, east), List.of()));
            }
        }
        return found;
    }

    private static long cell(double latitude, double longitude, int north, int east) {
        return (Math.round(latitude * 1e6) + north) << 32 ^ (Math.round(longitude * 1e6) + east);
    }
}
