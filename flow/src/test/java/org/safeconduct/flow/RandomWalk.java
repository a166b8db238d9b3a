package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;

/** One unit that goes where it may without a plan, and ends as late as it can, if at all. */
final class RandomWalk {
    private final FlowProblem problem;
    private final Random random;
    private final List<Run> moves = new ArrayList<>();
    private final List<Run> waits = new ArrayList<>();

    private RandomWalk(FlowProblem problem, Random random) {
        this.problem = problem;
        this.random = random;
    }

    static Optional<FlowOverTime> of(FlowProblem problem, Random random) {
        return new RandomWalk(problem, random).walk();
    }

    private Optional<FlowOverTime> walk() {
        int source = random.nextInt(problem.sources().size());
        Source home = problem.sources().get(source);
        int node = home.node();
        int step = home.release();
        Optional<FlowOverTime> ended = Optional.empty();
        while (home.amount() > 0 && step <= problem.horizon()) {
            int now = step;
            int at = node;
            boolean passes = problem.nodes().get(at).throughput().at(now) > 0;
            for (int sink = 0; passes && sink < problem.sinks().size(); sink++) {
                Sink end = problem.sinks().get(sink);
                if (end.node() == at && end.limit() > 0 && end.rate().at(now) > 0) {
                    ended = Optional.of(new FlowOverTime(
                            List.of(new Run(source, home.release(), home.release(), 1)),
                            moves,
                            waits,
                            List.of(new Run(sink, now, now, 1))));
                }
            }
            List<Integer> open = passes ? open(at, now) : List.of();
            if (problem.nodes().get(at).room() > 0 && random.nextInt(open.size() + 1) == 0) {
                waits.add(new Run(at, now, now, 1));
                step++;
            } else if (open.isEmpty()) {
                break;
            } else {
                int arc = open.get(random.nextInt(open.size()));
                moves.add(new Run(arc, now, now, 1));
                step += problem.arcs().get(arc).transit();
                node = problem.arcs().get(arc).head();
            }
        }
        return ended;
    }

    private List<Integer> open(int node, int step) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < problem.arcs().size(); i++) {
            Arc arc = problem.arcs().get(i);
            if (arc.tail() == node && arc.capacity().at(step) > 0) {
                open.add(i);
            }
        }
        return open;
    }
}
