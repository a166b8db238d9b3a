package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/** The oracles are right about each other before the solver is asked. */
class OraclesTest {

    @Test
    void aRateKeepsTheBeatOfItsDefinition() {
        FlowProblem.Builder problem = FlowProblem.over(6);
        int a = problem.node();
        int b = problem.node();
        problem.arc(a, b, 1, Profile.always(new Rate(10, 6)));
        ExplicitNetwork network = new ExplicitNetwork(problem.build());
        assertThat(network.edges().stream()
                        .filter(edge -> edge.kind() == ExplicitNetwork.Kind.MOVE)
                        .map(ExplicitNetwork.Edge::capacity))
                .containsExactly(1L, 2L, 2L, 1L, 2L, 2L);
    }

    @Test
    void oneRoadBringsItsCapacityInEachStepAfterTheTransit() {
        FlowProblem.Builder problem = FlowProblem.over(7);
        int start = problem.node();
        int end = problem.node();
        problem.arc(start, end, 4, Profile.always(3));
        problem.source(start, 10, 0);
        problem.sink(end);
        assertThat(new Reference(problem.build()).curve()).containsExactly(0, 0, 0, 0, 3, 6, 9, 10);
    }

    @Test
    void augmentingPathsAgreeWithOrToolsAtEveryStep() {
        Seeds.each(Seeds.FAST, random -> compareAtEveryStep(RandomProblem.unlimited(random)));
    }

    @Test
    @Tag("ci")
    void augmentingPathsAgreeWithOrToolsAtEveryStepOnManyMore() {
        Seeds.each(Seeds.THOROUGH, random -> compareAtEveryStep(RandomProblem.unlimited(random)));
    }

    @Test
    void augmentingPathsAgreeWithOrToolsByTheDeadlineWhereReceptionIsLimited() {
        Seeds.each(Seeds.FAST, random -> {
            FlowProblem problem = RandomProblem.limited(random);
            assertThat(new Reference(problem).curve()[problem.horizon()])
                    .isEqualTo(new ExplicitNetwork(problem).maxFlow(problem.horizon()));
        });
    }

    @Test
    void temporallyRepeatedFlowsAgreeWithAugmentingPaths() {
        Seeds.each(Seeds.FAST, random -> {
            FlowProblem problem = ConstantProblem.make(random);
            assertThat(new TemporallyRepeatedFlow(problem).curve()).isEqualTo(new Reference(problem).curve());
        });
    }

    @Test
    void throughputLetsOnlySoManyPassInAStep() {
        FlowProblem.Builder problem = FlowProblem.over(5);
        int start = problem.node();
        int gate = problem.node(new Node(FlowProblem.UNLIMITED, Profile.always(2)));
        problem.arc(start, gate, 1, Profile.unlimited());
        problem.source(start, 10, 0);
        problem.sink(gate);
        assertThat(new Reference(problem.build()).curve()).containsExactly(0, 2, 4, 6, 8, 10);
    }

    private static void compareAtEveryStep(FlowProblem problem) {
        ExplicitNetwork network = new ExplicitNetwork(problem);
        long[] curve = new Reference(problem).curve();
        for (int step = 0; step <= problem.horizon(); step++) {
            assertThat(curve[step]).as("arrived by step %d", step).isEqualTo(network.maxFlow(step));
        }
    }
}
