package org.safeconduct.road;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One link of a MATSim network as it is written, and what it is worth as a road. */
final class MatsimLink {
    private static final double MOST_METRES = 10_000_000;
    private static final double MOST_KMH = 1_000;
    private static final double MOST_PER_HOUR = 1_000_000;

    final String id;
    final String from;
    final String to;
    final int line;
    private final String length;
    private final String freespeed;
    private final String capacity;
    private final String lanes;
    private final String modes;
    private RoadClass roadClass;
    private String name = "";

    private MatsimLink(XmlPieces xml) {
        this.id = xml.find("id").orElse("");
        this.from = xml.find("from").orElse("");
        this.to = xml.find("to").orElse("");
        this.line = xml.line();
        this.length = xml.find("length").orElse("");
        this.freespeed = xml.find("freespeed").orElse("");
        this.capacity = xml.find("capacity").orElse("");
        this.lanes = xml.find("permlanes").orElse("1");
        this.modes = xml.find("modes").orElse("car");
        this.roadClass = xml.find("type").flatMap(MatsimLink::roadClass).orElse(RoadClass.OTHER);
    }

    /** The link that starts here. */
    static MatsimLink of(XmlPieces xml) {
        return new MatsimLink(xml);
    }

    /** Takes what an attribute inside the link says. */
    void attribute(String key, String value) {
        switch (key) {
            case "type", "osm:way:highway" -> roadClass = roadClass(value).orElse(roadClass);
            case "name", "osm:way:name" -> name = value;
            default -> {} // what else somebody noted
        }
    }

    private static Optional<RoadClass> roadClass(String type) {
        return RoadClass.find(type.startsWith("highway.") ? type.substring("highway.".length()) : type);
    }

    /** Whether cars may use it. */
    boolean takesCars() {
        return Arrays.stream(modes.split(",")).anyMatch(mode -> mode.strip().equals("car"));
    }

    /** A number that an attribute must be. */
    private record Needed(String attribute, String text, double value) {
        static Needed of(String attribute, String text) {
            try {
                return new Needed(attribute, text, text.isEmpty() ? Double.NaN : Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return new Needed(attribute, text, Double.NaN);
            }
        }
    }

    /** The attribute that is no number, or none it may be: its name and its text. */
    Optional<String[]> findWrong() {
        for (Needed needed : new Needed[] {
            Needed.of("length", length),
            Needed.of("freespeed", freespeed),
            Needed.of("capacity", capacity),
            Needed.of("permlanes", lanes)
        }) {
            boolean isGood = switch (needed.attribute()) {
                case "capacity" -> needed.value() >= 0;
                case "length" -> needed.value() > 0 && needed.value() <= MOST_METRES;
                default -> needed.value() > 0;
            };
            if (!isGood) {
                return Optional.of(new String[] {needed.attribute(), needed.text()});
            }
        }
        return Optional.empty();
    }

    double metres() {
        return Double.parseDouble(length);
    }

    /** The road of a link of which nothing is wrong. */
    SourceRoad road(long way, double periodHours, ReadNotes notes) {
        double kmh = Double.parseDouble(freespeed) * 3.6;
        double perHour = Double.parseDouble(capacity) / periodHours;
        double count = Double.parseDouble(lanes);
        if (kmh > MOST_KMH) {
            notes.guess("speed of links that are stated to be faster than 1,000 km/h: 1,000 km/h");
        }
        if (perHour > MOST_PER_HOUR) {
            notes.guess("capacity of links that are stated to take more: 1,000,000 vehicles an hour");
        }
        Direction direction = new Direction(
                new Pace.Speed(Math.clamp(kmh, 0.01, MOST_KMH)),
                Math.clamp(count, 0.5, Direction.MOST_LANES),
                (int) Math.min(MOST_PER_HOUR, perHour),
                Math.max(0.01, metres()));
        Set<RoadFlag> flags = EnumSet.of(RoadFlag.CAPACITY_STATED);
        return new SourceRoad(way, roadClass, name, id, flags, direction, null);
    }
}
