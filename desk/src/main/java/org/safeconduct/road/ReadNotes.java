package org.safeconduct.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts, while a file is read, what is left out and what is filled in. Not thread-safe. */
final class ReadNotes {
    private final Map<String, Long> dropped = new LinkedHashMap<>();
    private final Map<String, Long> guessed = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    void drop(String why) {
        dropped.merge(why, 1L, Long::sum);
    }

    void guess(String what) {
        guessed.merge(what, 1L, Long::sum);
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    /** The report, before the network is built. */
    ReadReport report(String file, String format, long nodes, long roads) {
        return new ReadReport(file, "", format, nodes, roads, 0, dropped, guessed, sentences);
    }
}
