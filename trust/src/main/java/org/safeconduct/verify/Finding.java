package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of verifying: of a bundle, or of the proof of an entry, intact, broken or incomplete, and no fourth; of a proof of two
 * histories, that it holds or proves nothing.
 */
public sealed interface Finding {

    /** What a command ends with: 0 intact; 1 broken, or two histories; 2 incomplete, or nothing proven. */
    int exitCode();

    /** The finding in plain words, the outcome first. */
    List<String> lines();

    /** Everything here is what the log and the authors signed. Not that it is true. */
    record Intact(Facts facts) implements Finding {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(
                    List.of("Intact: everything here is what its authors signed, in the order that the log signed."));
            lines.addAll(facts.lines());
            return lines;
        }
    }

    /** Something here is not what was signed. */
    record Broken(List<Fault> faults) implements Finding {
        public Broken {
            faults = List.copyOf(faults);
        }

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(List.of("Broken: something here is not what was signed."));
            faults.forEach(fault -> lines.add(fault.toString()));
            return lines;
        }
    }

    /** Nothing is wrong with what is here, but something that the finding takes is not. */
    record Incomplete(List<String> missing, Optional<Facts> facts) implements Finding {
        public Incomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public List<String> lines() {
            List<String> lines =
                    new ArrayList<>(List.of("Incomplete: nothing is wrong with what is here, but it is not enough."));
            lines.addAll(missing);
            facts.ifPresent(here -> lines.addAll(here.lines()));
            return lines;
        }
    }

    /** One key signed two histories. */
    record Forked(Fork fork) implements Finding {
        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(List.of("Two histories: the proof holds."));
            lines.addAll(fork.lines());
            return lines;
        }
    }

    /** What was brought as a proof of two histories shows nothing. */
    record NotProven(String why) implements Finding {
        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public List<String> lines() {
            return List.of("Nothing is proven: this shows no two histories.", why);
        }
    }
}
