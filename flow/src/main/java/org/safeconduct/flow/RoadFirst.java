package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;

/**
 * Lets units that are held on the road take the place of units that have not left their source yet, as far as that can be. What arrives when stays as it is: a way from
 * held units to a departure passes only states that no end can be reached from.
 *
 * <p>Each search is led by the moves to the nearest departure. What a search saw in vain never leads to one.
 */
final class RoadFirst {
    private final RepairFlow flow;
    private final RepairMoves moves;
    private final StateMarks marks;
    private final UnitsNear departures;
    private final StateTree tree = new StateTree();

    RoadFirst(RepairFlow flow, UnitsNear near) {
        this.flow = flow;
        this.moves = new RepairMoves(flow);
        this.marks = new StateMarks(flow);
        this.departures = near;
    }

    void apply() {
        boolean isTold = false;
        IntList holding = flow.holding();
        for (int i = 0; i < holding.size(); i++) {
            for (int step = flow.tau(); step <= flow.horizon; step++) {
                if (!isTold && flow.held(holding.get(i), step) > 0) {
                    isTold = true;
                    departures.findToStocks();
                }
                apply(holding.get(i), step);
            }
        }
    }

    private void apply(int node, int step) {
        while (flow.held(node, step) > 0) {
            RepairPath path = find(node, step);
            if (path == null) {
                return;
            }
            path.push(flow, path.room(flow));
        }
    }

    /** A way to a source's stock; null if there is none. */
    private @Nullable RepairPath find(int node, int step) {
        tree.clear();
        marks.startOver();
        if (departures.at(node, step) == UnitsNear.FAR) {
            return null;
        }
        marks.mark(node, step);
        tree.file(tree.add(node, step, -1, 0), 0, 0);
        for (int entry = tree.poll(); entry >= 0; entry = tree.poll()) {
            if (tree.node(entry) >= flow.network.nodes) {
                learn(entry);
                return path(entry);
            }
            look(entry);
        }
        for (int entry = 0; entry < tree.size(); entry++) {
            departures.raise(tree.node(entry), tree.step(entry), UnitsNear.FAR);
        }
        return null;
    }

    private void look(int entry) {
        moves.findNext(tree.node(entry), tree.step(entry));
        for (int i = 0; i < moves.count(); i++) {
            int node = moves.node(i);
            int step = moves.step(i);
            int ahead = departures.at(node, step);
            if (ahead != UnitsNear.FAR && marks.mark(node, step)) {
                tree.file(tree.add(node, step, entry, moves.move(i)), tree.distance(entry) + 1, ahead);
            }
        }
    }

    private void learn(int goal) {
        int whole = tree.distance(goal);
        for (int entry = 0; entry < tree.size(); entry++) {
            if (tree.isLookedAt(entry)) {
                int ahead = Math.min(whole - tree.distance(entry), UnitsNear.FAR - 1);
                departures.raise(tree.node(entry), tree.step(entry), ahead);
            }
        }
    }

    private RepairPath path(int last) {
        int[] entries = tree.entriesTo(last);
        int[] nodes = new int[entries.length];
        int[] steps = new int[entries.length];
        int[] along = new int[entries.length - 1];
        for (int i = 0; i < entries.length; i++) {
            nodes[i] = tree.node(entries[i]);
            steps[i] = tree.step(entries[i]);
            if (i > 0) {
                along[i - 1] = tree.move(entries[i]);
            }
        }
        return new RepairPath(nodes, steps, along);
    }
}
