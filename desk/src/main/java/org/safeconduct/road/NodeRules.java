package org.safeconduct.road;

import java.util.Set;

/** What a barrier on a road means for those who drive there. */
final class NodeRules {

    /** What stands at a node. */
    enum Passage {
        FREE,
        /** Something that can be opened. */
        GATE,
        BLOCKED
    }

    private static final Set<String> GATES = Set.of(
            "gate",
            "lift_gate",
            "swing_gate",
            "sliding_gate",
            "sliding_beam",
            "hampshire_gate",
            "chain",
            "rope",
            "spikes",
            "wicket_gate",
            "border_control",
            "toll_booth",
            "yes");
    private static final Set<String> BLOCKS = Set.of(
            "bollard",
            "block",
            "jersey_barrier",
            "kissing_gate",
            "stile",
            "turnstile",
            "full-height_turnstile",
            "cycle_barrier",
            "motorcycle_barrier",
            "bus_trap",
            "sump_buster",
            "planter",
            "log",
            "debris",
            "fence",
            "wall",
            "hedge",
            "ditch",
            "guard_rail");
    private static final Set<String> MOVABLE = Set.of("removable", "rising", "foldable", "retractable");

    private final boolean privateWays;

    NodeRules(boolean privateWays) {
        this.privateWays = privateWays;
    }

    Passage judge(OsmTags tags) {
        String barrier = tags.get(OsmKey.BARRIER);
        boolean isGate = GATES.contains(barrier);
        if (!isGate && !BLOCKS.contains(barrier)) {
            return Passage.FREE;
        }
        return switch (Access.of(tags)) {
            case OPEN -> isGate ? Passage.GATE : Passage.FREE;
            case PRIVATE -> privateWays && isOpenable(tags, isGate) ? Passage.GATE : Passage.BLOCKED;
            case CLOSED -> privateWays && isGate ? Passage.GATE : Passage.BLOCKED;
            case UNSAID -> isGate || (privateWays && isOpenable(tags, false)) ? Passage.GATE : Passage.BLOCKED;
        };
    }

    private static boolean isOpenable(OsmTags tags, boolean isGate) {
        return isGate || MOVABLE.contains(tags.get(OsmKey.BOLLARD));
    }
}
