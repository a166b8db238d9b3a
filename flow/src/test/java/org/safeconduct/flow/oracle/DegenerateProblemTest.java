package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeconduct.flow.oracle.EarliestArrivalOracleTest.solveAndCheck;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/** Problems at the edge of what can be asked are answered, with proof, like all others. */
class DegenerateProblemTest {

    @Test
    void nothingAtAll() {
        assertThat(solveAndCheck(FlowProblem.over(3).build()).curve()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void nobodyToMove() {
        FlowProblem.Builder problem = road(5);
        problem.source(0, 0, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void nowhereToGo() {
        FlowProblem.Builder problem = road(5);
        problem.source(0, 7, 0);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void noRoadToTheSink() {
        FlowProblem.Builder problem = road(5);
        int island = problem.node();
        problem.source(0, 7, 0);
        problem.sink(island);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void thereAlready() {
        FlowProblem.Builder problem = FlowProblem.over(0);
        problem.source(problem.node(), 7, 0);
        problem.sink(0);
        assertThat(solveAndCheck(problem.build()).curve()).containsExactly(7);
    }

    @Test
    void thereAlreadyButReceivedTwoByTwo() {
        FlowProblem.Builder problem = FlowProblem.over(4);
        problem.source(problem.node(), 7, 1);
        problem.sink(new Sink(0, FlowProblem.UNLIMITED, Profile.always(2), 0));
        assertThat(solveAndCheck(problem.build()).curve()).containsExactly(0, 2, 4, 6, 7);
    }

    @Test
    void releasedAfterTheEnd() {
        FlowProblem.Builder problem = road(5);
        problem.source(0, 7, 6);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void theLastStepStillCounts() {
        FlowProblem.Builder problem = road(5);
        problem.source(0, 7, 3);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).curve()).containsExactly(0, 0, 0, 0, 0, 3);
    }

    @Test
    void aRoadLongerThanTheTime() {
        FlowProblem.Builder problem = FlowProblem.over(5);
        problem.arc(problem.node(), problem.node(), Integer.MAX_VALUE, Profile.unlimited());
        problem.source(0, 7, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void aRoadThatLeadsBackToWhereItStarts() {
        FlowProblem.Builder problem = road(5);
        problem.arc(0, 0, 1, Profile.unlimited());
        problem.arc(1, 1, 1, Profile.unlimited());
        problem.source(0, 7, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isEqualTo(7);
    }

    @Test
    void everythingShut() {
        FlowProblem.Builder problem = FlowProblem.over(5);
        problem.node();
        problem.node(new Node(FlowProblem.UNLIMITED, Profile.closed()));
        problem.arc(0, 1, 1, Profile.closed());
        problem.source(0, 7, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isZero();
    }

    @Test
    void aRateSlowerThanTheWholeTime() {
        FlowProblem.Builder problem = FlowProblem.over(20);
        problem.arc(problem.node(), problem.node(), 1, Profile.always(new Rate(1, 15)));
        problem.source(0, 7, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).delivered()).isEqualTo(1);
    }

    @Test
    void aBillionPeopleAndNoLimits() {
        FlowProblem.Builder problem = FlowProblem.over(5);
        problem.node(new Node(FlowProblem.UNLIMITED, Profile.unlimited()));
        problem.node();
        problem.arc(0, 1, 2, Profile.unlimited());
        problem.source(0, 1_000_000_000, 0);
        problem.source(0, 1_000_000_000, 0);
        problem.sink(1);
        assertThat(solveAndCheck(problem.build()).curve())
                .containsExactly(0, 0, 2_000_000_000, 2_000_000_000, 2_000_000_000, 2_000_000_000);
    }

    @Test
    @Tag("ci")
    void moreStatesThanAnIntCounts() {
        int nodes = 3_000;
        FlowProblem.Builder problem = FlowProblem.over(1_000_000);
        problem.node();
        for (int v = 1; v < nodes; v++) {
            problem.node(new Node(5, Profile.unlimited()));
            problem.arc(v - 1, v, 300, Profile.always(2));
        }
        problem.source(0, 1_000, 0);
        problem.sink(nodes - 1);
        long[] curve = solveAndCheck(problem.build()).curve();
        int fastest = 300 * (nodes - 1);
        assertThat(curve[fastest - 1]).isZero();
        assertThat(curve[fastest]).isEqualTo(2);
        assertThat(curve[fastest + 499]).isEqualTo(1_000);
    }

    /** One road: 2 steps, 3 per step. */
    private static FlowProblem.Builder road(int horizon) {
        FlowProblem.Builder problem = FlowProblem.over(horizon);
        problem.arc(problem.node(), problem.node(), 2, Profile.always(3));
        return problem;
    }
}
