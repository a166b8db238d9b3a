package org.safeconduct.road;

import java.util.Set;

/**
 * A turn that a sign forbids or prescribes. It is counted, and not heeded: in an evacuation police wave people through, and a network in which every
 * arc may be followed by every other keeps flows exact and small.
 *
 * @param kind as the source says it, such as {@code no_left_turn}
 * @param from the way that is left
 * @param via the node at which one turns; of rules over ways, 0
 * @param to the way that may not, or must, be taken
 */
record TurnRule(String kind, long from, long via, long to) {
    static final String OVER_WAYS = "over other ways";
    private static final Set<String> KINDS = Set.of(
            "no_left_turn",
            "no_right_turn",
            "no_straight_on",
            "no_u_turn",
            "no_entry",
            "no_exit",
            "only_left_turn",
            "only_right_turn",
            "only_straight_on",
            "only_u_turn");

    /** Whether a relation of these tags forbids turns to cars. */
    static boolean isTold(OsmTags tags) {
        return tags.is(OsmKey.TYPE, "restriction")
                && !kind(tags).isEmpty()
                && !tags.get(OsmKey.EXCEPT).contains("motorcar")
                && !tags.get(OsmKey.EXCEPT).contains("motor_vehicle");
    }

    /** What is forbidden, or prescribed; one that holds at times is told apart. */
    static String kind(OsmTags tags) {
        String always = tags.get(OsmKey.RESTRICTION);
        if (KINDS.contains(always)) {
            return always;
        }
        String atTimes = tags.get(OsmKey.RESTRICTION_CONDITIONAL);
        return KINDS.stream().anyMatch(atTimes::startsWith) ? "at some hours only" : "";
    }
}
