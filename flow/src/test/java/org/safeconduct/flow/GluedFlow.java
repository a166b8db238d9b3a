package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.Replan.Standing;

/**
 * Puts the past of a solution and its replanned future together and follows every unit, node by node and step by step: whoever comes to a node goes on, waits, arrives, is turned back or is
 * reported as stranded; nobody appears. Written without the code under test.
 */
final class GluedFlow {
    private final Replan replan;
    private final FlowProblem problem;
    private final Map<Long, Long> balance = new HashMap<>();

    private GluedFlow(Replan replan) {
        this.replan = replan;
        this.problem = replan.base().problem();
    }

    static void check(Replan replan, List<ArcChange> changes, OnClosing rule) {
        GluedFlow glued = new GluedFlow(replan);
        FlowOverTime past = replan.base().flow();
        FlowOverTime future = replan.solution().flow();
        glued.addAll(past, 0, replan.tau() - 1);
        glued.addAll(future, replan.tau(), replan.base().problem().horizon());
        glued.turn(changes, rule);
        replan.stranded().stream()
                .filter(standing -> standing.step() <= replan.base().problem().horizon())
                .forEach(standing -> glued.book(standing.node(), standing.step(), -standing.units()));
        glued.balance.forEach((state, units) -> assertThat(units)
                .as("node %d in step %d", state >> 32, state.intValue())
                .isZero());
        glued.checkCurve(past, future);
    }

    private void book(int node, long step, long units) {
        if (step <= problem.horizon()) {
            balance.merge((long) node << 32 | step, units, Long::sum);
        }
    }

    private void addAll(FlowOverTime flow, int first, int last) {
        each(
                flow.departures(),
                problem.sources().size(),
                first,
                last,
                (source, step, units) -> book(problem.sources().get(source).node(), step, units));
        each(flow.moves(), problem.arcs().size(), first, last, (number, step, units) -> {
            Arc arc = problem.arcs().get(number);
            book(arc.tail(), step, -units);
            book(arc.head(), (long) step + arc.transit(), units);
        });
        each(flow.waits(), problem.nodes().size(), first, last, (node, step, units) -> {
            book(node, step, -units);
            book(node, step + 1L, units);
        });
        each(
                flow.arrivals(),
                problem.sinks().size(),
                first,
                last,
                (sink, step, units) -> book(problem.sinks().get(sink).node(), step, -units));
    }

    /** Who is turned back comes to the tail, not to the head. */
    private void turn(List<ArcChange> changes, OnClosing rule) {
        Map<Standing, Long> back = new HashMap<>();
        replan.turnedBack()
                .forEach(standing ->
                        back.merge(new Standing(standing.node(), standing.step(), 0), standing.units(), Long::sum));
        for (Run run : replan.base().flow().moves()) {
            boolean turns = rule == OnClosing.TURN_BACK
                    && changes.stream()
                            .anyMatch(change -> change instanceof ArcChange.Closed && change.arc() == run.item());
            Arc arc = problem.arcs().get(run.item());
            int last = Math.min(run.to(), replan.tau() - 1);
            for (int step = Math.max(run.from(), replan.tau() - arc.transit() + 1); turns && step <= last; step++) {
                int atTail = 2 * replan.tau() - step;
                book(arc.head(), (long) step + arc.transit(), -run.amount());
                book(arc.tail(), atTail, run.amount());
                back.merge(new Standing(arc.tail(), atTail, 0), (long) -run.amount(), Long::sum);
            }
        }
        assertThat(back.values()).allMatch(units -> units == 0);
    }

    private void checkCurve(FlowOverTime past, FlowOverTime future) {
        long[] arrived = new long[problem.horizon() + 1];
        each(past.arrivals(), Integer.MAX_VALUE, 0, replan.tau() - 1, (sink, step, units) -> arrived[step] += units);
        each(
                future.arrivals(),
                Integer.MAX_VALUE,
                replan.tau(),
                problem.horizon(),
                (sink, step, units) -> arrived[step] += units);
        Arrays.parallelPrefix(arrived, Long::sum);
        assertThat(replan.curve()).isEqualTo(arrived);
    }

    private interface Visitor {
        void visit(int item, int step, int units);
    }

    private static void each(List<Run> runs, int items, int first, int last, Visitor visitor) {
        for (Run run : runs) {
            for (int step = Math.max(first, run.from());
                    run.item() < items && step <= Math.min(last, run.to());
                    step++) {
                visitor.visit(run.item(), step, run.amount());
            }
        }
    }
}
