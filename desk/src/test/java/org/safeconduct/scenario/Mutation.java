package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a tree of maps and lists at random places, the same for the same seed. */
final class Mutation {
    private static final List<Object> VALUES = Arrays.asList(
            -1,
            0,
            1,
            7.5,
            1e12,
            "",
            " ",
            "x",
            "all",
            "9:00",
            "2022-03-05 09:00",
            "90 min",
            "north",
            true,
            false,
            null,
            List.of(),
            List.of("x"),
            Map.of(),
            Map.of("value", 1),
            Map.of("low", 1, "high", 2, "by", "x"));

    private record Slot(Object parent, Object key) {}

    private Mutation() {}

    /** Makes some changes and says which. */
    static List<String> of(Object tree, int changes, Random random) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            List<Slot> slots = new ArrayList<>();
            collect(tree, slots);
            Slot slot = slots.get(random.nextInt(slots.size()));
            Object value = VALUES.get(random.nextInt(VALUES.size()));
            boolean removed = random.nextInt(5) == 0;
            apply(slot, value, removed);
            made.add(slot.key() + (removed ? " removed" : " = " + value));
        }
        return made;
    }

    @SuppressWarnings("unchecked")
    private static void apply(Slot slot, Object value, boolean remove) {
        if (slot.parent() instanceof Map<?, ?> map) {
            if (remove) {
                map.remove(slot.key());
            } else {
                ((Map<Object, Object>) map).put(slot.key(), value);
            }
        } else if (slot.parent() instanceof List<?> list) {
            int index = (Integer) slot.key();
            if (remove) {
                list.remove(index);
            } else {
                ((List<Object>) list).set(index, value);
            }
        }
    }

    private static void collect(Object node, List<Slot> slots) {
        if (node instanceof Map<?, ?> map && !isFixed(map)) {
            map.forEach((key, value) -> {
                slots.add(new Slot(map, key));
                collect(value, slots);
            });
        } else if (node instanceof List<?> list && !isFixed(list)) {
            for (int i = 0; i < list.size(); i++) {
                slots.add(new Slot(list, i));
                collect(list.get(i), slots);
            }
        }
    }

    /** Values put in by an earlier change cannot be changed again. */
    private static boolean isFixed(Object node) {
        return VALUES.contains(node);
    }
}
