package org.safeconduct.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is left out and filled in while a file is read. Not thread-safe. */
final class ReadNotes {
    private final Tally dropped = new Tally();
    private final Tally guessed = new Tally();
    private final List<String> sentences = new ArrayList<>();

    void drop(String why) {
        dropped.add(why);
    }

    void guess(String what) {
        guessed.add(what);
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    /** The report, before the network is built. */
    ReadReport report(ReadReport about, long nodes, long roads) {
        return new ReadReport(
                about.source(),
                about.key(),
                about.format(),
                nodes,
                roads,
                0,
                dropped.counts(),
                guessed.counts(),
                Map.of(),
                sentences);
    }
}
