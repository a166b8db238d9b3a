package org.safeconduct.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeconduct.record.Checkpoint;

/**
 * What a bundle was found to hold.
 *
 * @param checkpoint the log's signed word
 * @param seenBy witnesses of the policy that saw it, and when
 * @param unseenBy the others
 * @param held entries that are here
 * @param withheld entries whose place and hash are here, but not their words
 * @param authors keys that signed the entries here
 * @param disclosed commitments opened
 * @param remarks what a reader should know and what breaks nothing
 */
public record Facts(
        Checkpoint checkpoint,
        SortedMap<String, Instant> seenBy,
        List<String> unseenBy,
        long held,
        long withheld,
        int authors,
        int disclosed,
        List<String> remarks) {

    public Facts {
        seenBy = Collections.unmodifiableSortedMap(new TreeMap<>(seenBy));
        unseenBy = List.copyOf(unseenBy);
        remarks = List.copyOf(remarks);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Log " + checkpoint.origin() + ", " + checkpoint.head().size() + " entries, root "
                + checkpoint.head().root().toHex());
        lines.add(held + " entries are here, by " + authors + " keys; " + withheld + " are withheld: their place is"
                + " fixed, their words are not here");
        lines.add(disclosed + " commitments are opened");
        seenBy.forEach((name, time) -> lines.add("Witness " + name + " saw the log grow to this size, " + time));
        unseenBy.forEach(name -> lines.add("Witness " + name + " has not been seen on this checkpoint"));
        lines.addAll(remarks);
        return lines;
    }
}
