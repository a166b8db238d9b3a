package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** The solver's curve is the best at every step, by the word of others; its flow and both its proofs pass the checker. */
class EarliestArrivalOracleTest {

    @Test
    void theCurveIsThatOfOrToolsAtEveryStep() {
        Seeds.each(Seeds.FAST, EarliestArrivalOracleTest::compareWithOrTools);
    }

    @Test
    @Tag("ci")
    void theCurveIsThatOfOrToolsAtEveryStepOnManyMore() {
        Seeds.each(Seeds.THOROUGH, EarliestArrivalOracleTest::compareWithOrTools);
    }

    @Test
    void theCurveIsThatOfTemporallyRepeatedFlows() {
        Seeds.each(Seeds.FAST, EarliestArrivalOracleTest::compareWithRepeatedFlow);
    }

    @Test
    @Tag("ci")
    void theCurveIsThatOfTemporallyRepeatedFlowsOnManyMore() {
        Seeds.each(Seeds.THOROUGH, EarliestArrivalOracleTest::compareWithRepeatedFlow);
    }

    @Test
    void theCurveIsProvenOnStreetGrids() {
        Seeds.each(30, EarliestArrivalOracleTest::checkGrid);
    }

    @Test
    @Tag("ci")
    void theCurveIsProvenOnManyMoreStreetGrids() {
        Seeds.each(600, EarliestArrivalOracleTest::checkGrid);
    }

    private static void checkGrid(Random random) {
        FlowProblem problem = GridProblem.make(random);
        Solution solution = solveAndCheck(problem);
        int step = random.nextInt(problem.horizon() + 1);
        assertThat(solution.curve()[step]).isEqualTo(new ExplicitNetwork(problem).maxFlow(step));
    }

    /** Solves, and lets the checker judge the flow and both families of cuts. */
    static Solution solveAndCheck(FlowProblem problem) {
        Solution solution = EarliestArrival.solve(problem);
        List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                .isEmpty();
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sourceSide()))
                .isEmpty();
        assertThat(solution.sinkSide().firstStep()).isZero();
        Solution bare = EarliestArrival.solve(problem, Options.standard().withoutProof());
        assertThat(bare.flow()).isEqualTo(solution.flow());
        assertThat(bare.curve()).isEqualTo(solution.curve());
        return solution;
    }

    private static void compareWithOrTools(Random random) {
        FlowProblem problem = RandomProblem.unlimited(random);
        Solution solution = solveAndCheck(problem);
        ExplicitNetwork network = new ExplicitNetwork(problem);
        for (int step = 0; step <= problem.horizon(); step++) {
            assertThat(solution.curve()[step]).as("arrived by step %d", step).isEqualTo(network.maxFlow(step));
        }
    }

    private static void compareWithRepeatedFlow(Random random) {
        FlowProblem problem = ConstantProblem.make(random);
        assertThat(solveAndCheck(problem).curve()).isEqualTo(new TemporallyRepeatedFlow(problem).curve());
    }
}
