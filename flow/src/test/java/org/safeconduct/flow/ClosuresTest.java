package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Closures.Loss;
import org.safeconduct.flow.oracle.GridProblem;
import org.safeconduct.flow.oracle.RandomProblem;
import org.safeconduct.flow.oracle.Reference;
import org.safeconduct.flow.oracle.Seeds;

class ClosuresTest {

    @Test
    void withoutTheBridgeTheDetourBringsWhatItCan() {
        Town town = new Town();
        assertThat(town.closures().delivered(List.of())).isEqualTo(26);
        assertThat(town.closures().delivered(List.of(Closing.throughout(town.bridge))))
                .isEqualTo(9);
        assertThat(town.closures().delivered(List.of(Closing.throughout(town.detour))))
                .isEqualTo(24);
    }

    @Test
    void aBridgeThatIsClosedForAWhileIsCrossedBeforeAndAfter() {
        Town town = new Town();
        assertThat(town.closures().delivered(List.of(new Closing(town.bridge, 4, 8))))
                .isEqualTo(25);
    }

    @Test
    void withAllRoadsClosedNobodyArrives() {
        Town town = new Town();
        assertThat(town.closures().delivered(List.of(Closing.throughout(town.bridge), Closing.throughout(town.detour))))
                .isZero();
    }

    @Test
    void theArcWhoseLossCostsMostComesFirst() {
        Town town = new Town();
        assertThat(town.closures().worst(3))
                .containsExactly(new Loss(town.approach, 26), new Loss(town.bridge, 17), new Loss(town.detour, 2));
    }

    @Test
    void anArcThatIsNotThereIsRefusedWithTheRange() {
        Closures closures = new Town().closures();
        assertThatThrownBy(() -> closures.delivered(List.of(Closing.throughout(9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arc 9")
                .hasMessageContaining("0 to 2");
    }

    @Test
    void aClosingThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Closing(0, 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from step 5 until 5");
    }

    @Test
    void randomProblemsAreAnsweredAsByTheNetworkWrittenOut() {
        Seeds.each(400, random -> check(RandomProblem.unlimited(random), random));
    }

    @Test
    void streetGridsAreAnsweredAsFromNothing() {
        Seeds.each(200, ClosuresTest::checkGrid);
    }

    @Test
    @Tag("ci")
    void manyMoreStreetGridsAreAnsweredAsFromNothing() {
        Seeds.each(8_000, ClosuresTest::checkGrid);
    }

    /** In these, a lack that a stock led to is filled by a surplus from where none did, and then a stock leads there. */
    @Test
    void aStockMayLeadWhereNoneDidByTheWayOfASurplus() {
        for (long seed : new long[] {2635, 2656, 2667, 2685}) {
            checkGrid(new Random(seed));
        }
    }

    /** In these, what comes to a stock in other steps would take the room of what was to leave it. */
    @Test
    void aWayByAStockKeepsTheRoomItWasFoundWith() {
        for (long seed : new long[] {2754, 4585}) {
            checkGrid(new Random(seed));
        }
    }

    private static void checkGrid(Random random) {
        Closures closures = closures(GridProblem.make(random));
        int[] used = closures.usedArcs();
        for (int i = 0; i < 6 && used.length > 0; i++) {
            List<Closing> closings = new ArrayList<>();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                closings.add(closing(
                        used[random.nextInt(used.length)], closures.base().problem(), random));
            }
            assertThat(closures.delivered(closings))
                    .as("%s", closings)
                    .isEqualTo(closures.solve(closings).delivered());
        }
    }

    /** Given up at once, in the course of it, or not at all: the answers are the same, also to what is asked next. */
    @Test
    void answersThatAreGivenUpAreFoundByWaysSentAnew() {
        Seeds.each(60, random -> {
            Solution base = EarliestArrival.solve(GridProblem.make(random), Replanner.quick());
            Closures patient = Closures.of(base);
            for (int allowed : new int[] {-1, 20, 200}) {
                Closures impatient = Closures.of(base, allowed);
                for (int i = 0; i < 3; i++) {
                    List<Closing> closings = closings(base.problem(), random);
                    assertThat(impatient.delivered(closings)).isEqualTo(patient.delivered(closings));
                }
            }
        });
    }

    @Test
    void limitedReceptionIsAnsweredByTheDeadline() {
        Seeds.each(60, random -> {
            FlowProblem problem = RandomProblem.limited(random);
            Closures closures = Closures.of(LimitedReception.byDeadline(problem, Replanner.quick()));
            checkOnce(closures, closings(problem, random));
        });
    }

    @Test
    void theWorstArcsAreThoseOfTryingAll() {
        Seeds.each(40, random -> {
            Closures closures = closures(RandomProblem.unlimited(random));
            List<Loss> all = new ArrayList<>();
            for (int arc = 0; arc < closures.base().problem().arcs().size(); arc++) {
                Solution without = closures.solve(List.of(Closing.throughout(arc)));
                all.add(new Loss(arc, closures.base().delivered() - without.delivered()));
            }
            all.removeIf(loss -> loss.lost() == 0);
            all.sort(Comparator.comparingLong(Loss::lost).reversed().thenComparingInt(Loss::which));
            assertThat(closures.worst(4)).isEqualTo(all.subList(0, Math.min(4, all.size())));
        });
    }

    @Test
    void aSeedGivesTheSameScenariosAndAnswersOnAnyNumberOfThreads() {
        Closures closures = closures(GridProblem.make(new Random(3)));
        List<List<Closing>> scenarios = closures.draw(60, 3, 11);
        assertThat(closures.draw(60, 3, 11)).isEqualTo(scenarios);
        assertThat(closures.draw(60, 3, 12)).isNotEqualTo(scenarios);
        long[] one = closures.ensemble(scenarios, 1, done -> {}).delivered();
        assertThat(closures.ensemble(scenarios, 4, done -> {}).delivered()).isEqualTo(one);
    }

    @Test
    void progressCountsToTheEnd() {
        Closures closures = closures(GridProblem.make(new Random(3)));
        List<Long> told = new ArrayList<>();
        closures.ensemble(closures.draw(5, 1, 1), 1, told::add);
        assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aQuantileIsAResultThatThatShareDoesNotExceed() {
        List<List<Closing>> scenarios = List.of(List.of(), List.of(), List.of(), List.of());
        Ensemble ensemble = new Ensemble(100, scenarios, new long[] {70, 90, 80, 100});
        assertThat(ensemble.quantile(0.05)).isEqualTo(70);
        assertThat(ensemble.quantile(0.5)).isEqualTo(80);
        assertThat(ensemble.quantile(1)).isEqualTo(100);
        assertThat(new Ensemble(100, List.of(), new long[0]).quantile(0.5)).isEqualTo(100);
    }

    @Test
    void aShareAboveOneIsRefused() {
        Ensemble ensemble = new Ensemble(100, List.of(), new long[0]);
        assertThatThrownBy(() -> ensemble.quantile(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share 5.0: give 0 to 1");
    }

    private static Closures closures(FlowProblem problem) {
        return Closures.of(EarliestArrival.solve(problem, Replanner.quick()));
    }

    /** Several questions in a row, so that what one leaves behind would show in the next. */
    private static void check(FlowProblem problem, Random random) {
        Closures closures = closures(problem);
        for (int i = 0; i < 4; i++) {
            checkOnce(closures, closings(problem, random));
        }
    }

    private static void checkOnce(Closures closures, List<Closing> closings) {
        Solution cold = closures.solve(closings);
        long[] writtenOut = new Reference(cold.problem()).curve();
        assertThat(closures.delivered(closings)).isEqualTo(writtenOut[writtenOut.length - 1]);
        assertThat(cold.delivered()).isEqualTo(writtenOut[writtenOut.length - 1]);
    }

    private static List<Closing> closings(FlowProblem problem, Random random) {
        List<Closing> closings = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            closings.add(closing(random.nextInt(problem.arcs().size()), problem, random));
        }
        return closings;
    }

    private static Closing closing(int arc, FlowProblem problem, Random random) {
        int from = random.nextInt(problem.horizon() + 1);
        return random.nextBoolean()
                ? Closing.throughout(arc)
                : new Closing(arc, from, from + 1 + random.nextInt(problem.horizon() + 1));
    }

    /** An approach of 3 in each step, then a bridge of 3 steps that takes 2 and a detour of 6 that takes 1, until step 15. */
    private static final class Town {
        final FlowProblem problem;
        final int approach;
        final int bridge;
        final int detour;

        Town() {
            FlowProblem.Builder town = FlowProblem.over(15);
            int start = town.node();
            int quay = town.node();
            int end = town.node();
            approach = town.arc(start, quay, 1, Profile.always(3));
            bridge = town.arc(quay, end, 3, Profile.always(2));
            detour = town.arc(quay, end, 6, Profile.always(1));
            town.source(start, 26, 0);
            town.sink(end);
            problem = town.build();
        }

        Closures closures() {
            return Closures.of(EarliestArrival.solve(problem, Replanner.quick()));
        }
    }
}
