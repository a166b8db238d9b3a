package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Path.Move;

/**
 * Looks over residual moves for a way between a state and what it wants, best first: forward from a surplus to an end or a lack, or backward from a lack to a stock or a surplus.
 *
 * <p>Guided by moves counted in the flow before anything was closed, corrected node by node by what each success taught. What that count did not come to is left out, but for what another did
 * ({@link #lookAlsoInto}). A search that fails has seen all there is to see from there; no way will ever lead through what it saw, so later searches leave it out, too.
 */
final class ClosedSearch {
    /** As far as any guess goes. */
    private static final int LAST = 1 << 12;

    private final boolean forward;
    private final ClosedFlow flow;
    private final Network network;
    private final MovesAway before;
    private @Nullable MovesAway beyond;
    private final int[] bump;
    private final int[] @Nullable [] marks;
    private final StateTree tree = new StateTree();
    private int mark;
    private int dead;
    private int entry;
    private long work;
    private long allowed;

    /**
     * @param before moves in the flow before anything was closed, in the same direction
     */
    ClosedSearch(ClosedFlow flow, MovesAway before, boolean forward) {
        this.forward = forward;
        this.flow = flow;
        this.network = flow.network;
        this.before = before;
        this.bump = new int[network.nodes + flow.stock.length];
        this.marks = new int[bump.length][];
    }

    /** Starts over: nothing is known to be in vain, nothing is learned. {@code most} states may be looked at before it gives up. */
    void start(long most) {
        dead--;
        beyond = null;
        Arrays.fill(bump, 0);
        work = 0;
        allowed = most;
    }

    /** States looked at since it started over. */
    long work() {
        return work;
    }

    /** True if so many states were looked at that it finds nothing any more. */
    boolean hasGivenUp() {
        return work > allowed;
    }

    /** From now on looks, too, into what the count before did not come to and this one did. */
    void lookAlsoInto(MovesAway counted) {
        beyond = counted;
    }

    /** A way from a surplus to what it wants, or from what a lack wants to it; null if there is none, or if it gave up. */
    @Nullable
    ClosedPath find(int node, int step) {
        tree.clear();
        mark++;
        if (isKnownInVain(node, step) || !mark(node, step)) {
            return null;
        }
        tree.file(tree.add(node, step, -1, 0), 0, ahead(node, step));
        for (entry = tree.poll(); entry >= 0; entry = tree.poll()) {
            work++;
            if (hasGivenUp()) {
                return null;
            }
            int at = tree.node(entry);
            int when = tree.step(entry);
            if (isGoal(at, when)) {
                learn(entry);
                return new ClosedPath(flow, tree, entry, forward ? before : null);
            }
            if (at >= network.nodes) {
                lookFromStock(at - network.nodes);
            } else if (forward) {
                lookForward(at, when);
            } else {
                lookBackward(at, when);
            }
        }
        for (int i = 0; i < tree.size(); i++) {
            row(tree.node(i))[offset(tree.node(i), tree.step(i))] = dead;
        }
        return null;
    }

    private boolean isGoal(int node, int step) {
        if (forward) {
            return node < network.nodes && (network.sinkEndingAt(node) >= 0 || flow.lack(node, step) > 0);
        }
        return node >= network.nodes ? flow.stock[node - network.nodes] > 0 : flow.surplus(node, step) > 0;
    }

    private void lookFromStock(int source) {
        int node = network.sourceNode[source];
        int release = network.problem.sources().get(source).release();
        for (int step = release; step <= network.horizon; step++) {
            if (forward || flow.departing(source, step) > 0) {
                reach(node, step, Move.retime(source));
            }
        }
    }

    private void lookForward(int node, int step) {
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            if (flow.spare(network.out[k], step) > 0) {
                reach(network.outHead[k], step + network.outTransit[k], Move.along(network.out[k]));
            }
        }
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            int from = step - network.transit[arc];
            if (from >= 0 && flow.amount(arc, from) > 0) {
                reach(network.tail[arc], from, Move.against(arc));
            }
        }
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            if (flow.departing(network.sourcesAt[k], step) > 0) {
                reach(network.nodes + network.sourcesAt[k], 0, Move.retime(network.sourcesAt[k]));
            }
        }
    }

    private void lookBackward(int node, int step) {
        for (int arc = network.inStart[node]; arc < network.inStart[node + 1]; arc++) {
            int from = step - network.transit[arc];
            if (from >= network.earliest[network.tail[arc]] && flow.spare(arc, from) > 0) {
                reach(network.tail[arc], from, Move.along(arc));
            }
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            if (flow.amount(network.out[k], step) > 0) {
                reach(network.outHead[k], step + network.outTransit[k], Move.against(network.out[k]));
            }
        }
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            if (step >= network.problem.sources().get(source).release()) {
                reach(network.nodes + source, 0, Move.retime(source));
            }
        }
    }

    /** Puts a state in line unless it was already, is known to be in vain, or no unit can be there and end in time. */
    private void reach(int node, int step, int move) {
        boolean useful = node >= network.nodes || (step >= network.earliest[node] && step <= network.latest(node));
        if (useful && !isKnownInVain(node, step) && mark(node, step)) {
            tree.file(tree.add(node, step, entry, move), tree.distance(entry) + 1, ahead(node, step));
        }
    }

    private boolean isKnownInVain(int node, int step) {
        return counted(node, step) == MovesAway.FAR;
    }

    private int ahead(int node, int step) {
        return Math.min(LAST, counted(node, step) + bump[node]);
    }

    private int counted(int node, int step) {
        int moves = before.at(node, step);
        return moves == MovesAway.FAR && beyond != null ? beyond.at(node, step) : moves;
    }

    private boolean mark(int node, int step) {
        int[] row = row(node);
        int at = offset(node, step);
        boolean isFresh = row[at] != mark && row[at] != dead;
        if (isFresh) {
            row[at] = mark;
        }
        return isFresh;
    }

    private int[] row(int node) {
        int[] row = marks[node];
        if (row == null) {
            row = new int[node >= network.nodes ? 1 : network.latest(node) - network.earliest[node] + 1];
            marks[node] = row;
        }
        return row;
    }

    private int offset(int node, int step) {
        return node >= network.nodes ? 0 : step - network.earliest[node];
    }

    private void learn(int goal) {
        int whole = tree.distance(goal);
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isLookedAt(i)) {
                int node = tree.node(i);
                bump[node] = Math.max(bump[node], whole - tree.distance(i) - counted(node, tree.step(i)));
            }
        }
        for (int i = goal; i > 0; i = tree.from(i)) {
            int node = tree.node(i);
            bump[node] = Math.max(0, whole - tree.distance(i) - counted(node, tree.step(i)));
        }
    }
}
