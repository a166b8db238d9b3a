package org.safeconduct.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds, so that it fails once with everything. */
final class Findings {

    private final List<String> found = new ArrayList<>();

    /** Notes one finding; {@code remedy} is an instruction: "split it", "name it after what it does". */
    void add(Path file, long line, String what, String remedy) {
        found.add(file + ":" + line + ": " + what + "; " + remedy);
    }

    List<String> all() {
        return List.copyOf(found);
    }

    void failIfAny() {
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + (found.size() == 1 ? " finding" : " findings") + "\n  "
                    + String.join("\n  ", found));
        }
    }
}
