package org.safeconduct.road;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers for ids: a whole number is its own, any other text gets one beyond all of them. Not thread-safe. */
final class NodeNumbers {
    private static final Pattern NUMBER = Pattern.compile("-?[1-9]\\d{0,17}|0");
    private static final long FIRST_WORD = 1L << 62;

    private final Map<String, Long> words = new HashMap<>();

    /** The same for the same id, another for another one. */
    long of(String id) {
        if (NUMBER.matcher(id).matches()) {
            return Long.parseLong(id);
        }
        return words.computeIfAbsent(id, word -> FIRST_WORD + words.size());
    }
}
