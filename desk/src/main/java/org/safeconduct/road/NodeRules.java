package org.safeconduct.road;

import java.util.ArrayList;
import java.util.List;
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

    /** Whether tags say something of those who drive over a node; cheap, to be asked first. */
    static boolean isTelling(OsmTags tags) {
        return !tags.isEmpty()
                && (tags.has(OsmKey.BARRIER)
                        || tags.has(OsmKey.FORD)
                        || tags.has(OsmKey.MAXHEIGHT)
                        || tags.has(OsmKey.MAXWIDTH));
    }

    /** What is to be marked at a node. */
    List<NodeMark> marks(OsmTags tags) {
        List<NodeMark> marks = new ArrayList<>();
        switch (judge(tags)) {
            case GATE -> marks.add(NodeMark.GATE);
            case BLOCKED -> marks.add(NodeMark.BLOCKED);
            case FREE -> {}
        }
        if (!WayRules.NO.contains(tags.get(OsmKey.FORD))) {
            marks.add(NodeMark.FORD);
        }
        if (Limits.ofSize(tags)) {
            marks.add(NodeMark.SIZE_LIMIT);
        }
        return marks;
    }

    Passage judge(OsmTags tags) {
        String barrier = tags.get(OsmKey.BARRIER);
        boolean isGate = GATES.contains(barrier);
        if (barrier.isEmpty()) {
            return Passage.FREE;
        }
        return isGate || BLOCKS.contains(barrier) ? atObstacle(tags, isGate) : atOther(tags);
    }

    private Passage atObstacle(OsmTags tags, boolean isGate) {
        return switch (Access.of(tags)) {
            case OPEN -> isGate ? Passage.GATE : Passage.FREE;
            case PRIVATE -> privateWays && isOpenable(tags, isGate) ? Passage.GATE : Passage.BLOCKED;
            case CLOSED -> privateWays && isGate ? Passage.GATE : Passage.BLOCKED;
            case UNSAID -> isGate || (privateWays && isOpenable(tags, false)) ? Passage.GATE : Passage.BLOCKED;
        };
    }

    /** A cattle grid, a kerb, a chicane: passed unless cars are kept out by a tag of its own. */
    private Passage atOther(OsmTags tags) {
        return switch (Access.of(tags)) {
            case OPEN, UNSAID -> Passage.FREE;
            case PRIVATE -> privateWays ? Passage.GATE : Passage.BLOCKED;
            case CLOSED -> Passage.BLOCKED;
        };
    }

    private static boolean isOpenable(OsmTags tags, boolean isGate) {
        return isGate || MOVABLE.contains(tags.get(OsmKey.BOLLARD));
    }
}
