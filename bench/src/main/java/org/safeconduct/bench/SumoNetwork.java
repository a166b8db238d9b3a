package org.safeconduct.bench;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safeconduct.road.RoadClass;
import org.safeconduct.scenario.Line;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.terms.Place;

/**
 * One version's streets in SUMO's plain XML, for {@code netconvert}.
 *
 * <p>Each place is a node; each direction of a segment is an edge, named by the segment and, against its direction, with a minus before it. Speed,
 * lanes, length and shape are the planner's own, so both sides drive on the same roads. Where two directions share one lane each gets one.
 */
final class SumoNetwork {
    /** Stated lengths this much longer than the line drawn are kept; others come from the line. */
    private static final double LONGER = 1.01;

    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private final Scenario scenario;
    private final List<Scenario.Road> roads;

    SumoNetwork(Scenario scenario, Scenario.Version version) {
        this.scenario = scenario;
        this.roads = scenario.roads().stream()
                .filter(road -> version.silence().containsKey(road.segment().id()))
                .toList();
    }

    /** The edge on which a segment is driven from a place on. */
    static String edge(Scenario.Road road, String from) {
        return road.segment().from().equals(from)
                ? road.segment().id()
                : "-" + road.segment().id();
    }

    /** From one edge to another. */
    record Turn(String from, String to) {}

    /** Text of the nodes file. */
    String nodes() {
        Set<String> used = new TreeSet<>();
        roads.forEach(road -> {
            used.add(road.segment().from());
            used.add(road.segment().to());
        });
        StringWriter text = new StringWriter();
        try (XmlText xml = XmlText.root(text, "nodes")) {
            for (Place place : scenario.places()) {
                if (used.contains(place.id())) {
                    xml.empty(
                            "node", "id", place.id(), "x", degrees(place.longitude()), "y", degrees(place.latitude()));
                }
            }
        }
        return text.toString();
    }

    /**
     * Text of the edges file.
     *
     * @param withLengths true to state every length, for a network in which junctions have none
     */
    String edges(boolean withLengths) {
        StringWriter text = new StringWriter();
        try (XmlText xml = XmlText.root(text, "edges")) {
            for (Scenario.Road road : roads) {
                starts(road).forEach(from -> edge(xml, road, from, withLengths));
            }
        }
        return text.toString();
    }

    /** Text of a connections file: at the end of edges at which a turn is missing, every lane leads to every edge there, and leftmost lanes lead round. */
    String connections(Set<Turn> missing) {
        Map<String, List<String>> onward = new HashMap<>();
        Map<String, String> ends = new HashMap<>();
        Map<String, Long> lanes = new HashMap<>();
        for (Scenario.Road road : roads) {
            for (String from : starts(road)) {
                String to = from.equals(road.segment().from())
                        ? road.segment().to()
                        : road.segment().from();
                onward.computeIfAbsent(from, place -> new ArrayList<>()).add(edge(road, from));
                ends.put(edge(road, from), to);
                lanes.put(edge(road, from), lanes(road));
            }
        }
        StringWriter text = new StringWriter();
        try (XmlText xml = XmlText.root(text, "connections")) {
            for (String from : new TreeSet<>(missing.stream().map(Turn::from).toList())) {
                for (String to : onward.getOrDefault(ends.getOrDefault(from, ""), List.of())) {
                    connect(xml, new Turn(from, to), lanes.getOrDefault(from, 1L), lanes.getOrDefault(to, 1L));
                }
            }
        }
        return text.toString();
    }

    private static void connect(XmlText xml, Turn turn, long fromLanes, long toLanes) {
        boolean round = turn.from().equals("-" + turn.to()) || turn.to().equals("-" + turn.from());
        for (long lane = round ? fromLanes - 1 : 0; lane < fromLanes; lane++) {
            long onto = round ? toLanes - 1 : Math.min(lane, toLanes - 1);
            xml.empty(
                    "connection",
                    "from",
                    turn.from(),
                    "to",
                    turn.to(),
                    "fromLane",
                    String.valueOf(lane),
                    "toLane",
                    String.valueOf(onto));
        }
    }

    /** The places from which a segment is driven. */
    private static List<String> starts(Scenario.Road road) {
        return road.bothWays()
                ? List.of(road.segment().from(), road.segment().to())
                : List.of(road.segment().from());
    }

    /** Whole lanes; the road is taken for narrow all along where it narrows. */
    private static long lanes(Scenario.Road road) {
        return Math.max(1, (long) Math.floor(road.lanes() + 1e-9));
    }

    private void edge(XmlText xml, Scenario.Road road, String from, boolean withLength) {
        Scenario.Street street = road.street().orElseThrow(() -> new IllegalStateException(road + " is not a street"));
        boolean back = !from.equals(road.segment().from());
        String to = back ? road.segment().from() : road.segment().to();
        double metres = road.kilometres() * 1000;
        double seconds = road.slowest().toMillis() / 1000.0;
        xml.start("edge", "id", edge(road, from), "from", from, "to", to);
        xml.attribute("priority", String.valueOf(priority(street.kind())));
        xml.attribute("numLanes", String.valueOf(lanes(road)));
        xml.attribute("speed", number(metres / seconds));
        xml.attribute("spreadType", road.bothWays() ? "right" : "center");
        if (withLength || metres > LONGER * metres(street.shape())) {
            xml.attribute("length", number(metres));
        }
        xml.attribute("shape", shape(street.shape(), back));
        xml.end();
    }

    /** Wider classes have the right of way over narrower ones; SUMO's own types for OpenStreetMap are ordered likewise. */
    private static int priority(String kind) {
        return RoadClass.find(kind)
                .map(found ->
                        RoadClass.values().length - List.of(RoadClass.values()).indexOf(found))
                .orElse(1);
    }

    private static String shape(Line line, boolean back) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < line.points(); i++) {
            int at = back ? line.points() - 1 - i : i;
            shape.append(i == 0 ? "" : " ")
                    .append(degrees(line.longitude(at)))
                    .append(',')
                    .append(degrees(line.latitude(at)));
        }
        return shape.toString();
    }

    private static double metres(Line line) {
        double metres = 0;
        for (int i = 1; i < line.points(); i++) {
            double narrow = Math.cos(Math.toRadians(line.latitude(i)));
            metres += METRES_PER_DEGREE
                    * Math.hypot(
                            (line.longitude(i) - line.longitude(i - 1)) * narrow,
                            line.latitude(i) - line.latitude(i - 1));
        }
        return metres;
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
