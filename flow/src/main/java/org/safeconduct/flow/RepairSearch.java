package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;

/**
 * Finds ways through a hole: from the hole forward to the end of a sink among states of the hole's label, and from the hole backward to units that can be had among
 * states of higher labels. Both searches go on in turns, so that the one that ends in vain first, in a small corner, spares the other its work. What was seen in vain is
 * relabelled: see {@link ForwardSearch} and {@link BackwardSearch}.
 */
final class RepairSearch {
    /** States that one search looks at before it is the other's turn, at first; doubled each time. */
    private static final int TURN = 8;

    /** Turns so long that it is worth while to look at what leads to the ends instead. */
    private static final int LONG = 512;

    private final RepairFlow flow;
    private final ForwardSearch forward;
    private final BackwardSearch backward;
    private final EndsReach ends;
    private int nextLevel;
    private boolean isSettled;
    private long work;

    RepairSearch(RepairFlow flow, UnitsNear near) {
        this.flow = flow;
        this.forward = new ForwardSearch(flow);
        this.backward = new BackwardSearch(flow, near);
        this.ends = new EndsReach(flow);
    }

    /** Forgets what was learned. */
    void reset() {
        backward.reset();
        work = 0;
    }

    /** Counts the states come to by all searches since the last reset. */
    long work() {
        return work + backward.told();
    }

    /** Goes on to the cut of a label. {@code next} is the label of the cut after it. */
    void startLevel(int label, int next) {
        flow.startLevel(label);
        nextLevel = next;
        isSettled = false;
    }

    /** A way for more units through a hole into a state, to an end with the state's label; null if there is none, and then there is no hole there any more. */
    @Nullable
    RepairPath through(int node, int step) {
        int label = flow.label(node, step);
        if (!backward.isHole(node, step, label)) {
            return null;
        }
        RepairPath path = search(node, step, label);
        work += forward.tree().size() + backward.tree().size();
        return path;
    }

    private @Nullable RepairPath search(int node, int step, int label) {
        forward.start(node, step, label);
        backward.start(node, step, label);
        int fromEnds = -1;
        for (int turn = TURN; (fromEnds < 0 && forward.isSearching()) || backward.isSearching(); turn *= 2) {
            if (fromEnds < 0 && forward.isSearching() && turn > LONG) {
                fromEnds = ends.find(node, step, label);
                work += ends.tree().size();
                if (fromEnds < 0) {
                    settle(label);
                    return null;
                }
            } else if (fromEnds < 0) {
                forward.search(turn);
            }
            if (forward.hasFailed()) {
                forward.raise();
                return null;
            }
            backward.search(turn);
            if (backward.hasFailed()) {
                backward.lower();
                return null;
            }
        }
        return joined(fromEnds);
    }

    /** Gives the next label at once to all states but those that still lead to an end. */
    private void settle(int label) {
        isSettled = true;
        flow.keep();
        ends.keep(label);
        flow.passOn(nextLevel);
    }

    /** Holes into states that got the next label are to be mended then. */
    void passHolesOn(IntList holes) {
        for (int i = 0; isSettled && i < holes.size(); i++) {
            int node = flow.node(holes.get(i));
            int step = flow.step(holes.get(i));
            if (flow.label(node, step) == nextLevel) {
                flow.noteHole(node, step);
            }
        }
    }

    /** The way from the units found to the hole, and on to the end found. */
    private RepairPath joined(int fromEnds) {
        IntList nodes = new IntList();
        IntList steps = new IntList();
        IntList moves = new IntList();
        add(backward.tree(), backward.goal(), nodes, steps, moves);
        if (fromEnds >= 0) {
            add(ends.tree(), fromEnds, nodes, steps, moves);
            return new RepairPath(nodes.toArray(), steps.toArray(), moves.toArray());
        }
        StateTree tree = forward.tree();
        int[] entries = tree.entriesTo(forward.goal());
        for (int i = 1; i < entries.length; i++) {
            nodes.add(tree.node(entries[i]));
            steps.add(tree.step(entries[i]));
            moves.add(tree.move(entries[i]));
        }
        return new RepairPath(nodes.toArray(), steps.toArray(), moves.toArray());
    }

    /** Adds the way from an entry to the root of its tree; the entry itself only if nothing was there. */
    private static void add(StateTree tree, int from, IntList nodes, IntList steps, IntList moves) {
        boolean isFirst = nodes.size() == 0;
        for (int entry = from; entry >= 0; entry = tree.from(entry)) {
            if (isFirst || entry != from) {
                nodes.add(tree.node(entry));
                steps.add(tree.step(entry));
            }
            if (tree.from(entry) >= 0) {
                moves.add(tree.move(entry));
            }
        }
    }
}
