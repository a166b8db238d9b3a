package org.safeconduct.road;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people write as the highest speed of a road: {@code 50}, {@code 30 mph}, {@code DE:urban}, {@code none}, {@code walk}. */
final class SpeedTag {
    /** What {@code none} comes to: nobody plans faster. */
    static final double NO_LIMIT_KMH = 120;

    static final double WALK_KMH = 7;
    private static final double LEAST_KMH = 3;
    private static final double MOST_KMH = 200;
    private static final double KMH_PER_MPH = 1.609344;
    private static final double KMH_PER_KNOT = 1.852;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\s*(km/h|kmh|kph|mph|knots)?");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z]{2}(?:-[A-Za-z]{2,3})?:(?:zone:?)?([a-z_]+|\\d{1,3})");

    /** The usual limit by kind of zone. */
    private static final Map<String, Double> ZONES = Map.of(
            "urban", 50.0,
            "rural", 90.0,
            "trunk", 100.0,
            "motorway", NO_LIMIT_KMH,
            "living_street", 10.0,
            "bicycle_road", 30.0,
            "walk", WALK_KMH);

    /** Where a country's limit is another. */
    private static final Map<String, Double> COUNTRIES = Map.ofEntries(
            Map.entry("AT:rural", 100.0),
            Map.entry("BY:urban", 60.0),
            Map.entry("CH:rural", 80.0),
            Map.entry("DE:rural", 100.0),
            Map.entry("DK:rural", 80.0),
            Map.entry("FI:rural", 80.0),
            Map.entry("GB:nsl_dual", 70 * KMH_PER_MPH),
            Map.entry("GB:nsl_single", 60 * KMH_PER_MPH),
            Map.entry("GB:urban", 30 * KMH_PER_MPH),
            Map.entry("FR:rural", 80.0),
            Map.entry("LI:rural", 80.0),
            Map.entry("NL:rural", 80.0),
            Map.entry("NO:rural", 80.0),
            Map.entry("RU:motorway", 110.0),
            Map.entry("RU:urban", 60.0),
            Map.entry("SE:rural", 70.0),
            Map.entry("SE:motorway", 110.0));

    private SpeedTag() {}

    /** Kilometres an hour; the least where several are given; empty if the text says nothing that can be used. */
    static OptionalDouble kmh(String text) {
        if (text.isEmpty() || text.length() > 60) {
            return OptionalDouble.empty();
        }
        double least = Double.POSITIVE_INFINITY;
        for (String part : text.split("[;|]", -1)) {
            least = Math.min(least, one(part.strip()));
        }
        return least <= MOST_KMH ? OptionalDouble.of(least) : OptionalDouble.empty();
    }

    /** The speed of one value; infinite if there is none. */
    private static double one(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            double value = Double.parseDouble(number.group(1));
            String unit = number.group(2) == null ? "" : number.group(2);
            double kmh = value
                    * switch (unit) {
                        case "mph" -> KMH_PER_MPH;
                        case "knots" -> KMH_PER_KNOT;
                        default -> 1;
                    };
            return kmh >= LEAST_KMH ? kmh : Double.POSITIVE_INFINITY;
        }
        return switch (text) {
            case "none" -> NO_LIMIT_KMH;
            case "walk" -> WALK_KMH;
            default -> zone(text);
        };
    }

    private static double zone(String text) {
        Double special = COUNTRIES.get(text);
        if (special != null) {
            return special;
        }
        Matcher zone = ZONE.matcher(text);
        String kind = zone.matches() ? zone.group(1) : text.toLowerCase(Locale.ROOT);
        if (zone.matches() && Character.isDigit(kind.charAt(0))) {
            double kmh = Double.parseDouble(kind);
            return kmh >= LEAST_KMH ? kmh : Double.POSITIVE_INFINITY;
        }
        return ZONES.getOrDefault(kind, Double.POSITIVE_INFINITY);
    }
}
