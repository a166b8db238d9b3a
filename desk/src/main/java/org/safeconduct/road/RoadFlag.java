package org.safeconduct.road;

import java.util.EnumSet;
import java.util.Set;

/** What can be true of an arc besides its class. */
public enum RoadFlag {
    BRIDGE(1 << 0),
    TUNNEL(1 << 1),
    /** Water runs over the road. */
    FORD(1 << 2),
    ROUNDABOUT(1 << 3),
    TOLL(1 << 4),
    /** A gate or another barrier that can be opened stands at one of its ends. */
    GATE(1 << 5),
    /** Not open to everybody; read because private ways were asked for. */
    PRIVATE(1 << 6),
    /** Gravel, earth or sand. */
    UNPAVED(1 << 7),
    /** The speed comes from a table, not from the source. */
    SPEED_GUESSED(1 << 8),
    /** The number of lanes comes from a table, not from the source. */
    LANES_GUESSED(1 << 9),
    /** The capacity comes from the source, not from class and lanes. */
    CAPACITY_STATED(1 << 10),
    /** A greatest height, width or length of vehicles is stated. */
    SIZE_LIMIT(1 << 11),
    /** A greatest weight or axle load of vehicles is stated. */
    WEIGHT_LIMIT(1 << 12),
    /** Open, but the source names conditions, such as hours, under which it is closed to all or some. */
    CLOSED_AT_TIMES(1 << 13);

    private static final RoadFlag[] ALL = values();

    private final int bit;

    RoadFlag(int bit) {
        this.bit = bit;
    }

    /** Its place among the bits of {@link Column#ARC_FLAGS}. */
    int bit() {
        return bit;
    }

    static int bits(Set<RoadFlag> flags) {
        int bits = 0;
        for (RoadFlag flag : flags) {
            bits |= flag.bit();
        }
        return bits;
    }

    static Set<RoadFlag> set(int bits) {
        Set<RoadFlag> flags = EnumSet.noneOf(RoadFlag.class);
        for (RoadFlag flag : ALL) {
            if ((bits & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
