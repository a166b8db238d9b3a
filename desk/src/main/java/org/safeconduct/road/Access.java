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
    private static final List<OsmKey> FORWARD =
            List.of(OsmKey.MOTORCAR_FORWARD, OsmKey.MOTOR_VEHICLE_FORWARD, OsmKey.VEHICLE_FORWARD);
    private static final List<OsmKey> BACKWARD =
            List.of(OsmKey.MOTORCAR_BACKWARD, OsmKey.MOTOR_VEHICLE_BACKWARD, OsmKey.VEHICLE_BACKWARD);

    /** What the tags say of cars; the key nearest to cars decides. A way closed but for emergencies is private. */
    static Access of(OsmTags tags) {
        Access access = first(tags, KEYS);
        boolean emergency = OPEN_VALUES.contains(tags.get(OsmKey.EMERGENCY));
        return access == CLOSED && emergency ? PRIVATE : access;
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
