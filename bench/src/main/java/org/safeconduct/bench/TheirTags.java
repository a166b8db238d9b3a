package org.safeconduct.bench;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.util.PointList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tags that bear on who may drive, of the ways and barriers that GraphHopper read. */
final class TheirTags {
    private static final Set<String> KEYS = Set.of(
            "highway",
            "route",
            "access",
            "vehicle",
            "motor_vehicle",
            "motorcar",
            "oneway",
            "junction",
            "service",
            "tracktype",
            "area",
            "impassable",
            "barrier",
            "bollard",
            "emergency",
            "ford",
            "foot",
            "bicycle");

    private final Map<Long, Map<String, String>> ways = new HashMap<>();
    private final Map<Long, String> barriers = new HashMap<>();

    void note(ReaderWay way) {
        ways.putIfAbsent(way.getId(), chosen(way.getTags()));
        if (way.hasTag("gh:barrier_edge", "true") || Boolean.TRUE.equals(way.getTag("gh:barrier_edge", false))) {
            PointList points = way.getTag("point_list", PointList.EMPTY);
            List<Map<String, Object>> nodeTags = way.getTag("node_tags", List.of());
            if (!points.isEmpty() && !nodeTags.isEmpty()) {
                barriers.put(place(points.getLat(0), points.getLon(0)), words(chosen(nodeTags.getFirst())));
            }
        }
    }

    private static Map<String, String> chosen(Map<String, Object> tags) {
        Map<String, String> chosen = new TreeMap<>();
        tags.forEach((key, value) -> {
            String stem = key.replaceFirst(":.*", "");
            if (KEYS.contains(stem)) {
                chosen.put(key, String.valueOf(value));
            }
        });
        return chosen;
    }

    /** The tags of a way as {@code key=value}; empty if there is no such way. */
    String words(long way) {
        return words(ways.getOrDefault(way, Map.of()));
    }

    private static String words(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /** True if a way has a tag of access that holds at some hours, or for some, only. */
    boolean isConditional(long way) {
        return ways.getOrDefault(way, Map.of()).keySet().stream()
                .anyMatch(key -> key.endsWith(":conditional") && !key.startsWith("oneway"));
    }

    /** What stands at a place; empty if nothing that GraphHopper takes for a barrier. */
    String barrier(double latitude, double longitude) {
        return barriers.getOrDefault(place(latitude, longitude), "");
    }

    private static long place(double latitude, double longitude) {
        return Math.round(latitude * 1e5) << 32 ^ Math.round(longitude * 1e5);
    }
}
