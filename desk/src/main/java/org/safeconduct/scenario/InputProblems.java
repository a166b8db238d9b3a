package org.safeconduct.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with some input, found in one go. Thrown by readers; only {@code cli} catches it. */
public final class InputProblems extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    public InputProblems(List<InputProblem> problems) {
        super(problems.stream().map(InputProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in file and line order; at least one. */
    public List<InputProblem> problems() {
        return problems;
    }
}
