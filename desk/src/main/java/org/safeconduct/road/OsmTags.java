package org.safeconduct.road;

import java.util.EnumMap;
import java.util.Map;

/** The tags of one way or node, as far as they are read. Used again and again. */
final class OsmTags {
    private final Map<OsmKey, String> values = new EnumMap<>(OsmKey.class);

    void clear() {
        if (!values.isEmpty()) {
            values.clear(); // goes through all keys, and most nodes have none
        }
    }

    void put(OsmKey key, String value) {
        values.put(key, value);
    }

    /** The value of a key; empty if there is none. */
    String get(OsmKey key) {
        return values.getOrDefault(key, "");
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean has(OsmKey key) {
        return values.containsKey(key);
    }

    boolean is(OsmKey key, String value) {
        return get(key).equals(value);
    }
}
