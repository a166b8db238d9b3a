package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily.LabelRun;

/**
 * Writes cuts of a short problem with waiting as cuts of the whole problem. A state that was left out is on the sink side as soon as one that it can drive to is. Where the cut
 * goes through a street, it goes through its tightest arc: before that, the states are labelled as the junction they come from.
 */
final class ShortCuts {
    private static final int NEVER = CutFamily.NEVER;

    private final ShortStreets streets;
    private final StreetChains chains;
    private final int last;
    private final LabelSteps[] junctions;

    /** For nodes of dead ends: the node outside where they are left, and the steps to it. */
    private final int[] exit;

    private final int[] stepsOut;

    private ShortCuts(ShortStreets streets, CutFamily cuts) {
        this.streets = streets;
        this.chains = streets.chains;
        this.last = streets.problem.horizon();
        this.junctions = labels(cuts.queue());
        this.exit = new int[streets.graph.nodes];
        this.stepsOut = new int[streets.graph.nodes];
        findExits();
    }

    static CutFamily expand(ShortStreets streets, CutFamily cuts) {
        IntList queue = new ShortCuts(streets, cuts).write();
        IntList gate = new IntList();
        for (LabelRun run : cuts.gate()) {
            gate.add(streets.wholeNode[run.node()]);
            gate.add(run.from());
            gate.add(run.to());
            gate.add(run.label());
            gate.add(run.rise());
        }
        return new CutFamily(
                new PackedList<>(PackedList.LABEL_RUN, queue),
                new PackedList<>(PackedList.LABEL_RUN, gate),
                cuts.sources(),
                cuts.sinks(),
                cuts.firstStep());
    }

    private LabelSteps[] labels(List<LabelRun> runs) {
        LabelSteps[] labels = new LabelSteps[streets.wholeNode.length];
        Arrays.fill(labels, LabelSteps.never(last));
        List<LabelRun> ofNode = new ArrayList<>();
        for (LabelRun run : runs) {
            if (!ofNode.isEmpty() && ofNode.getFirst().node() != run.node()) {
                labels[ofNode.getFirst().node()] = LabelSteps.of(ofNode, last);
                ofNode.clear();
            }
            ofNode.add(run);
        }
        if (!ofNode.isEmpty()) {
            labels[ofNode.getFirst().node()] = LabelSteps.of(ofNode, last);
        }
        return labels;
    }

    private void findExits() {
        IntList deadEnds = streets.roles.deadEnds();
        for (int i = deadEnds.size() - 1; i >= 0; i--) {
            int node = deadEnds.get(i);
            int out = streets.roles.outward(node);
            boolean goesOn = out != StreetRoles.NONE && streets.roles.isDeadEnd(out);
            exit[node] = goesOn ? exit[out] : out;
            stepsOut[node] = (int) Math.min(NEVER, (long) stepsTo(out, node) + (goesOn ? stepsOut[out] : 0));
        }
    }

    /** Steps by the fastest arc from a node to a neighbour. */
    private int stepsTo(int neighbour, int node) {
        StreetGraph graph = streets.graph;
        int steps = NEVER;
        for (int k = graph.first(node); k < graph.first(node + 1); k++) {
            int arc = graph.touching(k);
            if (graph.head[arc] == neighbour) {
                steps = Math.min(steps, graph.transit[arc]);
            }
        }
        return steps;
    }

    private IntList write() {
        IntList values = new IntList();
        for (int node = 0; node < streets.graph.nodes; node++) {
            labels(node).write(node, values);
        }
        return values;
    }

    private LabelSteps labels(int node) {
        if (!streets.roles.isDeadEnd(node)) {
            return onStreet(node);
        }
        return exit[node] == StreetRoles.NONE || stepsOut[node] > last
                ? LabelSteps.never(last)
                : onStreet(exit[node]).earlier(stepsOut[node]);
    }

    private LabelSteps onStreet(int node) {
        if (streets.roles.isJunction(node)) {
            return junctions[streets.shortNode[node]];
        }
        return chains.chainOf(node) == StreetRoles.NONE
                ? LabelSteps.never(last)
                : onward(node, true).least(onward(node, false));
    }

    /** The labels of a bend if units could drive on in one direction only. */
    private LabelSteps onward(int bend, boolean isOnward) {
        int chain = chains.chainOf(bend);
        int place = chains.before(bend, isOnward);
        int steps = chains.steps(chain, isOnward, place);
        int from = isOnward ? chains.from(chain) : chains.to(chain);
        int to = isOnward ? chains.to(chain) : chains.from(chain);
        LabelSteps ahead = junctions[streets.shortNode[to]].earlier(steps);
        if (!chains.leads(chain, isOnward) || place > chains.tightest(chain, isOnward)) {
            return ahead;
        }
        int passed = chains.steps(chain, isOnward, 0) - steps;
        return ahead.most(junctions[streets.shortNode[from]].later(passed));
    }
}
