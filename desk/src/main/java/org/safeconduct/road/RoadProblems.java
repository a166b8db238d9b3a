package org.safeconduct.road;

import java.util.List;
import java.util.stream.Collectors;

/** All that was found wrong with a road file. Thrown by readers; only {@code cli} catches it. */
public final class RoadProblems extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RoadProblem> problems;

    public RoadProblems(List<RoadProblem> problems) {
        super(problems.stream().map(RoadProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A single problem. */
    public RoadProblems(RoadProblem problem) {
        this(List.of(problem));
    }

    /** What is wrong; at least one. */
    public List<RoadProblem> problems() {
        return problems;
    }
}
