package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;
import org.safeconduct.flow.oracle.Seeds;
import org.safeconduct.flow.oracle.StreetProblem;

class ShortStreetsTest {

    @Test
    void shortStreetsGiveTheAnswerOfLongOnesWithAProofThatHolds() {
        compareMany(Seeds.FAST);
    }

    @Test
    @Tag("ci")
    void shortStreetsGiveTheAnswerOfLongOnesOnManyMore() {
        compareMany(4 * Seeds.THOROUGH);
    }

    @Test
    void aStreetOverBendsBecomesOneArcAsWideAsItsTightest() {
        ShortStreets streets = new ShortStreets(street(9).build());
        assertThat(streets.problem.nodes()).hasSize(2);
        assertThat(streets.problem.arcs()).containsExactly(new FlowProblem.Arc(0, 1, 3, Profile.always(2)));
    }

    @Test
    void whatEntersAStreetIsOnEachOfItsArcsInTurn() {
        FlowProblem whole = street(9).build();
        Solution solution =
                EarliestArrival.solveShort(whole, Options.standard()).orElseThrow();
        assertThat(solution.flow().moves())
                .containsExactly(
                        new FlowOverTime.Run(0, 0, 3, 2),
                        new FlowOverTime.Run(0, 4, 4, 1),
                        new FlowOverTime.Run(1, 1, 4, 2),
                        new FlowOverTime.Run(1, 5, 5, 1),
                        new FlowOverTime.Run(2, 2, 5, 2),
                        new FlowOverTime.Run(2, 6, 6, 1));
    }

    @Test
    void nothingIsMadeShortWhereWaitingIsLimited() {
        FlowProblem.Builder street = street(9);
        street.node(2, new Node(4, Profile.unlimited()));
        assertThat(new ShortStreets(street.build()).problem.nodes()).hasSize(4);
    }

    @Test
    void whereDrivingUpAndDownAStreetPassesTheTimeUntilAnotherOpensTheShortProblemsDiffer() {
        FlowProblem.Builder problem = FlowProblem.over(12);
        int start = problem.node();
        int gate = problem.node();
        int end = problem.node();
        int deadEnd = problem.node();
        problem.arc(start, gate, 1, Profile.always(1).from(3, Rate.NONE));
        problem.arc(gate, end, 1, Profile.closed().from(6, Rate.perStep(9)));
        problem.arc(gate, deadEnd, 1, Profile.always(9));
        problem.arc(deadEnd, gate, 1, Profile.always(9));
        problem.source(start, 10, 0);
        problem.sink(end);
        FlowProblem whole = problem.build();
        assertThat(EarliestArrival.solveShort(new ShortStreets(whole), Options.standard()))
                .isEmpty();
        assertThat(EarliestArrival.solve(whole).delivered()).isEqualTo(3);
    }

    /** From node 0 over nodes 2 and 3 to node 1, with room for 3, 2 and 3 in each step. */
    private static FlowProblem.Builder street(int amount) {
        FlowProblem.Builder street = FlowProblem.over(20);
        for (int v = 0; v < 4; v++) {
            street.node();
        }
        street.arc(0, 2, 1, Profile.always(3));
        street.arc(2, 3, 1, Profile.always(2));
        street.arc(3, 1, 1, Profile.always(3));
        street.source(0, amount, 0);
        street.sink(1);
        return street;
    }

    private static void compareMany(int count) {
        AtomicInteger all = new AtomicInteger();
        AtomicInteger same = new AtomicInteger();
        Seeds.each(count, random -> {
            all.incrementAndGet();
            same.addAndGet(compare(random) ? 1 : 0);
        });
        // A test of answers that are seldom given would prove little.
        assertThat(same.get() * 2).isGreaterThan(all.get());
    }

    private static boolean compare(Random random) {
        FlowProblem whole = StreetProblem.make(random);
        ShortStreets streets = new ShortStreets(whole);
        long[] curve = EarliestArrival.solveWhole(whole, Options.standard()).curve();
        assertThat(EarliestArrival.solveWhole(streets.withWaiting, Options.standard())
                        .curve()[whole.horizon()])
                .isGreaterThanOrEqualTo(curve[whole.horizon()]);
        Optional<Solution> found = EarliestArrival.solveShort(streets, Options.standard());
        found.ifPresent(solution -> {
            assertThat(solution.curve()).isEqualTo(curve);
            List<Layer> layers = List.of(Layer.only(whole, solution.flow()));
            assertThat(FlowChecker.verify(whole, layers, curve, solution.sinkSide()))
                    .isEmpty();
            assertThat(FlowChecker.verify(whole, layers, curve, solution.sourceSide()))
                    .isEmpty();
        });
        return found.isPresent();
    }
}
