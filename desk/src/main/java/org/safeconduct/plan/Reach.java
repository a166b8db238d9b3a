package org.safeconduct.plan;

import java.util.BitSet;
import java.util.List;
import org.safeconduct.flow.FlowProblem;

/**
 * Who could be where on an empty road: which nodes can be reached in which steps, windows and closures respected, no one else travelling.
 *
 * <p>Slow and obvious on purpose: every arc is looked at in every step. A vehicle waits where the network gives it room.
 */
final class Reach {

    private Reach() {}

    /** For each node the steps in which a vehicle can be there that is ready at {@code node} from step {@code step} on and may start when it likes. */
    static BitSet[] from(FlowProblem problem, int node, int step) {
        BitSet[] reached = empty(problem);
        if (step <= problem.horizon()) {
            reached[node].set(step, problem.horizon() + 1);
        }
        for (int k = Math.max(0, step); k <= problem.horizon(); k++) {
            for (FlowProblem.Arc arc : problem.arcs()) {
                int arrival = k + arc.transit();
                if (arrival <= problem.horizon() && reached[arc.tail()].get(k) && passes(problem, arc, k)) {
                    reached[arc.head()].set(arrival);
                }
            }
            waitOn(problem, reached, k);
        }
        return reached;
    }

    /** For each node the steps from which a vehicle there can still get to one of {@code targets} by the horizon. */
    static BitSet[] to(FlowProblem problem, List<Integer> targets) {
        BitSet[] able = empty(problem);
        for (int target : targets) {
            able[target].set(0, problem.horizon() + 1);
        }
        for (int k = problem.horizon(); k >= 0; k--) {
            for (FlowProblem.Arc arc : problem.arcs()) {
                int arrival = k + arc.transit();
                if (arrival <= problem.horizon() && able[arc.head()].get(arrival) && passes(problem, arc, k)) {
                    able[arc.tail()].set(k);
                }
            }
            if (k < problem.horizon()) {
                for (int node = 0; node < able.length; node++) {
                    if (problem.nodes().get(node).room() > 0 && able[node].get(k + 1)) {
                        able[node].set(k);
                    }
                }
            }
        }
        return able;
    }

    private static void waitOn(FlowProblem problem, BitSet[] reached, int k) {
        if (k < problem.horizon()) {
            for (int node = 0; node < reached.length; node++) {
                if (problem.nodes().get(node).room() > 0 && reached[node].get(k)) {
                    reached[node].set(k + 1);
                }
            }
        }
    }

    private static boolean passes(FlowProblem problem, FlowProblem.Arc arc, int k) {
        // A rate of 1 in 6 steps is open in all of them: the beat shifts with the traffic before.
        return arc.capacity().rateAt(k).units() > 0
                && problem.nodes().get(arc.tail()).throughput().rateAt(k).units() > 0;
    }

    private static BitSet[] empty(FlowProblem problem) {
        BitSet[] sets = new BitSet[problem.nodes().size()];
        for (int node = 0; node < sets.length; node++) {
            sets[node] = new BitSet(problem.horizon() + 1);
        }
        return sets;
    }
}
