package org.safeconduct.road;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the tags of an OpenStreetMap way mean for those who drive there. The rules are listed in {@code docs/roads.md}.
 *
 * <p>Only reads its arguments, so that several threads may use one.
 */
final class WayRules {
    private static final Set<String> BAD_SURFACES = Set.of(
            "unpaved",
            "compacted",
            "fine_gravel",
            "gravel",
            "pebblestone",
            "dirt",
            "earth",
            "ground",
            "grass",
            "mud",
            "sand",
            "rock",
            "woodchips",
            "grass_paver",
            "cobblestone",
            "unhewn_cobblestone",
            "sett",
            "paving_stones");
    private static final Set<String> PAVED =
            Set.of("grass_paver", "cobblestone", "unhewn_cobblestone", "sett", "paving_stones");

    /** A guessed speed is no higher on a bad surface. */
    private static final double BAD_SURFACE_KMH = 30;

    static final Set<String> NO = Set.of("", "no", "false", "0");
    private static final double MOST_LANES = 16;
    private static final Pattern LANES = Pattern.compile("\\d{1,2}(?:\\.\\d)?");

    private final boolean privateWays;

    WayRules(boolean privateWays) {
        this.privateWays = privateWays;
    }

    /** A road, or the reason why the way is none. */
    record Verdict(Optional<SourceRoad> road, String reason) {
        static Verdict left(String reason) {
            return new Verdict(Optional.empty(), reason);
        }
    }

    /** Whether a way can be a road at all; cheap, to be asked first. */
    static boolean isCandidate(OsmTags tags) {
        return tags.has(OsmKey.HIGHWAY) || tags.is(OsmKey.ROUTE, "ferry");
    }

    Verdict judge(long way, OsmTags tags) {
        Optional<RoadClass> found = tags.has(OsmKey.HIGHWAY)
                ? RoadClass.find(tags.get(OsmKey.HIGHWAY))
                        .filter(one -> one != RoadClass.FERRY && one != RoadClass.OTHER)
                : Optional.of(RoadClass.FERRY);
        if (found.isEmpty()) {
            return Verdict.left("paths, steps, building sites and other ways that are no road for cars");
        }
        RoadClass roadClass = found.get();
        Access access = accessTo(tags, roadClass);
        if (access == Access.CLOSED) {
            return Verdict.left("closed to motor vehicles");
        }
        if (access == Access.PRIVATE && !privateWays) {
            return Verdict.left(
                    Access.opensAtTimes(tags)
                            ? "open at some hours, or under conditions, only (…:conditional)"
                            : "private, or open to some only");
        }
        String obstacle = obstacle(tags, roadClass);
        if (!obstacle.isEmpty()) {
            return Verdict.left(obstacle);
        }
        Ways ways = ways(tags, roadClass);
        if (!ways.forward && !ways.backward) {
            return Verdict.left("closed to motor vehicles in both directions, or reversible");
        }
        return new Verdict(Optional.of(road(way, roadClass, tags, ways, access)), "");
    }

    private static Access accessTo(OsmTags tags, RoadClass roadClass) {
        Access access = Access.of(tags);
        if (access != Access.UNSAID) {
            return access;
        }
        return switch (roadClass) {
            case PEDESTRIAN -> Access.opensAtTimes(tags) ? Access.PRIVATE : Access.CLOSED;
            case BUSWAY -> Access.PRIVATE;
            case SERVICE -> tags.is(OsmKey.SERVICE, "emergency_access") ? Access.PRIVATE : Access.OPEN;
            // A ferry of which only walkers and cyclists are named carries nobody else.
            case FERRY -> tags.has(OsmKey.FOOT) || tags.has(OsmKey.BICYCLE) ? Access.CLOSED : Access.OPEN;
            case MOTORWAY,
                    MOTORWAY_LINK,
                    TRUNK,
                    TRUNK_LINK,
                    PRIMARY,
                    PRIMARY_LINK,
                    SECONDARY,
                    SECONDARY_LINK,
                    TERTIARY,
                    TERTIARY_LINK,
                    UNCLASSIFIED,
                    RESIDENTIAL,
                    LIVING_STREET,
                    TRACK,
                    ROAD,
                    OTHER -> Access.OPEN;
        };
    }

    /** Why nobody can drive on an open way; empty if one can. */
    private static String obstacle(OsmTags tags, RoadClass roadClass) {
        if (tags.is(OsmKey.AREA, "yes")) {
            return "squares and other areas";
        }
        if (tags.is(OsmKey.IMPASSABLE, "yes")) {
            return "impassable";
        }
        String track = tags.get(OsmKey.TRACKTYPE);
        if (roadClass == RoadClass.TRACK && (track.equals("grade4") || track.equals("grade5"))) {
            return "tracks of soft ground (grades 4 and 5)";
        }
        return "";
    }

    /** Which directions of a way are driven. */
    private record Ways(boolean forward, boolean backward, boolean sharesALane) {
        int count() {
            return (forward ? 1 : 0) + (backward ? 1 : 0);
        }
    }

    private static Ways ways(OsmTags tags, RoadClass roadClass) {
        String junction = tags.get(OsmKey.JUNCTION);
        boolean isRing = junction.equals("roundabout") || junction.equals("circular");
        boolean implied = isRing || roadClass == RoadClass.MOTORWAY;
        Ways ways = switch (tags.get(OsmKey.ONEWAY)) {
            case "yes", "true", "1" -> new Ways(true, false, false);
            case "-1", "reverse" -> new Ways(false, true, false);
            case "no", "false", "0" -> new Ways(true, true, false);
            case "reversible" -> new Ways(false, false, false);
            case "alternating" -> new Ways(true, true, true);
            default -> new Ways(true, !implied, false);
        };
        return new Ways(
                ways.forward && !isBarred(tags, true), ways.backward && !isBarred(tags, false), ways.sharesALane);
    }

    private static boolean isBarred(OsmTags tags, boolean forward) {
        return switch (Access.ofDirection(tags, forward)) {
            case CLOSED, PRIVATE -> true;
            case OPEN, UNSAID -> false;
        };
    }

    private static SourceRoad road(long way, RoadClass roadClass, OsmTags tags, Ways ways, Access access) {
        Set<RoadFlag> flags = EnumSet.noneOf(RoadFlag.class);
        mark(flags, RoadFlag.BRIDGE, !NO.contains(tags.get(OsmKey.BRIDGE)));
        mark(flags, RoadFlag.TUNNEL, !NO.contains(tags.get(OsmKey.TUNNEL)));
        mark(flags, RoadFlag.FORD, !NO.contains(tags.get(OsmKey.FORD)));
        mark(flags, RoadFlag.TOLL, !NO.contains(tags.get(OsmKey.TOLL)));
        String junction = tags.get(OsmKey.JUNCTION);
        mark(flags, RoadFlag.ROUNDABOUT, junction.equals("roundabout") || junction.equals("circular"));
        mark(flags, RoadFlag.PRIVATE, access == Access.PRIVATE);
        mark(flags, RoadFlag.SIZE_LIMIT, Limits.ofSize(tags));
        mark(flags, RoadFlag.WEIGHT_LIMIT, Limits.ofWeight(tags));
        mark(flags, RoadFlag.CLOSED_AT_TIMES, access == Access.OPEN && Access.closesAtTimes(tags));
        String surface = tags.get(OsmKey.SURFACE);
        mark(flags, RoadFlag.UNPAVED, BAD_SURFACES.contains(surface) && !PAVED.contains(surface));
        Direction forward = ways.forward ? direction(roadClass, tags, ways, true, flags) : null;
        Direction backward = ways.backward ? direction(roadClass, tags, ways, false, flags) : null;
        return new SourceRoad(way, roadClass, tags.get(OsmKey.NAME), tags.get(OsmKey.REF), flags, forward, backward);
    }

    private static void mark(Set<RoadFlag> flags, RoadFlag flag, boolean isSo) {
        if (isSo) {
            flags.add(flag);
        }
    }

    private static Direction direction(
            RoadClass roadClass, OsmTags tags, Ways ways, boolean forward, Set<RoadFlag> flags) {
        ClassTable table = ClassTable.of(roadClass);
        OptionalDouble stated = lanes(tags, ways, forward);
        mark(flags, RoadFlag.LANES_GUESSED, stated.isEmpty());
        double lanes = stated.orElse(ways.sharesALane ? 0.5 : table.lanes());
        int capacity = table.capacityPerHour(lanes);
        return new Direction(pace(roadClass, tags, forward, flags), lanes, capacity, 0);
    }

    // ---------------------------------------------------------------------- speed

    private static Pace pace(RoadClass roadClass, OsmTags tags, boolean forward, Set<RoadFlag> flags) {
        if (roadClass == RoadClass.FERRY) {
            Optional<Long> duration = Durations.millis(tags.get(OsmKey.DURATION));
            if (duration.isPresent()) {
                return new Pace.Time(duration.get());
            }
        }
        OptionalDouble stated = statedKmh(tags, forward);
        mark(flags, RoadFlag.SPEED_GUESSED, stated.isEmpty());
        return new Pace.Speed(stated.orElseGet(() -> guessedKmh(roadClass, tags)));
    }

    private static OptionalDouble statedKmh(OsmTags tags, boolean forward) {
        OsmKey own = forward ? OsmKey.MAXSPEED_FORWARD : OsmKey.MAXSPEED_BACKWARD;
        for (OsmKey key : new OsmKey[] {
            own,
            OsmKey.MAXSPEED,
            OsmKey.MAXSPEED_TYPE,
            OsmKey.SOURCE_MAXSPEED,
            OsmKey.ZONE_MAXSPEED,
            OsmKey.ZONE_TRAFFIC
        }) {
            OptionalDouble kmh = SpeedTag.kmh(tags.get(key));
            if (kmh.isPresent()) {
                return kmh;
            }
        }
        return OptionalDouble.empty();
    }

    private static double guessedKmh(RoadClass roadClass, OsmTags tags) {
        double kmh = ClassTable.of(roadClass).kmh();
        if (roadClass == RoadClass.TRACK) {
            return switch (tags.get(OsmKey.TRACKTYPE)) {
                case "grade1" -> 20;
                case "grade3" -> 10;
                default -> kmh;
            };
        }
        return BAD_SURFACES.contains(tags.get(OsmKey.SURFACE)) ? Math.min(kmh, BAD_SURFACE_KMH) : kmh;
    }

    // ---------------------------------------------------------------------- lanes

    /** Stated lanes in one direction, in halves; empty if nothing usable is stated. */
    private static OptionalDouble lanes(OsmTags tags, Ways ways, boolean forward) {
        double all = number(tags.get(OsmKey.LANES));
        if (ways.count() == 1) {
            double own = number(tags.get(forward ? OsmKey.LANES_FORWARD : OsmKey.LANES_BACKWARD));
            return halves(own > 0 ? own : all);
        }
        double own = number(tags.get(forward ? OsmKey.LANES_FORWARD : OsmKey.LANES_BACKWARD));
        double other = number(tags.get(forward ? OsmKey.LANES_BACKWARD : OsmKey.LANES_FORWARD));
        if (own > 0) {
            return halves(own);
        }
        if (other > 0 && all > other) {
            return halves(all - other);
        }
        return halves(all / 2);
    }

    private static OptionalDouble halves(double lanes) {
        return lanes > 0 ? OptionalDouble.of(Math.max(0.5, Math.round(lanes * 2) / 2.0)) : OptionalDouble.empty();
    }

    /** A number of lanes, the least of several; 0 if there is none that can be. */
    private static double number(String text) {
        double least = Double.POSITIVE_INFINITY;
        for (String part : text.split(";", -1)) {
            String one = part.strip();
            if (LANES.matcher(one).matches()) {
                least = Math.min(least, Double.parseDouble(one));
            }
        }
        return least <= MOST_LANES ? least : 0;
    }

    /** The road's own number of lanes or speed is guessed in at least one direction. */
    static void count(SourceRoad road, Tally guessed) {
        if (road.flags().contains(RoadFlag.SPEED_GUESSED)) {
            guessed.add("speed of ways without a limit, from the table by class");
        }
        if (road.flags().contains(RoadFlag.LANES_GUESSED)) {
            guessed.add("lanes of ways without a number, from the table by class");
        }
    }

    /** Counts what is said of a road, and marked, but makes no difference. */
    static void countUnheeded(SourceRoad road, Tally unheeded) {
        if (road.flags().contains(RoadFlag.SIZE_LIMIT)) {
            unheeded.add("ways with a greatest height, width or length (marked size-limit)");
        }
        if (road.flags().contains(RoadFlag.WEIGHT_LIMIT)) {
            unheeded.add("ways with a greatest weight or axle load (marked weight-limit)");
        }
        if (road.flags().contains(RoadFlag.CLOSED_AT_TIMES)) {
            unheeded.add("ways that conditions, such as hours, close (marked closed-at-times)");
        }
    }
}
