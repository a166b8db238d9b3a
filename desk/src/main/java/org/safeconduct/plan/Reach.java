package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;

/**
 * Who could be where on an empty road: which nodes can be reached in which steps, windows and closures respected, no one else travelling. A vehicle waits where the network
 * gives it room.
 *
 * <p>Each node has a row of steps; an arc moves its tail's row by its transit. Rows are spread until none grows, the most promising node first, so on an open road each is spread
 * once. Rows count from the end of the horizon when looking forward, so that both directions move rows the same way.
 */
final class Reach {

    private final FlowProblem problem;
    private final boolean forward;
    private final int steps;
    private final BitSet[] rows;
    private final List<List<Integer>> arcsAt = new ArrayList<>();
    private final Map<Profile, BitSet> passing = new HashMap<>();
    private final BitSet queued = new BitSet();
    private final PriorityQueue<Next> open = new PriorityQueue<>();

    /** A node whose row has grown; the one that can go on furthest comes first. */
    private record Next(int node, int furthest) implements Comparable<Next> {
        @Override
        public int compareTo(Next other) {
            return furthest != other.furthest
                    ? Integer.compare(other.furthest, furthest)
                    : Integer.compare(node, other.node);
        }
    }

    private Reach(FlowProblem problem, boolean forward) {
        this.problem = problem;
        this.forward = forward;
        this.steps = problem.horizon() + 1;
        this.rows = new BitSet[problem.nodes().size()];
        for (int node = 0; node < rows.length; node++) {
            rows[node] = new BitSet(steps);
            arcsAt.add(new ArrayList<>(4));
        }
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            FlowProblem.Arc a = problem.arcs().get(arc);
            arcsAt.get(forward ? a.tail() : a.head()).add(arc);
        }
    }

    /**
     * For each node the first step in which a vehicle can be there that is ready at {@code node} from step {@code step} on and may start when it likes; above the horizon if it
     * cannot.
     */
    static int[] firstSteps(FlowProblem problem, int node, int step) {
        Reach reach = new Reach(problem, true);
        if (step <= problem.horizon()) {
            BitSet ready = new BitSet();
            ready.set(0, reach.steps - Math.max(0, step));
            reach.grow(node, ready);
        }
        reach.spread();
        return Arrays.stream(reach.rows)
                .mapToInt(row -> reach.steps - row.length())
                .toArray();
    }

    /** For each node the steps from which a vehicle there can still get to one of {@code targets} by the horizon. */
    static BitSet[] to(FlowProblem problem, List<Integer> targets) {
        Reach reach = new Reach(problem, false);
        BitSet always = new BitSet();
        always.set(0, reach.steps);
        targets.forEach(target -> reach.grow(target, always));
        reach.spread();
        return reach.rows;
    }

    private void spread() {
        while (!open.isEmpty()) {
            int node = open.remove().node();
            queued.clear(node);
            for (int arc : arcsAt.get(node)) {
                FlowProblem.Arc road = problem.arcs().get(arc);
                if (road.transit() < steps) {
                    grow(forward ? road.head() : road.tail(), along(road, rows[node]));
                }
            }
        }
    }

    /** The row at the other end of a road. Looking forward vehicles enter where the row is, looking back where it leads to. */
    private BitSet along(FlowProblem.Arc road, BitSet row) {
        if (!forward) {
            BitSet before = row.get(road.transit(), steps);
            before.and(passing(road));
            return before;
        }
        BitSet entering = (BitSet) row.clone();
        entering.and(passing(road));
        return entering.get(road.transit(), steps);
    }

    private void grow(int node, BitSet more) {
        if (problem.nodes().get(node).room() > 0) {
            more = waiting(more);
        }
        int before = rows[node].cardinality();
        rows[node].or(more);
        if (rows[node].cardinality() > before && !queued.get(node)) {
            queued.set(node);
            open.add(new Next(node, rows[node].length()));
        }
    }

    /** Whoever may wait can be there, or could have been there, at any time after, or before. Both lie on the same side of the row. */
    private static BitSet waiting(BitSet row) {
        BitSet waiting = new BitSet();
        waiting.set(0, row.length());
        return waiting;
    }

    private BitSet passing(FlowProblem.Arc road) {
        BitSet steps = passing(road.capacity());
        Profile throughput = problem.nodes().get(road.tail()).throughput();
        if (throughput.isUnlimited()) {
            return steps;
        }
        BitSet both = (BitSet) steps.clone();
        both.and(passing(throughput));
        return both;
    }

    private BitSet passing(Profile profile) {
        return passing.computeIfAbsent(profile, this::openSteps);
    }

    /** A rate of 1 in 6 steps is open in all of them: the beat shifts with the traffic before. */
    private BitSet openSteps(Profile profile) {
        BitSet open = new BitSet(steps);
        List<Profile.Piece> pieces = profile.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            int first = Math.min(steps, pieces.get(i).fromStep());
            int end = i + 1 < pieces.size() ? Math.min(steps, pieces.get(i + 1).fromStep()) : steps;
            boolean isOpen = pieces.get(i).rate().units() > 0;
            open.set(forward ? steps - end : first, forward ? steps - first : end, isOpen);
        }
        return open;
    }
}
