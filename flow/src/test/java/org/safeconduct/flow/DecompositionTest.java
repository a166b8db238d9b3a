package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;

class DecompositionTest {

    @Test
    void aSteadyStreamIsOneDeparture() {
        FlowProblem.Builder road = FlowProblem.over(20);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 4, Profile.always(3));
        road.source(start, 30, 2);
        road.sink(end);
        assertThat(Decomposition.of(EarliestArrival.solve(road.build())))
                .containsExactly(new Departure(0, 0, 2, 11, 3, List.of(new Leg(0, 0)), 0));
    }

    @Test
    void haltsAreTold() {
        FlowProblem.Builder road = FlowProblem.over(8);
        int start = road.node();
        int bridge = road.node(new Node(4, Profile.unlimited()));
        int end = road.node();
        road.arc(start, bridge, 1, Profile.closed().from(0, Rate.perStep(2)).from(1, Rate.NONE));
        road.arc(bridge, end, 1, Profile.closed().from(4, Rate.perStep(1)));
        road.source(start, 2, 0);
        road.sink(end);
        assertThat(Decomposition.of(EarliestArrival.solve(road.build())))
                .containsExactlyInAnyOrder(
                        new Departure(0, 0, 0, 0, 1, List.of(new Leg(0, 0), new Leg(3, 1)), 0),
                        new Departure(0, 0, 0, 0, 1, List.of(new Leg(0, 0), new Leg(4, 1)), 0));
    }

    @Test
    void departuresAddUpToTheFlow() {
        for (long seed = 0; seed < 500; seed++) {
            FlowProblem problem = TinyProblems.withLimits(seed);
            FlowOverTime flow = LimitedReception.byDeadline(problem).flow();
            Told told = new Told(problem, flow);
            Decomposition.of(problem, flow).forEach(told::take);
            assertThat(told.isAllTaken()).as("seed %d", seed).isTrue();
        }
    }

    /** Takes departures out of a flow, step by step. */
    private static final class Told {
        private final FlowProblem problem;
        private final FlowOverTime flow;
        private final Amounts departures;
        private final Amounts moves;
        private final Amounts waits;
        private final Amounts arrivals;

        Told(FlowProblem problem, FlowOverTime flow) {
            this.problem = problem;
            this.flow = flow;
            this.departures = new Amounts(problem.sources().size(), flow.departures());
            this.moves = new Amounts(problem.arcs().size(), flow.moves());
            this.waits = new Amounts(problem.nodes().size(), flow.waits());
            this.arrivals = new Amounts(problem.sinks().size(), flow.arrivals());
        }

        void take(Departure departure) {
            for (int step = departure.from(); step <= departure.to(); step++) {
                departures.take(departure.source(), step, departure.amount());
                int now = step;
                int node = problem.sources().get(departure.source()).node();
                for (Leg leg : departure.legs()) {
                    Arc arc = problem.arcs().get(leg.arc());
                    assertThat(arc.tail()).isEqualTo(node);
                    now = waitAt(node, now, leg.waitBefore(), departure.amount());
                    moves.take(leg.arc(), now, departure.amount());
                    now += arc.transit();
                    node = arc.head();
                }
                now = waitAt(node, now, departure.waitAtEnd(), departure.amount());
                arrivals.take(departure.sink(), now, departure.amount());
            }
        }

        private int waitAt(int node, int from, int steps, int units) {
            for (int step = from; step < from + steps; step++) {
                waits.take(node, step, units);
            }
            return from + steps;
        }

        boolean isAllTaken() {
            boolean all = true;
            for (int step = 0; step <= problem.horizon(); step++) {
                int now = step;
                all &= flow.departures().stream().allMatch(run -> departures.at(run.item(), now) == 0);
                all &= flow.moves().stream().allMatch(run -> moves.at(run.item(), now) == 0);
                all &= flow.waits().stream().allMatch(run -> waits.at(run.item(), now) == 0);
                all &= flow.arrivals().stream().allMatch(run -> arrivals.at(run.item(), now) == 0);
            }
            return all;
        }
    }
}
