package org.safeconduct.streets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeconduct.road.Area;
import org.safeconduct.road.Roads;
import org.safeconduct.road.Touched;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Streets;

/** Which versions lead over which arcs, and when these are closed. Not thread-safe. */
final class Uses {
    /** Characters of a number that people are shown whole. */
    private static final int LONGEST_NUMBER = 24;

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[-_,;|]+");

    private final Roads roads;
    private final List<Streets.Closed>[] closed;
    private final Set<String>[] versions;
    private final Map<Use, Use> known = new HashMap<>();
    private final List<Streets.Shut> shut = new ArrayList<>();

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of lists
    Uses(Scenario scenario, Streets streets, Roads roads, Map<String, Area> areas) {
        this.roads = roads;
        this.closed = new List[roads.arcs()];
        this.versions = new Set[roads.arcs()];
        Map<String, BitSet> touched = new HashMap<>();
        streets.areas().keySet().forEach(id -> touched.put(id, Touched.arcs(roads, get(areas, id))));
        Set<String> without =
                streets.without().stream().map(Streets.LeftOut::roadClass).collect(Collectors.toSet());
        Map<Set<String>, Set<String>> sets = new HashMap<>();
        for (int arc = 0; arc < versions.length; arc++) {
            Set<String> over = new LinkedHashSet<>();
            if (!without.contains(roads.roadClass(arc).tag())) {
                int a = arc;
                streets.versions().forEach((version, where) -> {
                    boolean inside =
                            where.within().map(id -> get(touched, id).get(a)).orElse(true);
                    if (inside
                            && where.avoid().stream()
                                    .noneMatch(id -> get(touched, id).get(a))) {
                        over.add(version);
                    }
                });
            }
            versions[arc] = sets.computeIfAbsent(over, set -> set);
        }
        for (Streets.Closed one : streets.closures()) {
            one.area().ifPresent(id -> {
                BitSet lines = new BitSet();
                get(touched, id).stream().map(roads::line).forEach(lines::set);
                for (int arc = 0; arc < closed.length; arc++) {
                    if (lines.get(roads.line(arc))) {
                        close(arc, one);
                    }
                }
                shut.add(new Streets.Shut("area", id, lines.cardinality(), "", 0));
            });
        }
    }

    private static <T> T get(Map<String, T> map, String id) {
        T found = map.get(id);
        if (found == null) {
            throw new IllegalStateException("area " + id + " was not given");
        }
        return found;
    }

    /** Closes the street at a place in both directions. */
    void closeAt(Streets.Joined at, int arc, Streets.Closed one) {
        close(arc, one);
        if (roads.reverse(arc) >= 0) {
            close(roads.reverse(arc), one);
        }
        String street = at.street().isEmpty() ? at.kind() : at.street();
        shut.add(new Streets.Shut("streets", at.place(), 1, street, at.metres()));
    }

    /** Closes the roads of a number, each in the directions that have it. */
    void closeNumbered(String number, List<Integer> arcs, Streets.Closed one) {
        arcs.forEach(arc -> close(arc, one));
        int lines = (int) arcs.stream().map(roads::line).distinct().count();
        shut.add(new Streets.Shut("refs", number, lines, "", 0));
    }

    /** What the closures close, area by area, then place by place, then number by number. */
    List<Streets.Shut> shut() {
        return List.copyOf(shut);
    }

    /** Closes one direction of a street. */
    private void close(int arc, Streets.Closed one) {
        if (closed[arc] == null) {
            closed[arc] = new ArrayList<>();
        }
        if (!closed[arc].contains(one)) {
            closed[arc].add(one);
        }
    }

    Use of(int arc) {
        List<Streets.Closed> here = closed[arc];
        Use use = new Use(versions[arc], here == null ? List.of() : List.copyOf(here));
        return known.computeIfAbsent(use, u -> u);
    }

    /** True if some version leads over the arc. */
    boolean isOpenToAny(int arc) {
        return !versions[arc].isEmpty();
    }

    /** What a street is called: its name, else its number. */
    static String name(Roads roads, int arc) {
        String name = roads.name(arc);
        return name.isEmpty() ? shortened(roads.ref(arc)) : name;
    }

    /** A number that was put together of many, as of links that a program joined, by its first and its last; another long one by its ends. */
    static String shortened(String number) {
        if (number.codePointCount(0, number.length()) <= LONGEST_NUMBER) {
            return number;
        }
        String[] parts = BETWEEN_NUMBERS.split(number, -1);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (first.isEmpty() || last.isEmpty() || first.length() + last.length() > LONGEST_NUMBER) {
            first = number.substring(0, number.offsetByCodePoints(0, LONGEST_NUMBER / 2));
            last = number.substring(number.offsetByCodePoints(number.length(), -LONGEST_NUMBER / 2));
        }
        return first + "…" + last;
    }
}
