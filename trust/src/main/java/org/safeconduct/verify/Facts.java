package org.safeconduct.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Json;
import org.safeconduct.record.Opening;

/**
 * What a bundle was found to hold.
 *
 * @param checkpoint the log's signed word
 * @param seenBy witnesses of the policy that saw it, and when
 * @param unseenBy the others
 * @param held entries that are here
 * @param withheld entries whose place and hash are here, but not their words
 * @param authors keys that signed the entries here
 * @param opened commitments whose disclosures are here
 * @param remarks what a reader should know and what breaks nothing
 */
public record Facts(
        Checkpoint checkpoint,
        SortedMap<String, Instant> seenBy,
        List<String> unseenBy,
        long held,
        long withheld,
        int authors,
        List<Opened> opened,
        List<String> remarks) {

    private static final int SHOWN = 200;

    /**
     * A commitment that is opened here: what an author had said and not shown.
     *
     * @param entry index of the entry that holds the commitment
     */
    public record Opened(long entry, String field, Json value) {
        String line() {
            String json = new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
            String beginning = json.codePointCount(0, json.length()) <= SHOWN
                    ? json
                    : json.substring(0, json.offsetByCodePoints(0, SHOWN)) + "…";
            return "Entry " + entry + " had committed to \"" + field + "\": " + beginning;
        }
    }

    public Facts {
        seenBy = Collections.unmodifiableSortedMap(new TreeMap<>(seenBy));
        unseenBy = List.copyOf(unseenBy);
        opened = List.copyOf(opened);
        remarks = List.copyOf(remarks);
    }

    /** What is told of a checkpoint that can be trusted, and of what is here beside it. */
    static Facts of(Opening.Trusted of, long held, int authors, List<Opened> opened, List<String> remarks) {
        TreeMap<String, Instant> seenBy = new TreeMap<>();
        of.seenBy().forEach((name, cosignature) -> seenBy.put(name, cosignature.time()));
        Checkpoint checkpoint = of.checkpoint();
        long withheld = checkpoint.head().size() - held;
        return new Facts(checkpoint, seenBy, of.unseenBy(), held, withheld, authors, opened, remarks);
    }

    /** What the policy still wants of witnesses; nothing if enough have seen it. */
    static List<String> listUnseen(Opening.Trusted of) {
        return of.isSettled()
                ? List.of()
                : List.of("The policy wants more witnesses to have seen this checkpoint: not seen by "
                        + String.join(", ", of.unseenBy()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Log " + checkpoint.origin() + ", "
                + count(checkpoint.head().size(), "entry", "entries") + ", root "
                + checkpoint.head().root().toHex());
        lines.add(count(held, "entry is", "entries are") + " here, by " + count(authors, "key", "keys") + "; "
                + withheldWords());
        lines.add(
                opened.isEmpty()
                        ? "No commitment is opened"
                        : count(opened.size(), "commitment is", "commitments are") + " opened");
        opened.forEach(one -> lines.add(one.line()));
        seenBy.forEach((name, time) -> lines.add("Witness " + name + " saw the log grow to this size, " + time));
        unseenBy.forEach(name -> lines.add("Witness " + name + " has not been seen on this checkpoint"));
        lines.addAll(remarks);
        return lines;
    }

    private String withheldWords() {
        return withheld == 0
                ? "none is withheld"
                : count(
                        withheld,
                        "is withheld: its place is fixed, its words are not here",
                        "are withheld: their place is fixed, their words are not here");
    }

    /** A number and what it counts. */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
