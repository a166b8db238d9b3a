package org.safeconduct.flow.check;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; lists the first thousand and counts the rest. */
final class Findings {
    private static final int LISTED = 1000;

    private final List<Finding> listed = new ArrayList<>();
    private long more;

    void add(Finding finding) {
        if (listed.size() < LISTED) {
            listed.add(finding);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    List<Finding> toList() {
        List<Finding> all = new ArrayList<>(listed);
        if (more > 0) {
            all.add(new Finding.More(more));
        }
        return List.copyOf(all);
    }
}
