package org.safeconduct.road;

import java.util.Locale;
import java.util.Optional;

/** What kind of road an arc is: the drivable values of OpenStreetMap's {@code highway}, ferries, and what has no class. */
public enum RoadClass {
    MOTORWAY(0),
    MOTORWAY_LINK(1),
    TRUNK(2),
    TRUNK_LINK(3),
    PRIMARY(4),
    PRIMARY_LINK(5),
    SECONDARY(6),
    SECONDARY_LINK(7),
    TERTIARY(8),
    TERTIARY_LINK(9),
    UNCLASSIFIED(10),
    RESIDENTIAL(11),
    LIVING_STREET(12),
    SERVICE(13),
    TRACK(14),
    PEDESTRIAN(15),
    BUSWAY(16),
    /** A road of which the source does not know the class: {@code highway=road}. */
    ROAD(17),
    FERRY(18),
    /** The source has no classes, as a network made for a simulation. */
    OTHER(19);

    private static final RoadClass[] ALL = values();

    private final int code;
    private final String tag = name().toLowerCase(Locale.ROOT);

    RoadClass(int code) {
        this.code = code;
    }

    /** The word of the source, such as {@code motorway_link}. */
    public String tag() {
        return tag;
    }

    /** True for ramps and slip roads. */
    public boolean isLink() {
        return tag.endsWith("_link");
    }

    /** The class of a word such as {@code motorway_link}; empty if it is none of ours. */
    public static Optional<RoadClass> find(String tag) {
        for (RoadClass one : ALL) {
            if (one.tag.equals(tag)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The number that stands in {@link Column#ARC_CLASS}: from 0, in the order above. */
    int code() {
        return code;
    }

    static RoadClass ofCode(int code) {
        return ALL[code];
    }
}
