package org.safeconduct.road;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers for ids: a whole number is its own, any other text gets one beyond all of them. Not thread-safe. */
final class NodeNumbers {
    /** No number that an id can be is as large. */
    static final long FIRST_WORD = 1L << 62;

    private static final Pattern NUMBER = Pattern.compile("-?[1-9]\\d{0,17}|0");

    private final Map<String, Long> words = new HashMap<>();

    /** The same for the same id, another for another one. */
    long of(String id) {
        return find(id).orElseGet(() -> words.computeIfAbsent(id, word -> FIRST_WORD + words.size()));
    }

    /** The number that an id is, if it is written as one. */
    static OptionalLong find(String id) {
        return NUMBER.matcher(id).matches() ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }
}
