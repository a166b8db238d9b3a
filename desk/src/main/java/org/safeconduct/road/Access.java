package org.safeconduct.road;

import java.util.List;
import java.util.Set;

/** Who may drive, as tags say it. */
enum Access {
    OPEN,
    /** Not for everybody; somebody could open it. */
    PRIVATE,
    CLOSED,
    UNSAID;

    private static final Set<String> OPEN_VALUES = Set.of(
            "yes", "permissive", "designated", "official", "destination", "customers", "public", "permit_online");
    private static final Set<String> PRIVATE_VALUES = Set.of(
            "private",
            "residents",
            "permit",
            "delivery",
            "agricultural",
            "forestry",
            "agricultural;forestry",
            "emergency",
            "military",
            "employees",
            "restricted",
            "psv",
            "bus",
            "hgv");
    private static final Set<String> CLOSED_VALUES = Set.of("no", "none", "impassable", "closed");

    private static final List<OsmKey> KEYS =
            List.of(OsmKey.MOTORCAR, OsmKey.MOTOR_VEHICLE, OsmKey.VEHICLE, OsmKey.ACCESS);
    private static final List<OsmKey> CONDITIONAL = List.of(
            OsmKey.MOTORCAR_CONDITIONAL,
            OsmKey.MOTOR_VEHICLE_CONDITIONAL,
            OsmKey.VEHICLE_CONDITIONAL,
            OsmKey.ACCESS_CONDITIONAL);
    private static final List<OsmKey> FORWARD =
            List.of(OsmKey.MOTORCAR_FORWARD, OsmKey.MOTOR_VEHICLE_FORWARD, OsmKey.VEHICLE_FORWARD);
    private static final List<OsmKey> BACKWARD =
            List.of(OsmKey.MOTORCAR_BACKWARD, OsmKey.MOTOR_VEHICLE_BACKWARD, OsmKey.VEHICLE_BACKWARD);

    /**
     * What the tags say of cars; the key nearest to cars decides. A way that is closed but for emergencies, or but for some hours, is private: we
     * do not know at what hour people will drive, and somebody could let them in.
     */
    static Access of(OsmTags tags) {
        Access access = first(tags, KEYS);
        boolean emergency = OPEN_VALUES.contains(tags.get(OsmKey.EMERGENCY));
        return access == CLOSED && (emergency || opensAtTimes(tags)) ? PRIVATE : access;
    }

    /** Whether cars are let in under a condition, such as {@code destination @ (Mo-Fr 06:00-11:00)}. */
    static boolean opensAtTimes(OsmTags tags) {
        return isConditional(tags, OPEN) || isConditional(tags, PRIVATE);
    }

    /** Whether cars are kept out, or some of them, under a condition. */
    static boolean closesAtTimes(OsmTags tags) {
        return isConditional(tags, CLOSED) || isConditional(tags, PRIVATE);
    }

    /** Whether a condition leads to some access. One on a key farther from cars than the key that decides without condition does not count. */
    private static boolean isConditional(OsmTags tags, Access wanted) {
        for (int key = 0; key < KEYS.size(); key++) {
            if (conditional(tags.get(CONDITIONAL.get(key)), wanted)) {
                return true;
            }
            if (ofValue(tags.get(KEYS.get(key))) != UNSAID) {
                return false;
            }
        }
        return false;
    }

    /** Whether one of {@code value @ (condition); value @ (condition)} is that access. */
    private static boolean conditional(String text, Access wanted) {
        int begin = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ';' -> begin = depth <= 0 ? i + 1 : begin;
                case '@' -> {
                    if (depth <= 0
                            && begin <= i
                            && ofPart(text.substring(begin, i).strip()) == wanted) {
                        return true;
                    }
                    begin = text.length();
                }
                default -> {}
            }
        }
        return false;
    }

    /** What the tags say of one direction alone. */
    static Access ofDirection(OsmTags tags, boolean forward) {
        return first(tags, forward ? FORWARD : BACKWARD);
    }

    private static Access first(OsmTags tags, List<OsmKey> keys) {
        for (OsmKey key : keys) {
            Access access = ofValue(tags.get(key));
            if (access != UNSAID) {
                return access;
            }
        }
        return UNSAID;
    }

    /** The most that one of several values allows. */
    private static Access ofValue(String value) {
        Access most = UNSAID;
        for (String part : value.split(";", -1)) {
            Access access = ofPart(part.strip());
            if (access != UNSAID && (most == UNSAID || access.compareTo(most) < 0)) {
                most = access;
            }
        }
        return most;
    }

    private static Access ofPart(String value) {
        if (OPEN_VALUES.contains(value)) {
            return OPEN;
        }
        if (PRIVATE_VALUES.contains(value)) {
            return PRIVATE;
        }
        return CLOSED_VALUES.contains(value) ? CLOSED : UNSAID;
    }
}
