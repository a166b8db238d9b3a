package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Decomposition;
import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.LimitedReception;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** Whatever the problem: the flow without needless circles passes the checker with the proof of the flow it was made from, and nobody leaves sooner or arrives at another time or end. */
class DirectWaysOracleTest {

    @Test
    void aFlowWithoutNeedlessCirclesIsTheSameInAllThatCounts() {
        Seeds.each(Seeds.FAST, DirectWaysOracleTest::check);
    }

    @Test
    @Tag("ci")
    void aFlowWithoutNeedlessCirclesIsTheSameInAllThatCountsManyTimesMore() {
        Seeds.each(2 * Seeds.THOROUGH, DirectWaysOracleTest::check);
    }

    private static void check(Random random) {
        FlowProblem problem = switch (random.nextInt(4)) {
            case 0 -> RandomProblem.unlimited(random);
            case 1 -> RandomProblem.limited(random);
            case 2 -> StreetProblem.make(random);
            default -> GridProblem.make(random);
        };
        Solution solution = LimitedReception.byDeadline(problem);
        DirectWays direct = DirectWays.of(problem, solution.flow());
        Layer flow = Layer.only(problem, direct.flow());
        assertThat(FlowChecker.feasibility(problem, List.of(flow))).isEmpty();
        assertThat(FlowChecker.verify(
                        problem, ToldLayers.of(problem, direct.departures()), solution.curve(), solution.sinkSide()))
                .isEmpty();
        assertThat(direct.flow().arrivals()).isEqualTo(solution.flow().arrivals());
        assertThat(direct.circling()).isLessThanOrEqualTo(circling(solution));
        for (int source = 0; source < problem.sources().size(); source++) {
            checkDepartures(left(problem, source, solution.flow()), left(problem, source, direct.flow()));
        }
    }

    private static long circling(Solution solution) {
        return new DirectWays(solution.problem(), solution.flow(), Decomposition.of(solution)).circling();
    }

    private static void checkDepartures(long[] before, long[] now) {
        for (int step = 0; step < now.length; step++) {
            assertThat(now[step]).as("left by step %d", step).isLessThanOrEqualTo(before[step]);
        }
        assertThat(now[now.length - 1]).isEqualTo(before[now.length - 1]);
    }

    /** Units that have left a source by each step. */
    private static long[] left(FlowProblem problem, int source, FlowOverTime flow) {
        long[] left = new long[problem.horizon() + 1];
        for (FlowOverTime.Run run : flow.departures()) {
            for (int step = run.from(); run.item() == source && step <= problem.horizon(); step++) {
                left[step] += (long) run.amount() * (Math.min(step, run.to()) - run.from() + 1);
            }
        }
        return left;
    }
}
