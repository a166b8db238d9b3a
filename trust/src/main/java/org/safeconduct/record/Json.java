package org.safeconduct.record;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value as the record allows it: no fractions, no text that can be written in two ways.
 *
 * <p>A value that exists can be written; {@link CanonicalJson} writes it in the one way there is.
 */
public sealed interface Json {

    /** The greatest whole number that every JSON reader keeps exact. */
    long GREATEST = (1L << 53) - 1;

    /** An object: names in the order of their UTF-16 code units, each once. */
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values.keySet().forEach(Json::requireText);
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public static Members of(Map<String, Json> values) {
            return new Members(new TreeMap<>(values));
        }

        public Optional<Json> find(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }

    /** An array. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A string in NFC, of assigned characters only. */
    record Text(String value) implements Json {
        public Text {
            requireText(value);
        }
    }

    /** A whole number from -(2^53 - 1) to 2^53 - 1. */
    record Whole(long value) implements Json {
        public Whole {
            if (value < -GREATEST || value > GREATEST) {
                throw new IllegalArgumentException(value + " is beyond 2^53 - 1; write it as a string");
            }
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** The value null. */
    record Nothing() implements Json {}

    private static void requireText(String value) {
        TextRule.flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("\"" + value + "\" " + flaw);
        });
    }
}
