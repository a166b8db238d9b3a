package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.LimitedReception;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** With limited reception: the total, what each rank gets, and the quickest clearance, by the word of OR-Tools. */
class LimitedReceptionOracleTest {

    @Test
    void theTotalByTheDeadlineIsThatOfOrTools() {
        Seeds.each(Seeds.FAST, LimitedReceptionOracleTest::compareTotal);
    }

    @Test
    @Tag("ci")
    void theTotalByTheDeadlineIsThatOfOrToolsOnManyMore() {
        Seeds.each(Seeds.THOROUGH, LimitedReceptionOracleTest::compareTotal);
    }

    @Test
    void lowerRanksGetWhatTheyCouldGetAlone() {
        Seeds.each(Seeds.FAST / 2, LimitedReceptionOracleTest::compareRanks);
    }

    @Test
    @Tag("ci")
    void lowerRanksGetWhatTheyCouldGetAloneOnManyMore() {
        Seeds.each(Seeds.THOROUGH, LimitedReceptionOracleTest::compareRanks);
    }

    @Test
    void theQuickestClearanceCannotBeAStepQuicker() {
        Seeds.each(Seeds.FAST, LimitedReceptionOracleTest::compareQuickest);
    }

    @Test
    @Tag("ci")
    void theQuickestClearanceCannotBeAStepQuickerOnManyMore() {
        Seeds.each(Seeds.THOROUGH, LimitedReceptionOracleTest::compareQuickest);
    }

    @Test
    void noMoreArriveByAnyStepThanTheUpperCurveSays() {
        Seeds.each(Seeds.FAST, random -> {
            FlowProblem problem = RandomProblem.limited(random);
            long[] upper = LimitedReception.upperCurve(problem);
            ExplicitNetwork network = new ExplicitNetwork(problem);
            for (int step = 0; step <= problem.horizon(); step++) {
                assertThat(upper[step]).isGreaterThanOrEqualTo(network.maxFlow(step));
            }
        });
    }

    private static Solution solveAndCheck(FlowProblem problem) {
        Solution solution = LimitedReception.byDeadline(problem);
        List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                .isEmpty();
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sourceSide()))
                .isEmpty();
        Solution bare = LimitedReception.byDeadline(problem, Options.standard().withoutProof());
        assertThat(bare.flow()).isEqualTo(solution.flow());
        assertThat(bare.curve()).isEqualTo(solution.curve());
        return solution;
    }

    private static void compareTotal(Random random) {
        FlowProblem problem = random.nextInt(4) == 0 ? RandomProblem.unlimited(random) : RandomProblem.limited(random);
        assertThat(solveAndCheck(problem).delivered())
                .isEqualTo(new ExplicitNetwork(problem).maxFlow(problem.horizon()));
    }

    /** A flow that is best for the sources of some ranks and one best for the sinks of some can be had in one (Mendelsohn and Dulmage 1958). */
    private static void compareRanks(Random random) {
        FlowProblem problem = RandomProblem.limited(random);
        Solution limited = solveAndCheck(problem);
        FlowProblem open = RandomProblem.unlimited(random);
        Solution unlimited = EarliestArrival.solve(open);
        for (int rank = 0; rank < 3; rank++) {
            assertThat(departed(limited, rank))
                    .as("sources up to rank %d", rank)
                    .isEqualTo(most(problem, rank, 9));
            assertThat(arrived(limited, rank)).as("sinks up to rank %d", rank).isEqualTo(most(problem, 9, rank));
            assertThat(departed(unlimited, rank))
                    .as("sources up to rank %d, no limits", rank)
                    .isEqualTo(most(open, rank, 9));
        }
    }

    private static void compareQuickest(Random random) {
        FlowProblem problem = RandomProblem.limited(random);
        Optional<Solution> quickest = LimitedReception.quickest(problem);
        boolean possible = most(problem, problem.horizon()) == problem.supply();
        assertThat(quickest.isPresent()).isEqualTo(possible);
        quickest.ifPresent(solution -> {
            int last = solution.problem().horizon();
            assertThat(solution.delivered()).isEqualTo(problem.supply());
            assertThat(last == 0 || most(problem, last - 1) < problem.supply()).isTrue();
        });
    }

    private static long most(FlowProblem problem, int horizon) {
        return new ExplicitNetwork(problem.copyOver(horizon).build()).maxFlow(horizon);
    }

    /** The most that the sources and sinks up to some rank could bring alone. */
    private static long most(FlowProblem problem, int sourceRank, int sinkRank) {
        FlowProblem.Builder part = FlowProblem.over(problem.horizon());
        problem.nodes().forEach(part::node);
        problem.arcs().forEach(arc -> part.arc(arc.tail(), arc.head(), arc.transit(), arc.capacity()));
        for (Source source : problem.sources()) {
            int amount = source.rank() <= sourceRank ? source.amount() : 0;
            part.source(new Source(source.node(), amount, source.release(), 0));
        }
        for (Sink sink : problem.sinks()) {
            Profile rate = sink.rank() <= sinkRank ? sink.rate() : Profile.closed();
            part.sink(new Sink(sink.node(), sink.limit(), rate, 0));
        }
        return new ExplicitNetwork(part.build()).maxFlow(problem.horizon());
    }

    private static long departed(Solution solution, int rank) {
        return total(
                solution.flow().departures(),
                i -> solution.problem().sources().get(i).rank() <= rank);
    }

    private static long arrived(Solution solution, int rank) {
        return total(
                solution.flow().arrivals(),
                j -> solution.problem().sinks().get(j).rank() <= rank);
    }

    private static long total(List<Run> runs, IntPredicate counts) {
        return runs.stream()
                .filter(run -> counts.test(run.item()))
                .mapToLong(Run::total)
                .sum();
    }
}
