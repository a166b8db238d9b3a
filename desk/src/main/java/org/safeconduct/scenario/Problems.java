package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while a scenario is read, or another file, so that all of it can be told at once. Not thread-safe. */
public final class Problems {
    private static final int MOST = 500;

    private final Set<InputProblem> found = new LinkedHashSet<>();
    private int count;

    public void add(Spot spot, String problem, String remedy) {
        count++;
        if (found.size() < MOST) {
            found.add(new InputProblem(spot.file(), spot.line(), spot.where(), spot.shown(), problem, remedy));
        }
    }

    /** How many were added so far: compare before and after to know whether a part was read without any. */
    public int count() {
        return count;
    }

    /** Ends reading if anything was found. */
    public void throwIfAny() throws InputProblems {
        if (!found.isEmpty()) {
            throw new InputProblems(sorted());
        }
    }

    private List<InputProblem> sorted() {
        List<InputProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((InputProblem p) -> !p.file().endsWith(".yaml"))
                .thenComparing(InputProblem::file)
                .thenComparingInt(InputProblem::line));
        if (found.size() == MOST) {
            String told = MOST + " problems are told; there may be more.";
            sorted.add(new InputProblem(sorted.getLast().file(), 0, "", "", told, "Mend these first."));
        }
        return sorted;
    }
}
