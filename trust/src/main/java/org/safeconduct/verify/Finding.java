package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of verifying: of a bundle, or of the proof of an entry, intact, broken or incomplete, and no fourth; of a proof of two
 * histories, that it holds or proves nothing.
 */
public sealed interface Finding {

    /** Everything here is what the log and the authors signed. Not that it is true. */
    record Intact(Facts facts) implements Finding {}

    /** Something here is not what was signed. */
    record Broken(List<Fault> faults) implements Finding {
        public Broken {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing is wrong with what is here, but something that the finding takes is not. */
    record Incomplete(List<String> missing, Optional<Facts> facts) implements Finding {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** One key signed two histories. */
    record Forked(Fork fork) implements Finding {}

    /** What was brought as a proof of two histories shows nothing. */
    record NotProven(String why) implements Finding {}

    /** What a command ends with: 0 intact; 1 broken, or two histories; 2 incomplete, or nothing proven. */
    default int exitCode() {
        return switch (this) {
            case Intact _ -> 0;
            case Broken _, Forked _ -> 1;
            case Incomplete _, NotProven _ -> 2;
        };
    }

    /** The finding in plain words, the outcome first. */
    default List<String> lines() {
        List<String> lines = new ArrayList<>();
        switch (this) {
            case Intact intact -> {
                lines.add("Intact: everything here is what its authors signed, in the order that the log signed.");
                lines.addAll(intact.facts().lines());
            }
            case Broken broken -> {
                lines.add("Broken: something here is not what was signed.");
                broken.faults().forEach(fault -> lines.add(fault.toString()));
            }
            case Incomplete incomplete -> {
                lines.add("Incomplete: nothing is wrong with what is here, but it is not enough.");
                lines.addAll(incomplete.missing());
                incomplete.facts().ifPresent(here -> lines.addAll(here.lines()));
            }
            case Forked forked -> {
                lines.add("Two histories: the proof holds.");
                lines.addAll(forked.fork().lines());
            }
            case NotProven not -> {
                lines.add("Nothing is proven: this shows no two histories.");
                lines.add(not.why());
            }
        }
        return lines;
    }
}
