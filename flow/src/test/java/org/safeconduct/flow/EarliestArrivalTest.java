package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

class EarliestArrivalTest {

    @Test
    void oneRoadBringsItsCapacityInEachStepAfterTheFirstHasPassed() {
        FlowProblem.Builder road = FlowProblem.over(10);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 4, Profile.always(3));
        road.source(start, 10, 0);
        road.sink(end);
        assertThat(curve(road)).containsExactly(0, 0, 0, 0, 3, 6, 9, 10, 10, 10, 10);
    }

    @Test
    void theLastOf10867VehiclesArrivesAfterTheFreeFlowTimeAndItsQueue() {
        FlowProblem.Builder road = FlowProblem.over(66_020);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 818, Profile.always(new Rate(600, 3600)));
        road.source(start, 10_867, 5);
        road.sink(end);
        long[] curve = curve(road);
        assertThat(curve[66_018]).isEqualTo(10_866);
        assertThat(curve[66_019]).isEqualTo(10_867);
    }

    @Test
    void aRateOfTenInSixStepsKeepsItsBeat() {
        FlowProblem.Builder road = FlowProblem.over(6);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 1, Profile.always(new Rate(10, 6)));
        road.source(start, 100, 0);
        road.sink(end);
        assertThat(curve(road)).containsExactly(0, 1, 3, 5, 6, 8, 10);
    }

    @Test
    void aWindowLetsThroughOnlyWhoIsThereWhileItIsOpen() {
        FlowProblem.Builder road = FlowProblem.over(8);
        int start = road.node();
        int bridge = road.node();
        int end = road.node();
        road.arc(start, bridge, 2, Profile.always(2));
        road.arc(bridge, end, 1, Profile.closed().from(3, Rate.perStep(5)).from(6, Rate.NONE));
        road.source(start, 100, 0);
        road.sink(end);
        assertThat(curve(road)).containsExactly(0, 0, 0, 0, 2, 4, 6, 6, 6);
    }

    @Test
    void whoCanWaitBeforeAWindowPassesAtOnceWhenItOpens() {
        FlowProblem.Builder road = FlowProblem.over(8);
        int start = road.node();
        int bridge = road.node(new Node(3, Profile.unlimited()));
        int end = road.node();
        road.arc(start, bridge, 2, Profile.always(2));
        road.arc(bridge, end, 1, Profile.closed().from(4, Rate.perStep(5)).from(6, Rate.NONE));
        road.source(start, 100, 0);
        road.sink(end);
        assertThat(curve(road)).containsExactly(0, 0, 0, 0, 0, 5, 7, 7, 7);
    }

    @Test
    void twoSourcesShareAThroughput() {
        FlowProblem.Builder town = FlowProblem.over(6);
        int west = town.node();
        int east = town.node();
        int gate = town.node(new Node(0, Profile.always(3)));
        int end = town.node();
        town.arc(west, gate, 1, Profile.always(2));
        town.arc(east, gate, 2, Profile.always(2));
        town.arc(gate, end, 1, Profile.unlimited());
        town.source(west, 100, 0);
        town.source(east, 100, 0);
        town.sink(end);
        assertThat(curve(town)).containsExactly(0, 0, 2, 5, 8, 11, 14);
    }

    @Test
    void aSinkReceivesNoMoreThanItsRate() {
        FlowProblem.Builder road = FlowProblem.over(4);
        int start = road.node();
        int end = road.node(new Node(FlowProblem.UNLIMITED, Profile.unlimited()));
        road.arc(start, end, 1, Profile.always(9));
        road.source(start, 20, 0);
        road.sink(new Sink(end, FlowProblem.UNLIMITED, Profile.always(4), 0));
        assertThat(curve(road)).containsExactly(0, 4, 8, 12, 16);
    }

    @Test
    void aSourceAtASinkHasArrivedWhenItIsReleased() {
        FlowProblem.Builder place = FlowProblem.over(3);
        int node = place.node();
        place.source(node, 7, 2);
        place.sink(node);
        assertThat(curve(place)).containsExactly(0, 0, 7, 7);
    }

    @Test
    void withoutRoadsTimeSupplyOrSinksNothingArrives() {
        FlowProblem.Builder empty = FlowProblem.over(0);
        assertThat(curve(empty)).containsExactly(0);
        FlowProblem.Builder apart = FlowProblem.over(2);
        apart.source(apart.node(), 5, 0);
        assertThat(curve(apart)).containsExactly(0, 0, 0);
        apart.sink(apart.node());
        assertThat(curve(apart)).containsExactly(0, 0, 0);
        FlowProblem.Builder nobody = FlowProblem.over(1);
        nobody.source(nobody.node(), 0, 0);
        nobody.sink(0);
        assertThat(curve(nobody)).containsExactly(0, 0);
    }

    @Test
    void threeTimesABillionPassAnUnlimitedRoadAtOnce() {
        FlowProblem.Builder road = FlowProblem.over(3);
        int start = road.node(new Node(FlowProblem.UNLIMITED, Profile.unlimited()));
        int end = road.node();
        road.arc(start, end, 1, Profile.closed().from(2, Rate.UNLIMITED));
        for (int i = 0; i < 3; i++) {
            road.source(start, 1_000_000_000, i);
        }
        road.sink(end);
        assertThat(curve(road)).containsExactly(0, 0, 0, 3_000_000_000L);
    }

    @Test
    void limitedReceptionIsRefusedWithTheNextStep() {
        FlowProblem.Builder road = FlowProblem.over(3);
        road.sink(new Sink(road.node(), 5, Profile.unlimited(), 0));
        assertThatThrownBy(() -> EarliestArrival.solve(road.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LimitedReception");
    }

    @Test
    void statesBeyondTheRangeOfAnIntAreNoTrouble() {
        FlowProblem.Builder road = FlowProblem.over(100_000);
        for (int v = 0; v < 70_000; v++) {
            road.node();
        }
        road.arc(3, 69_998, 99_000, Profile.always(2));
        road.arc(69_998, 69_999, 900, Profile.always(1));
        road.source(3, 50, 0);
        road.sink(69_999);
        long[] curve = curve(road);
        assertThat(curve[99_899]).isZero();
        assertThat(curve[99_949]).isEqualTo(50);
    }

    @Test
    void theSameProblemGivesTheSameSolution() {
        FlowProblem problem = TinyProblems.withoutLimits(77);
        Solution first = EarliestArrival.solve(problem);
        Solution second = EarliestArrival.solve(problem);
        assertThat(second.flow()).isEqualTo(first.flow());
        assertThat(second.sinkSide().queue()).isEqualTo(first.sinkSide().queue());
    }

    @Test
    void everyStepOfTheCurveIsTheMaximumOfTheNetworkWrittenOut() {
        long one = Long.getLong("seed", -1);
        for (long seed = one < 0 ? 0 : one; seed < (one < 0 ? 1500 : one + 1); seed++) {
            FlowProblem problem = TinyProblems.withoutLimits(seed);
            long[] curve = verified(problem);
            for (int step = 0; step <= problem.horizon(); step++) {
                assertThat(curve[step])
                        .as("-Dseed=%d, step %d", seed, step)
                        .isEqualTo(TimeExpanded.maxArrivedBy(problem, step));
            }
        }
    }

    @Test
    void labelsMadeInAdvanceChangeNothing() {
        for (long seed = 0; seed < 1500; seed++) {
            FlowProblem problem = TinyProblems.withoutLimits(seed);
            StepByStep steps = new StepByStep(problem, Options.standard());
            steps.filler.hurry();
            steps.run();
            FlowOverTime flow = FlowWriter.write(steps.filler.network, steps.filler.flow);
            CutFamily cuts = new CutWriter(steps.filler.network, steps.completeFrom())
                    .write(steps.log, CutWriter.neverSinks(problem), 0);
            long[] curve = EarliestArrival.solve(problem).curve();
            assertThat(FlowChecker.verify(problem, List.of(Layer.only(problem, flow)), curve, cuts))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void theExampleOfThePackageHolds() {
        FlowProblem.Builder road = FlowProblem.over(7);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 4, Profile.always(3));
        road.source(start, 10, 0);
        road.sink(end);
        Solution solution = EarliestArrival.solve(road.build());
        assertThat(solution.curve()).containsExactly(0, 0, 0, 0, 3, 6, 9, 10);
        assertThat(Decomposition.of(solution)).extracting(Departure::amount).containsExactly(3, 1);
        assertThat(Worth.ofRoad(solution, 0, 0, 4, Rate.perStep(1)).gain()).isZero();
    }

    private static long[] curve(FlowProblem.Builder problem) {
        return verified(problem.build());
    }

    private static long[] verified(FlowProblem problem) {
        Solution solution = EarliestArrival.solve(problem);
        List<Layer> layers = List.of(Layer.only(problem, solution.flow()));
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sinkSide()))
                .as("sink side of %s", problem)
                .isEmpty();
        assertThat(FlowChecker.verify(problem, layers, solution.curve(), solution.sourceSide()))
                .as("source side of %s", problem)
                .isEmpty();
        return solution.curve();
    }
}
