package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Bottleneck.CutArc;
import org.safeconduct.flow.Bottleneck.Kind;
import org.safeconduct.flow.FlowProblem.Node;

class BottleneckTest {

    /** A town, a bridge that lets two pass a step, a border. */
    private static FlowProblem bridge() {
        FlowProblem.Builder road = FlowProblem.over(20);
        int town = road.node();
        int bridge = road.node(new Node(0, Profile.always(2)));
        int border = road.node();
        road.arc(town, bridge, 3, Profile.always(5));
        road.arc(bridge, border, 4, Profile.always(3));
        road.source(town, 100, 0);
        road.sink(border);
        return road.build();
    }

    @Test
    void theBridgeHoldsBackFromTheFirstArrivalToTheLast() {
        Solution solution = EarliestArrival.solve(bridge());
        CutArc expected = new CutArc(Kind.THROUGHPUT, 1, 3, 16, 28);
        assertThat(Bottleneck.of(solution.problem(), solution.sinkSide())).containsExactly(expected);
        assertThat(Bottleneck.of(solution.problem(), solution.sourceSide())).containsExactly(expected);
    }

    @Test
    void moreOverTheBridgeOrMoreTimeIsWorthAsMuchAsItLetsThrough() {
        Solution solution = EarliestArrival.solve(bridge());
        assertThat(Worth.ofRoad(solution, 0, 0, 20, Rate.perStep(1)).gain()).isZero();
        assertThat(Worth.ofPlace(solution, 1, 3, 10, Rate.perStep(1)).gain()).isEqualTo(7);
        assertThat(Worth.ofTime(solution, 6).gain()).isEqualTo(12);
    }

    @Test
    void whatHoldsBackAddsUpToWhatIsDelivered() {
        for (long seed = 0; seed < 500; seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            Solution solution = LimitedReception.byDeadline(problem);
            for (CutFamily cuts : List.of(solution.sinkSide(), solution.sourceSide())) {
                long sum = Bottleneck.of(problem, cuts).stream()
                        .mapToLong(CutArc::capacity)
                        .sum();
                assertThat(sum).as("seed %d", seed).isEqualTo(solution.delivered());
            }
        }
    }

    @Test
    void aProfileGainsOnlyInTheStepsNamed() {
        Profile profile = Profile.always(2).from(10, Rate.NONE).plus(5, 12, Rate.perStep(3));
        assertThat(profile.at(4)).isEqualTo(2);
        assertThat(profile.at(5)).isEqualTo(5);
        assertThat(profile.at(11)).isEqualTo(3);
        assertThat(profile.at(12)).isZero();
        assertThat(profile.over(0, 20)).isEqualTo(10 + 25 + 6);
    }
}
