package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Decomposition;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.LimitedReception;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** Departures are a plan of their own: one layer for each source and sink, carried out together, they pass the checker and bring the curve. */
class DecompositionOracleTest {

    @Test
    void departuresOfEachSourceAndSinkAreAJointPlan() {
        Seeds.each(Seeds.FAST / 3, DecompositionOracleTest::checkLayers);
    }

    @Test
    @Tag("ci")
    void departuresOfEachSourceAndSinkAreAJointPlanOnManyMore() {
        Seeds.each(Seeds.THOROUGH, DecompositionOracleTest::checkLayers);
    }

    private static void checkLayers(Random random) {
        FlowProblem problem = switch (random.nextInt(3)) {
            case 0 -> RandomProblem.unlimited(random);
            case 1 -> RandomProblem.limited(random);
            default -> GridProblem.make(random);
        };
        Solution solution = LimitedReception.byDeadline(problem);
        List<Layer> layers = ToldLayers.of(problem, Decomposition.of(solution));
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                .isEmpty();
    }
}
