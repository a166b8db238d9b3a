package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

class ReachTest {
    private static final int CASES = 300;

    @Test
    void rowsAreWhatLookingAtEveryArcInEveryStepFinds() {
        long seed = Long.getLong("seed", 1L);
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            FlowProblem problem = problem(random);
            int node = random.nextInt(problem.nodes().size());
            int step = random.nextInt(problem.horizon() + 2);
            assertThat(Reach.firstSteps(problem, node, step))
                    .as("from, -Dseed=%d", seed + i)
                    .isEqualTo(firsts(slowlyFrom(problem, node, step), problem.horizon() + 1));
            List<Integer> targets = List.of(node, random.nextInt(problem.nodes().size()));
            assertThat(Reach.to(problem, targets)).as("to, -Dseed=%d", seed + i).isEqualTo(slowlyTo(problem, targets));
        }
    }

    private static FlowProblem problem(Random random) {
        int horizon = 1 + random.nextInt(90);
        FlowProblem.Builder problem = FlowProblem.over(horizon);
        int nodes = 2 + random.nextInt(6);
        for (int i = 0; i < nodes; i++) {
            problem.node(new FlowProblem.Node(random.nextInt(3) == 0 ? 5 : 0, profile(random, horizon)));
        }
        for (int i = 0; i < 3 * nodes; i++) {
            problem.arc(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(9), profile(random, horizon));
        }
        return problem.build();
    }

    private static Profile profile(Random random, int horizon) {
        if (random.nextBoolean()) {
            return Profile.unlimited();
        }
        int from = random.nextInt(horizon + 1);
        return Profile.closed().from(from, Rate.perStep(2)).from(from + 1 + random.nextInt(horizon), Rate.NONE);
    }

    private static BitSet[] slowlyFrom(FlowProblem problem, int node, int step) {
        BitSet[] reached = empty(problem);
        if (step <= problem.horizon()) {
            reached[node].set(step, problem.horizon() + 1);
        }
        for (int k = step; k <= problem.horizon(); k++) {
            for (FlowProblem.Arc arc : problem.arcs()) {
                if (k + arc.transit() <= problem.horizon() && reached[arc.tail()].get(k) && passes(problem, arc, k)) {
                    reached[arc.head()].set(k + arc.transit());
                }
            }
            for (int n = 0; n < reached.length; n++) {
                if (k < problem.horizon() && problem.nodes().get(n).room() > 0 && reached[n].get(k)) {
                    reached[n].set(k + 1);
                }
            }
        }
        return reached;
    }

    private static int[] firsts(BitSet[] rows, int never) {
        return Arrays.stream(rows)
                .mapToInt(row -> row.isEmpty() ? never : row.nextSetBit(0))
                .toArray();
    }

    private static BitSet[] slowlyTo(FlowProblem problem, List<Integer> targets) {
        BitSet[] able = empty(problem);
        targets.forEach(target -> able[target].set(0, problem.horizon() + 1));
        for (int k = problem.horizon(); k >= 0; k--) {
            for (FlowProblem.Arc arc : problem.arcs()) {
                if (k + arc.transit() <= problem.horizon()
                        && able[arc.head()].get(k + arc.transit())
                        && passes(problem, arc, k)) {
                    able[arc.tail()].set(k);
                }
            }
            for (int n = 0; n < able.length; n++) {
                if (k < problem.horizon() && problem.nodes().get(n).room() > 0 && able[n].get(k + 1)) {
                    able[n].set(k);
                }
            }
        }
        return able;
    }

    private static boolean passes(FlowProblem problem, FlowProblem.Arc arc, int k) {
        return arc.capacity().rateAt(k).units() > 0
                && problem.nodes().get(arc.tail()).throughput().rateAt(k).units() > 0;
    }

    private static BitSet[] empty(FlowProblem problem) {
        BitSet[] sets = new BitSet[problem.nodes().size()];
        for (int node = 0; node < sets.length; node++) {
            sets[node] = new BitSet();
        }
        return sets;
    }
}
