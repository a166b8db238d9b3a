package org.safeconduct.road;

import java.util.Locale;
import java.util.Optional;

/** What kind of road an arc is: the drivable values of OpenStreetMap's {@code highway}, ferries, and what has no class. */
public enum RoadClass {
    MOTORWAY,
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
    SERVICE,
    TRACK,
    PEDESTRIAN,
    BUSWAY,
    /** A road of which the source does not know the class: {@code highway=road}. */
    ROAD,
    FERRY,
    /** The source has no classes, as a network made for a simulation. */
    OTHER;

    private static final RoadClass[] ALL = values();

    private final String tag = name().toLowerCase(Locale.ROOT);

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

    static RoadClass at(int ordinal) {
        return ALL[ordinal];
    }
}
