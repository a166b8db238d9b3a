package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;
import org.safeconduct.flow.oracle.Seeds;

class DirectWaysTest {

    /** home ──0──► corner ──1──► end, and a block round the corner: corner ──2──► back ──3──► corner; one unit, which goes round it. */
    private static DirectWays round(Profile fromHome) {
        FlowProblem.Builder road = FlowProblem.over(9);
        int home = road.node();
        int corner = road.node();
        int back = road.node();
        int end = road.node();
        road.arc(home, corner, 1, fromHome);
        road.arc(corner, end, 1, Profile.always(1));
        road.arc(corner, back, 2, Profile.always(1));
        road.arc(back, corner, 1, Profile.always(1));
        road.source(home, 1, 0);
        road.sink(end);
        FlowOverTime flow = new FlowOverTime(
                List.of(new Run(0, 0, 0, 1)),
                List.of(new Run(0, 0, 0, 1), new Run(1, 4, 4, 1), new Run(2, 1, 1, 1), new Run(3, 3, 3, 1)),
                List.of(),
                List.of(new Run(0, 5, 5, 1)));
        return DirectWays.of(road.build(), flow);
    }

    @Test
    void whoWentRoundABlockLeavesLaterInstead() {
        assertThat(round(Profile.always(1)).departures())
                .containsExactly(new Departure(0, 0, 3, 3, 1, List.of(new Leg(0, 0), new Leg(0, 1)), 0));
    }

    @Test
    void aCircleStaysWhereNothingElseArrivesInItsStep() {
        DirectWays closedLater = round(Profile.always(1).from(1, Rate.NONE));
        assertThat(closedLater.circling()).isEqualTo(1);
        assertThat(closedLater.flow().departures()).containsExactly(new Run(0, 0, 0, 1));
    }

    @Test
    void waitingIsNoCircle() {
        FlowProblem.Builder road = FlowProblem.over(9);
        int home = road.node();
        int halt = road.node(new FlowProblem.Node(3, Profile.always(1)));
        road.arc(home, halt, 1, Profile.always(3).from(1, Rate.NONE));
        road.source(home, 3, 0);
        road.sink(halt);
        Solution solution = EarliestArrival.solve(road.build());
        DirectWays ways = DirectWays.of(solution.problem(), solution.flow());
        assertThat(ways.circling()).isZero();
        assertThat(ways.flow()).isEqualTo(solution.flow());
    }

    /** Sends one unit astray on a random walk, and tries every way that it could have gone instead. */
    @Test
    void aUnitThatIsAloneDoesWithoutACircleWhereItCan() {
        int[] circles = new int[1];
        Seeds.each(4_000, random -> {
            FlowProblem problem = TinyProblems.withLimits(random.nextLong());
            RandomWalk.of(problem, random).ifPresent(walk -> circles[0] += compare(problem, walk) ? 1 : 0);
        });
        assertThat(circles[0]).isPositive();
    }

    /** True if the walk had a circle. */
    private static boolean compare(FlowProblem problem, FlowOverTime walk) {
        boolean circles = new DirectWays(problem, walk, Decomposition.of(problem, walk)).circling() > 0;
        DirectWays direct = DirectWays.of(problem, walk);
        OptionalInt latest = EveryWay.latestDeparture(problem, walk);
        assertThat(FlowChecker.feasibility(problem, List.of(Layer.only(problem, direct.flow()))))
                .isEmpty();
        assertThat(direct.circling() == 0).isEqualTo(latest.isPresent());
        latest.ifPresent(step -> assertThat(direct.departures().getFirst().from())
                .isBetween(walk.departures().getFirst().from(), step));
        return circles;
    }
}
