package org.safeconduct.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the roads of a source are, without their nodes: a few numbers each, because most are like one another. */
final class RoadTable {
    private static final int GUESSES = RoadFlag.bits(Set.of(RoadFlag.SPEED_GUESSED, RoadFlag.LANES_GUESSED));

    /** What many roads have in common. */
    private record Kind(
            RoadClass roadClass,
            int flags,
            @Nullable Direction forward,
            @Nullable Direction backward) {}

    private final Map<Kind, Integer> kindNumbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Integer> textNumbers = new HashMap<>(Map.of("", 0));
    private final List<String> texts = new ArrayList<>(List.of(""));
    private final LongList ways = new LongList();
    private final IntList kind = new IntList();
    private final IntList names = new IntList();
    private final IntList refs = new IntList();

    void add(SourceRoad road) {
        Kind key = new Kind(road.roadClass(), RoadFlag.bits(road.flags()), road.forward(), road.backward());
        Integer known = kindNumbers.get(key);
        if (known == null) {
            known = kinds.size();
            kindNumbers.put(key, known);
            kinds.add(key);
        }
        kind.add(known);
        ways.add(road.way());
        names.add(number(road.name()));
        refs.add(number(road.ref()));
    }

    private int number(String text) {
        Integer known = textNumbers.putIfAbsent(text, texts.size());
        if (known == null) {
            texts.add(text);
            return texts.size() - 1;
        }
        return known;
    }

    /** The number of a way: its id if that is one, else beyond all numbers, as far as its id stands in the texts. */
    long way(String id) {
        return NodeNumbers.find(id).orElseGet(() -> NodeNumbers.FIRST_WORD + number(id));
    }

    int size() {
        return ways.size();
    }

    long way(int road) {
        return ways.get(road);
    }

    int name(int road) {
        return names.get(road);
    }

    int ref(int road) {
        return refs.get(road);
    }

    RoadClass roadClass(int road) {
        return kinds.get(kind.get(road)).roadClass;
    }

    int flags(int road) {
        return kinds.get(kind.get(road)).flags;
    }

    @Nullable
    Direction forward(int road) {
        return kinds.get(kind.get(road)).forward;
    }

    @Nullable
    Direction backward(int road) {
        return kinds.get(kind.get(road)).backward;
    }

    /** One direction of a road that has it. */
    Direction direction(int road, boolean forward) {
        Direction direction = forward ? forward(road) : backward(road);
        if (direction == null) {
            throw new IllegalStateException("road " + road + " has no such direction");
        }
        return direction;
    }

    /** True if nobody who plans would tell one direction of a road from one of another, but for speed and length. */
    boolean isAlike(int a, boolean aForward, int b, boolean bForward) {
        if (a == b && aForward == bForward) {
            return true;
        }
        Direction one = direction(a, aForward);
        Direction other = direction(b, bForward);
        return roadClass(a) == roadClass(b)
                && (flags(a) & ~GUESSES) == (flags(b) & ~GUESSES)
                && one.halfLanes() == other.halfLanes()
                && one.capacityPerHour() == other.capacityPerHour()
                && name(a) == name(b)
                && ref(a) == ref(b);
    }

    /** All names and numbers, by their numbers. */
    List<String> texts() {
        return texts;
    }
}
