package org.safeconduct.flow;

import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;

/**
 * What a change would be worth, found by solving again with it: not an estimate from prices. Both solutions are proven, so the gain is exact.
 *
 * <pre>
 *   Worth.ofRoad(solution, bridge, 60, 120, Rate.perStep(1)).gain()   // one more unit a step over the bridge for an hour
 *   Worth.ofTime(solution, 30).gain()                                 // half an hour more
 * </pre>
 *
 * @param before the solution as it is
 * @param after the solution with the change
 */
public record Worth(Solution before, Solution after) {

    /** The units that would be delivered in addition. */
    public long gain() {
        return after.delivered() - before.delivered();
    }

    /** What more capacity on a road is worth, in the steps {@code from} ≤ k &lt; {@code to}. */
    public static Worth ofRoad(Solution before, int arc, int from, int to, Rate more) {
        FlowProblem.Builder changed = same(before);
        Profile capacity = before.problem().arcs().get(arc).capacity();
        return of(
                before, changed.arcCapacity(arc, capacity.plus(from, to, more)).build());
    }

    /** What more capacity on a place is worth, in the steps {@code from} ≤ k &lt; {@code to}: on all roads into it and out of it, through it, and into its sinks. */
    public static Worth ofPlace(Solution before, int node, int from, int to, Rate more) {
        FlowProblem problem = before.problem();
        FlowProblem.Builder changed = same(before);
        Node place = problem.nodes().get(node);
        changed.node(node, new Node(place.room(), place.throughput().plus(from, to, more)));
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            if (arc.tail() == node || arc.head() == node) {
                changed.arcCapacity(a, arc.capacity().plus(from, to, more));
            }
        }
        for (int j = 0; j < problem.sinks().size(); j++) {
            Sink sink = problem.sinks().get(j);
            if (sink.node() == node) {
                Profile rate = sink.rate().plus(from, to, more);
                changed.sink(j, new Sink(node, sink.limit(), rate, sink.rank()));
            }
        }
        return of(before, changed.build());
    }

    /** What more time is worth. */
    public static Worth ofTime(Solution before, int steps) {
        FlowProblem problem = before.problem();
        return of(
                before,
                problem.copyOver(Math.addExact(problem.horizon(), steps)).build());
    }

    /** What any other change is worth: compares a solution with that of the changed problem, for the same claim. */
    public static Worth of(Solution before, FlowProblem changed) {
        Options options = Options.standard().withSplit(Options.Split.ANY);
        return new Worth(
                before,
                switch (before.claim()) {
                    case EARLIEST_ARRIVAL -> EarliestArrival.solve(changed, options);
                    case BY_DEADLINE -> LimitedReception.byDeadline(changed, options);
                });
    }

    private static FlowProblem.Builder same(Solution before) {
        return before.problem().copyOver(before.problem().horizon());
    }
}
