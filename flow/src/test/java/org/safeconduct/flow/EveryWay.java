package org.safeconduct.flow;

import java.util.BitSet;
import java.util.OptionalInt;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;

/** Slow and obvious: tries every way on which a single unit comes to no node twice and arrives where and when it did. */
final class EveryWay {
    private final FlowProblem problem;
    private final int sink;
    private final int arrival;
    private final BitSet seen = new BitSet();

    private EveryWay(FlowProblem problem, FlowOverTime flow) {
        this.problem = problem;
        this.sink = flow.arrivals().getFirst().item();
        this.arrival = flow.arrivals().getFirst().from();
    }

    /** The last step, not before it departs now, in which the only unit of a flow can depart to arrive as it does. */
    static OptionalInt latestDeparture(FlowProblem problem, FlowOverTime flow) {
        EveryWay ways = new EveryWay(problem, flow);
        int now = flow.departures().getFirst().from();
        int home = problem.sources().get(flow.departures().getFirst().item()).node();
        for (int step = ways.arrival; step >= now; step--) {
            if (ways.arrives(home, step)) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private boolean arrives(int node, int from) {
        if (seen.get(node)) {
            return false;
        }
        seen.set(node);
        Node place = problem.nodes().get(node);
        boolean arrives = false;
        int last = place.room() > 0 ? arrival : Math.min(from, arrival);
        for (int step = from; step <= last && !arrives; step++) {
            arrives = place.throughput().at(step) > 0 && goesOn(node, step);
        }
        seen.clear(node);
        return arrives;
    }

    private boolean goesOn(int node, int step) {
        if (problem.sinks().get(sink).node() == node && step == arrival) {
            return true;
        }
        for (Arc arc : problem.arcs()) {
            if (arc.tail() == node && arc.capacity().at(step) > 0 && arrives(arc.head(), step + arc.transit())) {
                return true;
            }
        }
        return false;
    }
}
