package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;
import org.safeconduct.flow.oracle.Seeds;

class FairSplitTest {

    @Test
    void equalRanksShareInProportionToTheirAmounts() {
        assertThat(broughtOverOneBridge(new int[] {100, 200, 300}, new int[] {0, 0, 0}))
                .containsExactly(10, 20, 30);
    }

    @Test
    void lowerRanksAreServedFirst() {
        assertThat(broughtOverOneBridge(new int[] {100, 40, 300}, new int[] {2, 1, 2}))
                .containsExactly(5, 40, 15);
    }

    @Test
    void whatCannotBeSharedEquallyGoesToTheFirst() {
        assertThat(broughtOverOneBridge(new int[] {100, 100, 100, 100, 100, 100, 100}, new int[7]))
                .containsExactly(9, 9, 9, 9, 8, 8, 8);
    }

    /** Sixty units in all pass a bridge in time. */
    private static int[] broughtOverOneBridge(int[] amounts, int[] ranks) {
        FlowProblem.Builder problem = FlowProblem.over(21);
        int bridge = problem.node();
        int end = problem.node();
        problem.arc(bridge, end, 1, Profile.always(3));
        for (int i = 0; i < amounts.length; i++) {
            int town = problem.node();
            problem.arc(town, bridge, 1, Profile.always(3));
            problem.source(new Source(town, amounts[i], 0, ranks[i]));
        }
        problem.sink(end);
        int[] brought = brought(verified(problem.build()));
        assertThat(Arrays.stream(brought).sum()).isEqualTo(60);
        return brought;
    }

    @Test
    void noExchangeBetweenTwoSourcesWouldBeFairer() {
        long one = Long.getLong("seed", -1);
        for (long seed = one < 0 ? 0 : one; seed < (one < 0 ? 600 : one + 1); seed++) {
            FlowProblem problem = seed % 2 == 0 ? TinyProblems.withoutLimits(seed) : TinyProblems.withLimits(seed);
            Solution solution = verified(problem);
            int[] brought = brought(solution);
            for (int to = 0; to < brought.length; to++) {
                for (int from = 0; from < brought.length; from++) {
                    if (to != from && isFairer(problem, brought, to, from)) {
                        int[] other = brought.clone();
                        other[to]++;
                        other[from]--;
                        assertThat(couldBring(solution, other))
                                .as(
                                        "-Dseed=%d: %s instead of %s",
                                        seed, Arrays.toString(other), Arrays.toString(brought))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void aSplitByRankBringsAsMuchOfEachRankAsAFairOne() {
        Seeds.each(600, random -> {
            long seed = random.nextLong();
            FlowProblem problem = seed % 2 == 0 ? TinyProblems.withoutLimits(seed) : TinyProblems.withLimits(seed);
            Options byRank = Options.standard().withSplit(Options.Split.BY_RANK);
            Solution split = problem.hasLimitedReception()
                    ? LimitedReception.byDeadline(problem, byRank)
                    : EarliestArrival.solve(problem, byRank);
            Solution fair = verified(problem);
            verify(split);
            assertThat(split.delivered()).isEqualTo(fair.delivered());
            assertThat(broughtByRank(split)).isEqualTo(broughtByRank(fair));
        });
    }

    private static Map<Integer, Integer> broughtByRank(Solution solution) {
        Map<Integer, Integer> ranks = new HashMap<>();
        int[] brought = brought(solution);
        for (int source = 0; source < brought.length; source++) {
            ranks.merge(solution.problem().sources().get(source).rank(), brought[source], Integer::sum);
        }
        return ranks;
    }

    private static boolean isFairer(FlowProblem problem, int[] brought, int to, int from) {
        Source taker = problem.sources().get(to);
        Source giver = problem.sources().get(from);
        if (brought[from] == 0 || brought[to] == taker.amount() || taker.rank() != giver.rank()) {
            return brought[from] > 0 && brought[to] < taker.amount() && taker.rank() < giver.rank();
        }
        long costs = (2L * brought[to] + 1) * giver.amount();
        long saves = (2L * brought[from] - 1) * taker.amount();
        return costs < saves || (costs == saves && to < from);
    }

    /** True if the same arrivals could be fed with other parts of the sources' amounts. */
    private static boolean couldBring(Solution solution, int[] amounts) {
        FlowProblem problem = solution.problem();
        FlowProblem.Builder same = problem.copyOver(problem.horizon());
        int[][] arrivals = new int[problem.sinks().size()][problem.horizon() + 1];
        for (Run run : solution.flow().arrivals()) {
            Arrays.fill(arrivals[run.item()], run.from(), run.to() + 1, run.amount());
        }
        int[] limits = new int[arrivals.length];
        Arrays.fill(limits, FlowProblem.UNLIMITED);
        for (int j = 0; j < arrivals.length; j++) {
            Profile rate = Profile.always(arrivals[j][0]);
            for (int step = 1; step <= problem.horizon(); step++) {
                rate = rate.from(step, Rate.perStep(arrivals[j][step]));
            }
            Sink sink = problem.sinks().get(j);
            same.sink(j, new Sink(sink.node(), FlowProblem.UNLIMITED, rate, sink.rank()));
        }
        long most = TimeExpanded.maxArrivedBy(same.build(), problem.horizon(), amounts, limits);
        return most == Arrays.stream(amounts).sum();
    }

    private static int[] brought(Solution solution) {
        int[] brought = new int[solution.problem().sources().size()];
        for (Run run : solution.flow().departures()) {
            brought[run.item()] += (int) run.total();
        }
        return brought;
    }

    private static Solution verified(FlowProblem problem) {
        Solution solution =
                problem.hasLimitedReception() ? LimitedReception.byDeadline(problem) : EarliestArrival.solve(problem);
        verify(solution);
        return solution;
    }

    private static void verify(Solution solution) {
        FlowProblem problem = solution.problem();
        List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                .isEmpty();
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sourceSide()))
                .isEmpty();
    }
}
