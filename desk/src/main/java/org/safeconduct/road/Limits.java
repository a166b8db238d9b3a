package org.safeconduct.road;

import java.util.List;

/** Limits of what a vehicle may measure and weigh. They are marked, but not heeded: no vehicle is known here. */
final class Limits {
    private static final List<OsmKey> OF_SIZE = List.of(OsmKey.MAXHEIGHT, OsmKey.MAXWIDTH, OsmKey.MAXLENGTH);
    private static final List<OsmKey> OF_WEIGHT = List.of(OsmKey.MAXWEIGHT, OsmKey.MAXAXLELOAD);

    private Limits() {}

    /** Whether a height, width or length is stated. */
    static boolean ofSize(OsmTags tags) {
        return OF_SIZE.stream().anyMatch(key -> isLimit(tags.get(key)));
    }

    /** Whether a weight or axle load is stated. */
    static boolean ofWeight(OsmTags tags) {
        return OF_WEIGHT.stream().anyMatch(key -> isLimit(tags.get(key)));
    }

    /** A limit begins with a digit; {@code default}, {@code none} and {@code below_default} do not. */
    private static boolean isLimit(String value) {
        return !value.isEmpty() && value.charAt(0) >= '0' && value.charAt(0) <= '9';
    }
}
