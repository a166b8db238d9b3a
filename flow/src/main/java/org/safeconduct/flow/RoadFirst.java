package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;

/**
 * Lets units that are held on the road take the place of units that have not left their source yet, as far as that can be. What arrives when stays as it is: a way from
 * held units to a departure passes only states that no end can be reached from.
 */
final class RoadFirst {
    private final RepairFlow flow;
    private final RepairMoves moves;
    private final StateMarks marks;
    private final StateTree tree = new StateTree();

    RoadFirst(RepairFlow flow) {
        this.flow = flow;
        this.moves = new RepairMoves(flow);
        this.marks = new StateMarks(flow);
    }

    void apply() {
        marks.startOver();
        IntList holding = flow.holding();
        for (int i = 0; i < holding.size(); i++) {
            for (int step = flow.tau(); step <= flow.horizon; step++) {
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
            marks.startOver();
        }
    }

    /** A way to a source's stock; null if there is none, and then what was seen keeps its marks: it never leads there. */
    private @Nullable RepairPath find(int node, int step) {
        tree.clear();
        if (!marks.mark(node, step)) {
            return null;
        }
        tree.add(node, step, -1, 0);
        for (int entry = 0; entry < tree.size(); entry++) {
            if (tree.node(entry) >= flow.network.nodes) {
                return path(entry);
            }
            moves.findNext(tree.node(entry), tree.step(entry));
            for (int i = 0; i < moves.count(); i++) {
                if (marks.mark(moves.node(i), moves.step(i))) {
                    tree.add(moves.node(i), moves.step(i), entry, moves.move(i));
                }
            }
        }
        return null;
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
