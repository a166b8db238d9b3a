package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * Tells what holds a plan back: all that leads across the cut of the last step, each with the steps in which it does. Together their capacities are what
 * is delivered, so without more of one of them no more can be. Cuts are not unique: what is in the cuts of both sides is held back
 * there by any reckoning. Used once.
 */
public final class Bottleneck {

    /** What can hold back. */
    public enum Kind {
        ROAD,
        WAITING_ROOM,
        THROUGHPUT,
        SINK_RATE,
        SINK_LIMIT,
        SOURCE_AMOUNT
    }

    /**
     * Something that is used to the full in steps in a row.
     *
     * @param kind what it is
     * @param item number of the road, node, sink or source
     * @param from first step; 0 for amounts and limits, which hold for all steps together
     * @param to last step, included; the horizon for amounts and limits
     * @param capacity units in all these steps together
     */
    public record CutArc(Kind kind, int item, int from, int to, long capacity) {}

    private final FlowProblem problem;
    private final StepSet[] queue;
    private final StepSet[] gate;
    private final List<CutArc> crossing = new ArrayList<>();

    private Bottleneck(FlowProblem problem, CutFamily cuts) {
        this.problem = problem;
        this.queue = labelled(cuts.queue());
        this.gate = labelled(cuts.gate());
        for (int node = 0; node < gate.length; node++) {
            if (InnerArcs.isUnlimited(problem.nodes().get(node).throughput())) {
                gate[node] = queue[node];
            }
        }
    }

    /** What leads across the last cut of a family. */
    public static List<CutArc> of(FlowProblem problem, CutFamily cuts) {
        Bottleneck bottleneck = new Bottleneck(problem, cuts);
        bottleneck.addNodes();
        bottleneck.addRoads();
        bottleneck.addSinks(cuts.sinks());
        bottleneck.addSources(cuts.sources());
        return List.copyOf(bottleneck.crossing);
    }

    private StepSet[] labelled(List<LabelRun> runs) {
        StepSet[] steps = new StepSet[problem.nodes().size()];
        for (int node = 0; node < steps.length; node++) {
            steps[node] = new StepSet();
        }
        for (LabelRun run : runs) {
            long last = run.rise() == 0 ? run.to() : (long) run.from() + problem.horizon() - run.label();
            if (run.label() <= problem.horizon()) {
                steps[run.node()].add(run.from(), (int) Math.min(run.to(), last));
            }
        }
        return steps;
    }

    private void addNodes() {
        for (int v = 0; v < queue.length; v++) {
            Node node = problem.nodes().get(v);
            if (node.room() > 0) {
                cross(Kind.WAITING_ROOM, v, queue[v].shifted(1).without(queue[v]), Profile.always(node.room()));
            }
            cross(Kind.THROUGHPUT, v, gate[v].without(queue[v]), node.throughput());
        }
    }

    private void addRoads() {
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            StepSet steps = queue[arc.head()].shifted(arc.transit()).without(gate[arc.tail()]);
            cross(Kind.ROAD, a, steps, arc.capacity());
        }
    }

    private void addSinks(int[] labels) {
        for (int j = 0; j < labels.length; j++) {
            Sink sink = problem.sinks().get(j);
            if (sink.limit() != FlowProblem.UNLIMITED && labels[j] > problem.horizon()) {
                crossing.add(new CutArc(Kind.SINK_LIMIT, j, 0, problem.horizon(), sink.limit()));
            } else {
                StepSet all = new StepSet();
                all.add(0, problem.horizon());
                cross(Kind.SINK_RATE, j, all.without(gate[sink.node()]), sink.rate());
            }
        }
    }

    private void addSources(int[] labels) {
        for (int i = 0; i < labels.length; i++) {
            Source source = problem.sources().get(i);
            if (labels[i] <= problem.horizon() && source.amount() > 0) {
                crossing.add(new CutArc(Kind.SOURCE_AMOUNT, i, 0, problem.horizon(), source.amount()));
            }
        }
    }

    private void cross(Kind kind, int item, StepSet steps, Profile capacity) {
        for (int i = 0; i < steps.size(); i++) {
            int from = steps.from(i);
            int to = steps.to(i);
            while (from < to && capacity.at(from) == 0) {
                from++;
            }
            while (to > from && capacity.at(to) == 0) {
                to--;
            }
            long units = capacity.over(from, to + 1);
            if (units > 0) {
                crossing.add(new CutArc(kind, item, from, to, units));
            }
        }
    }
}
