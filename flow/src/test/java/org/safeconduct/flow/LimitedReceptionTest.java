package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

class LimitedReceptionTest {

    @Test
    void aFullSinkTakesNoMore() {
        FlowProblem problem = nearAndFar(10, 0, FlowProblem.UNLIMITED, 0, 9);
        Solution solution = verified(problem);
        assertThat(solution.claim()).isEqualTo(Solution.Claim.BY_DEADLINE);
        assertThat(received(solution)).containsExactly(10, 10);
    }

    @Test
    void sinksOfLowerRankAreFilledFirst() {
        assertThat(received(verified(nearAndFar(12, 1, 12, 0, 9)))).containsExactly(8, 12);
        assertThat(received(verified(nearAndFar(12, 0, 12, 1, 9)))).containsExactly(12, 8);
    }

    @Test
    void allHaveArrivedNoSoonerThanLimitsAllow() {
        FlowProblem problem = nearAndFar(5, 0, FlowProblem.UNLIMITED, 0, 40);
        Solution quickest = LimitedReception.quickest(problem).orElseThrow();
        int horizon = quickest.problem().horizon();
        assertThat(quickest.delivered()).isEqualTo(20);
        assertThat(TimeExpanded.maxArrivedBy(problem, horizon - 1)).isLessThan(20);
    }

    @Test
    void whereLimitsHoldLessThanAllNoHorizonIsLongEnough() {
        assertThat(LimitedReception.quickest(nearAndFar(5, 0, 14, 0, 40))).isEmpty();
        assertThat(LimitedReception.upperCurve(nearAndFar(5, 0, 14, 0, 40))[40]).isEqualTo(19);
    }

    /** Twenty units, two a step, two steps from one place and five from another. */
    private static FlowProblem nearAndFar(int near, int nearRank, int far, int farRank, int horizon) {
        FlowProblem.Builder problem = FlowProblem.over(horizon);
        int start = problem.node();
        int first = problem.node();
        int second = problem.node();
        problem.arc(start, first, 2, Profile.always(2));
        problem.arc(start, second, 5, Profile.always(4));
        problem.source(start, 20, 0);
        problem.sink(new Sink(first, near, Profile.unlimited(), nearRank));
        problem.sink(new Sink(second, far, Profile.unlimited(), farRank));
        return problem.build();
    }

    @Test
    void totalsAndSharesOfRanksAreTheMaximumOfTheNetworkWrittenOut() {
        long one = Long.getLong("seed", -1);
        for (long seed = one < 0 ? 0 : one; seed < (one < 0 ? 1500 : one + 1); seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            Solution solution = verified(problem);
            for (int rank = 0; rank < 3; rank++) {
                assertThat(receivedUpTo(rank, solution))
                        .as("-Dseed=%d, ranks up to %d", seed, rank)
                        .isEqualTo(mostUpTo(rank, problem));
            }
        }
    }

    @Test
    void labelsMadeInAdvanceChangeNothing() {
        for (long seed = 0; seed < 1500; seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            ByDeadline run = new ByDeadline(problem, Options.standard());
            run.filler.hurry();
            run.run();
            assertThat(problem.supply() - run.filler.flow.allStock())
                    .as("seed %d", seed)
                    .isEqualTo(LimitedReception.byDeadline(problem).delivered());
        }
    }

    @Test
    void theQuickestHorizonIsTheFirstThatTheNetworkWrittenOutAllows() {
        for (long seed = 0; seed < 300; seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            int horizon = 0;
            while (horizon <= problem.horizon() && TimeExpanded.maxArrivedBy(problem, horizon) < problem.supply()) {
                horizon++;
            }
            Optional<Solution> quickest = LimitedReception.quickest(problem);
            assertThat(quickest.map(solution -> solution.problem().horizon()).orElse(problem.horizon() + 1))
                    .as("-Dseed=%d", seed)
                    .isEqualTo(horizon);
        }
    }

    @Test
    void theUpperCurveIsNeverBelowWhatCanHaveArrived() {
        for (long seed = 0; seed < 200; seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            long[] upper = LimitedReception.upperCurve(problem);
            for (int step = 0; step <= problem.horizon(); step++) {
                assertThat(upper[step]).isGreaterThanOrEqualTo(TimeExpanded.maxArrivedBy(problem, step));
            }
        }
    }

    private static long receivedUpTo(int rank, Solution solution) {
        long[] received = received(solution);
        long sum = 0;
        for (int j = 0; j < received.length; j++) {
            sum += solution.problem().sinks().get(j).rank() <= rank ? received[j] : 0;
        }
        return sum;
    }

    private static long mostUpTo(int rank, FlowProblem problem) {
        int[] amounts =
                problem.sources().stream().mapToInt(FlowProblem.Source::amount).toArray();
        int[] limits = problem.sinks().stream()
                .mapToInt(sink -> sink.rank() <= rank ? sink.limit() : 0)
                .toArray();
        return TimeExpanded.maxArrivedBy(problem, problem.horizon(), amounts, limits);
    }

    private static long[] received(Solution solution) {
        long[] received = new long[solution.problem().sinks().size()];
        for (Run run : solution.flow().arrivals()) {
            received[run.item()] += run.total();
        }
        return received;
    }

    private static Solution verified(FlowProblem problem) {
        Solution solution = LimitedReception.byDeadline(problem);
        List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
        for (CutFamily side : Arrays.asList(solution.sinkSide(), solution.sourceSide())) {
            assertThat(FlowChecker.verify(problem, layers, solution.curve(), side))
                    .isEmpty();
        }
        return solution;
    }
}
