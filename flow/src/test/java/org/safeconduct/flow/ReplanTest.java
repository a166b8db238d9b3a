package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Replan.Standing;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;
import org.safeconduct.flow.oracle.GridProblem;
import org.safeconduct.flow.oracle.RandomProblem;
import org.safeconduct.flow.oracle.Seeds;

class ReplanTest {

    @Test
    void aBridgeThatClosesTurnsBackWhoIsOnItAndTheDetourTakesThemOn() {
        Town town = new Town(0);
        Replan after = Replan.of(town.solution(), 3, List.of(ArcChange.closed(town.bridge)), OnClosing.TURN_BACK);
        assertThat(after.turnedBack()).containsExactly(new Standing(town.quay, 4, 2), new Standing(town.quay, 5, 2));
        assertThat(after.onRoad())
                .containsExactly(
                        new Standing(town.quay, 3, 2), new Standing(town.quay, 4, 2), new Standing(town.quay, 5, 2));
        assertThat(after.curve()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3);
        assertThat(after.stranded())
                .containsExactly(
                        new Standing(town.quay, 3, 1), new Standing(town.quay, 4, 1), new Standing(town.quay, 5, 1));
    }

    @Test
    void whoCanWaitForTheDetourIsNotStranded() {
        Town town = new Town(50);
        Replan after = Replan.of(town.solution(), 3, List.of(ArcChange.closed(town.bridge)), OnClosing.TURN_BACK);
        assertThat(after.curve()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 6);
        assertThat(after.stranded()).isEmpty();
    }

    @Test
    void whoMayFinishCrossesTheBridgeAfterItHasClosed() {
        Town town = new Town(50);
        Replan after = Replan.of(town.solution(), 3, List.of(ArcChange.closed(town.bridge)), OnClosing.FINISH);
        assertThat(after.turnedBack()).isEmpty();
        assertThat(after.curve()).containsExactly(0, 0, 0, 0, 2, 4, 4, 4, 4, 5, 6, 6, 6, 6, 6, 6);
    }

    @Test
    void whoComesBackWhereNobodyCanWaitAndNoRoadIsOpenIsStrandedThereAndThen() {
        Town town = new Town(0);
        List<ArcChange> all = List.of(ArcChange.closed(town.bridge), ArcChange.closed(town.detour));
        Replan after = Replan.of(town.solution(), 3, all, OnClosing.TURN_BACK);
        assertThat(after.stranded())
                .containsExactlyInAnyOrder(
                        new Standing(town.quay, 3, 2), new Standing(town.quay, 4, 2), new Standing(town.quay, 5, 2));
        assertThat(after.curve()[15]).isZero();
    }

    @Test
    void whoCanWaitIsNotStrandedWhenTheBridgeOpensAgain() {
        Town town = new Town(50);
        List<ArcChange> until10 = List.of(new ArcChange.Closed(town.bridge, 10), ArcChange.closed(town.detour));
        Replan after = Replan.of(town.solution(), 3, until10, OnClosing.TURN_BACK);
        assertThat(after.stranded()).isEmpty();
        assertThat(after.curve()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 6);
    }

    @Test
    void aRoadOpenForLongerBringsMore() {
        Town town = new Town(0);
        ArcChange longer = new ArcChange.Capacity(town.approach, Profile.always(2));
        Replan after = Replan.of(town.solution(), 2, List.of(longer), OnClosing.TURN_BACK);
        assertThat(after.curve()).containsExactly(0, 0, 0, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24);
    }

    @Test
    void aChangeAfterTheHorizonIsRefusedWithTheRange() {
        Solution solution = new Town(0).solution();
        assertThatThrownBy(() -> Replan.of(solution, 16, List.of(), OnClosing.FINISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to the horizon 15");
    }

    @Test
    void aChangeOfAnArcThatIsNotThereIsRefused() {
        Solution solution = new Town(0).solution();
        assertThatThrownBy(() -> Replan.of(solution, 1, List.of(ArcChange.closed(9)), OnClosing.FINISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arc 9");
    }

    @Test
    void everyStepOfTheCurveIsTheMostOfTheRemainingNetworkWrittenOut() {
        Seeds.each(600, random -> checkTiny(TinyProblems.withoutLimits(random.nextLong()), random));
    }

    @Test
    void randomProblemsAreReplannedAsFromNothing() {
        Seeds.each(600, random -> checkRepair(RandomProblem.unlimited(random), random));
    }

    @Test
    void streetGridsAreReplannedAsFromNothing() {
        Seeds.each(60, random -> checkRepair(GridProblem.make(random), random));
    }

    @Test
    void aWayOutThatLeadsBackThroughAnotherHoleIsFound() {
        for (long seed : new long[] {359, 511, 658, 852, 859, 953, 1426}) {
            Random random = new Random(seed);
            checkRepaired(GridProblem.make(random), random);
        }
    }

    @Tag("ci")
    @Test
    void manyStreetGridsAreReplannedAsFromNothing() {
        Seeds.each(2_000, random -> checkRepaired(GridProblem.make(random), random));
    }

    @Test
    void aRepairThatTakesTooLongIsLeftForASolutionAlongTheWaysThatWereKnown() {
        Seeds.each(600, random -> checkImpatient(RandomProblem.unlimited(random), random));
        Seeds.each(60, random -> checkImpatient(GridProblem.make(random), random));
    }

    @Tag("ci")
    @Test
    void manyStreetGridsAreReplannedAlongTheWaysThatWereKnown() {
        Seeds.each(1_000, random -> checkImpatient(GridProblem.make(random), random));
    }

    @Test
    void labelsMadeInAdvanceChangeNothingAlongTheWaysThatWereKnown() {
        Seeds.each(300, random -> checkHurried(RandomProblem.unlimited(random), random));
        Seeds.each(60, random -> checkHurried(GridProblem.make(random), random));
    }

    private static void checkHurried(FlowProblem problem, Random random) {
        Solution base = EarliestArrival.solve(problem, Replanner.quick());
        int tau = random.nextInt(problem.horizon() + 1);
        List<ArcChange> changes = changes(problem, random);
        Remaining rest = new Remaining(base, tau, changes, OnClosing.TURN_BACK);
        Options options = Replanner.quick().withSplit(Options.Split.BY_RANK);
        StepByStep steps = new StepByStep(rest.problem, options);
        steps.filler.begin(WaysOn.of(Decomposition.of(base), rest, steps.filler.network));
        steps.filler.hurry();
        Replan after = Replan.of(rest, EarliestArrival.run(steps, options));
        Replan cold = Replan.cold(base, tau, changes, OnClosing.TURN_BACK);
        checkProof(after);
        assertThat(after.curve()).isEqualTo(cold.curve());
        assertThat(units(after.stranded())).isEqualTo(units(cold.stranded()));
    }

    @Test
    void whereNothingChangesNoWayIsLookedForThatIsNotKnown() {
        Seeds.each(100, random -> {
            Solution base = EarliestArrival.solve(GridProblem.make(random), Replanner.quick());
            int tau = random.nextInt(base.problem().horizon() + 1);
            Remaining rest = new Remaining(base, tau, List.of(), OnClosing.TURN_BACK);
            StepByStep steps = new StepByStep(rest.problem, Replanner.quick());
            steps.filler.begin(WaysOn.of(Decomposition.of(base), rest, steps.filler.network));
            steps.run();
            assertThat(steps.filler.found()).isZero();
        });
    }

    @Test
    void ofASolutionWithoutProofNoMoreAreStrandedThanMustBe() {
        Seeds.each(150, random -> {
            FlowProblem problem = GridProblem.make(random);
            Solution bare = EarliestArrival.solve(problem, Options.standard().withoutProof());
            int tau = random.nextInt(problem.horizon() + 1);
            List<ArcChange> changes = changes(problem, random);
            Replan after = Replan.of(bare, tau, changes, OnClosing.TURN_BACK);
            Replan proven = Replan.of(EarliestArrival.solve(problem), tau, changes, OnClosing.TURN_BACK);
            checkProof(after);
            assertThat(after.curve()).isEqualTo(proven.curve());
            assertThat(units(after.stranded())).isEqualTo(units(proven.stranded()));
        });
    }

    @Test
    void limitedReceptionIsReplannedByTheDeadline() {
        Seeds.each(150, random -> {
            FlowProblem problem = TinyProblems.withLimits(random.nextLong());
            Solution base = LimitedReception.byDeadline(problem);
            int tau = random.nextInt(problem.horizon() + 1);
            List<ArcChange> changes = changes(problem, random);
            Replan after = Replan.of(base, tau, changes, OnClosing.TURN_BACK);
            checkProof(after);
            GluedFlow.check(after, changes, OnClosing.TURN_BACK);
            assertThat(after.solution().delivered())
                    .isEqualTo(TimeExpanded.maxArrivedBy(after.remaining(), problem.horizon()));
        });
    }

    private static void checkTiny(FlowProblem problem, Random random) {
        Replan after = checkRepair(problem, random);
        for (int step = after.tau(); step <= problem.horizon(); step++) {
            assertThat(after.curve()[step])
                    .as("arrived by %d", step)
                    .isEqualTo(after.arrivedBefore() + TimeExpanded.maxArrivedBy(after.remaining(), step));
        }
    }

    private static Replan checkRepair(FlowProblem problem, Random random) {
        return check(Replanner.of(EarliestArrival.solve(problem, Replanner.quick())), random);
    }

    private static void checkImpatient(FlowProblem problem, Random random) {
        check(Replanner.impatient(EarliestArrival.solve(problem, Replanner.quick())), random);
    }

    /** Replans twice in a row with the same replanner, the second time for the check. */
    private static Replan check(Replanner ready, Random random) {
        Solution base = ready.base();
        FlowProblem problem = base.problem();
        ready.at(random.nextInt(problem.horizon() + 1), changes(problem, random), OnClosing.TURN_BACK);
        int tau = random.nextInt(problem.horizon() + 1);
        List<ArcChange> changes = changes(problem, random);
        OnClosing rule = random.nextBoolean() ? OnClosing.TURN_BACK : OnClosing.FINISH;
        Replan after = ready.at(tau, changes, rule);
        Replan cold = Replan.cold(base, tau, changes, rule);
        assertThat(after.curve()).isEqualTo(cold.curve());
        assertThat(after.onRoad()).isEqualTo(cold.onRoad());
        checkProof(after);
        GluedFlow.check(after, changes, rule);
        assertThat(units(after.stranded())).isEqualTo(fewestStranded(cold));
        assertThat(units(cold.stranded())).isEqualTo(fewestStranded(cold));
        return after;
    }

    /** Replans once, and leaves out what {@link #checkRepair} looks at besides the curve and its proof. */
    private static void checkRepaired(FlowProblem problem, Random random) {
        Solution base = EarliestArrival.solve(problem, Replanner.quick());
        int tau = random.nextInt(problem.horizon() + 1);
        List<ArcChange> changes = changes(problem, random);
        Replan after = Replanner.of(base).at(tau, changes, OnClosing.TURN_BACK);
        assertThat(after.curve())
                .isEqualTo(Replan.cold(base, tau, changes, OnClosing.TURN_BACK).curve());
        checkProof(after);
    }

    private static void checkProof(Replan after) {
        FlowProblem rest = after.remaining();
        Solution solution = after.solution();
        assertThat(FlowChecker.verify(
                        rest, List.of(Layer.only(rest, solution.flow())), solution.curve(), solution.sinkSide()))
                .isEmpty();
        assertThat(solution.curve()).isEqualTo(solution.flow().arrivedBy(rest.horizon()));
    }

    /** The fair split serves the lowest rank first, and those on the road have it. */
    private static long fewestStranded(Replan cold) {
        Solution fair = EarliestArrival.solve(cold.remaining());
        int sources = cold.base().problem().sources().size();
        long brought = fair.flow().departures().stream()
                .filter(run -> run.item() >= sources)
                .mapToLong(FlowOverTime.Run::total)
                .sum();
        return units(cold.onRoad()) - brought + tooLate(cold);
    }

    private static long tooLate(Replan replan) {
        return replan.stranded().stream()
                .filter(standing -> standing.step() > replan.remaining().horizon())
                .mapToLong(Standing::units)
                .sum();
    }

    private static long units(List<Standing> standings) {
        return standings.stream().mapToLong(Standing::units).sum();
    }

    private static List<ArcChange> changes(FlowProblem problem, Random random) {
        List<ArcChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int arc = random.nextInt(problem.arcs().size());
            int step = random.nextInt(problem.horizon() + 2);
            changes.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new ArcChange.Closed(arc, step);
                        case 1 -> new ArcChange.Capacity(arc, Profile.always(random.nextInt(6)));
                        case 2 -> new ArcChange.Capacity(arc, Profile.always(2).from(1 + step, Rate.NONE));
                        default -> ArcChange.closed(arc);
                    });
        }
        return changes;
    }

    /** A quay with a bridge of 3 steps and a detour of 6; 2 cross in each step. */
    private static final class Town {
        final FlowProblem problem;
        final int quay;
        final int approach;
        final int bridge;
        final int detour;

        Town(int room) {
            FlowProblem.Builder town = FlowProblem.over(15);
            int start = town.node();
            quay = town.node(new Node(room, Profile.unlimited()));
            int end = town.node();
            approach = town.arc(start, quay, 1, Profile.always(2).from(3, Rate.NONE));
            bridge = town.arc(quay, end, 3, Profile.always(2));
            detour = town.arc(quay, end, 6, Profile.always(1));
            town.source(start, 100, 0);
            town.sink(end);
            problem = town.build();
        }

        Solution solution() {
            return EarliestArrival.solve(problem);
        }
    }
}
