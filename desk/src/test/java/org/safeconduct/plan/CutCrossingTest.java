package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.FlowChecker;

class CutCrossingTest {

    @Test
    void anOpeningShorterThanTheHeadwayLetsOneThrough() {
        FlowProblem.Builder road = FlowProblem.over(20);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 3, Profile.closed().from(7, new Rate(1, 6)).from(11, Rate.NONE));
        road.source(start, 4, 0);
        road.sink(end);
        assertThat(Solving.bound(road.build()).delivered()).isZero();
        assertThat(Solving.boundAtEnd(road.build()).delivered()).isEqualTo(1);
    }

    @Test
    void theCutLiesOnOneRoadAndDoesNotHopFromBeatToBeat() {
        FlowProblem.Builder roads = FlowProblem.over(600);
        int start = roads.node();
        int middle = roads.node();
        int end = roads.node();
        roads.arc(start, middle, 1, Profile.always(new Rate(1, 3)));
        roads.arc(middle, end, 1, Profile.always(new Rate(1, 2)));
        roads.source(start, 900, 0);
        roads.sink(end);
        assertThat(Solving.boundAtEnd(roads.build()).delivered()).isEqualTo(200);
    }

    @Test
    void ratesThatAreWholeInAStepAreCountedAsTheyAre() {
        FlowProblem.Builder road = FlowProblem.over(9);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 3, Profile.always(2));
        road.source(start, 40, 0);
        road.sink(end);
        assertThat(Solving.boundAtEnd(road.build()).delivered()).isEqualTo(14);
    }

    @Test
    void thePlannerAndTheCheckerCountAlike() {
        for (long seed = 0; seed < 500; seed++) {
            FlowProblem problem = problem(new Random(seed));
            Solution bound = Solving.boundAtEnd(problem);
            long counted =
                    FlowChecker.lastCutAtAnyBeat(problem, bound.sinkSide()).capacity(problem.horizon());
            assertThat(bound.delivered()).as("seed %d", seed).isEqualTo(counted);
            assertThat(bound.delivered())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(Solving.bound(problem).delivered());
        }
    }

    private static FlowProblem problem(Random random) {
        FlowProblem.Builder problem = FlowProblem.over(15 + random.nextInt(20));
        int nodes = 3 + random.nextInt(4);
        for (int node = 0; node < nodes; node++) {
            Profile throughput = random.nextInt(3) == 0 ? profile(random) : Profile.unlimited();
            problem.node(new Node(random.nextInt(3), throughput));
        }
        for (int arc = 0; arc < 3 * nodes; arc++) {
            problem.arc(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(4), profile(random));
        }
        problem.source(0, 5 + random.nextInt(40), random.nextInt(3));
        problem.source(1, random.nextInt(10), random.nextInt(3));
        int limit = random.nextBoolean() ? FlowProblem.UNLIMITED : random.nextInt(20);
        Profile rate = random.nextBoolean() ? Profile.unlimited() : profile(random);
        problem.sink(new Sink(nodes - 1, limit, rate, 0));
        return problem.build();
    }

    private static Profile profile(Random random) {
        Profile always = Profile.always(new Rate(1 + random.nextInt(3), 1 + random.nextInt(7)));
        int closes = random.nextInt(20);
        return random.nextBoolean()
                ? always
                : always.from(closes, Rate.NONE)
                        .from(closes + 1 + random.nextInt(5), new Rate(1, 1 + random.nextInt(4)));
    }
}
