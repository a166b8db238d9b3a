package org.safeconduct.scenario;

import java.util.List;
import java.util.Map;

/** A YAML text as a tree in which every value knows where it stands. */
sealed interface Yaml {

    Spot spot();

    /** What a scalar without quotes looks like; in quotes it is always TEXT. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    record Scalar(Spot spot, Kind kind) implements Yaml {
        String text() {
            return spot.text();
        }
    }

    record Items(Spot spot, List<Yaml> items) implements Yaml {}

    /** Keys in file order; each value's line is its key's line. */
    record Fields(Spot spot, Map<String, Yaml> entries) implements Yaml {}

    /** What this is, in words. */
    default String noun() {
        return switch (this) {
            case Scalar scalar -> scalar.kind() == Kind.NOTHING ? "nothing" : "a single value";
            case Items items -> items.items().isEmpty() ? "an empty list" : "a list";
            case Fields fields -> fields.entries().isEmpty() ? "an empty mapping" : "a mapping";
        };
    }
}
