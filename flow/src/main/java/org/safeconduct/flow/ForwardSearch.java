package org.safeconduct.flow;

import java.util.Arrays;

/**
 * Looks from a hole forward for the end of a sink, among states of one label. If there is none, it goes on, while that costs little beside what was done, to states of higher labels for the
 * first label that has an end in reach; then no state it looked at deserves a lower one.
 */
final class ForwardSearch {
    private static final int LEAST_EFFORT = 500;
    private static final int EFFORT = 4;
    private static final int SEARCHING = -2;
    private static final int FAILED = -1;

    private final RepairFlow flow;
    private final Network network;
    private final RepairMoves moves;
    private final StateTree tree = new StateTree();
    private final StateMarks marks;
    private final LongHeap higher = new LongHeap();
    private final IntList line = new IntList();
    private int label;
    private int goal;
    private int looked;

    /** True if a move to a lower label was met: a hole elsewhere, that is still to be mended. */
    private boolean leadsBack;

    ForwardSearch(RepairFlow flow) {
        this.flow = flow;
        this.network = flow.network;
        this.moves = new RepairMoves(flow);
        this.marks = new StateMarks(flow);
    }

    void start(int node, int step, int ofLabel) {
        tree.clear();
        marks.startOver();
        higher.clear();
        label = ofLabel;
        goal = SEARCHING;
        looked = 0;
        leadsBack = false;
        marks.mark(node, step);
        tree.file(tree.add(node, step, -1, 0), 0, 0);
    }

    StateTree tree() {
        return tree;
    }

    int goal() {
        return goal;
    }

    boolean isSearching() {
        return goal == SEARCHING;
    }

    boolean hasFailed() {
        return goal == FAILED;
    }

    void search(int turn) {
        for (int i = 0; i < turn && goal == SEARCHING; i++) {
            int entry = tree.poll();
            if (entry < 0) {
                goal = FAILED;
            } else if (look(entry)) {
                goal = entry;
            }
        }
    }

    /** Looks at a state; true if it is an end. */
    private boolean look(int entry) {
        looked++;
        int node = tree.node(entry);
        int step = tree.step(entry);
        if (node < network.nodes && network.sinkEndingAt(node) >= 0) {
            return true;
        }
        moves.findNext(node, step);
        for (int i = 0; i < moves.count(); i++) {
            int next = moves.node(i);
            int nextStep = moves.step(i);
            int nextLabel = flow.label(next, nextStep);
            leadsBack |= nextLabel < label && !marks.isMarked(next, nextStep);
            if (nextLabel == CutFamily.NEVER || nextLabel < label || !marks.mark(next, nextStep)) {
                continue;
            }
            int added = tree.add(next, nextStep, entry, moves.move(i));
            if (nextLabel == label) {
                tree.fileAfter(added, network.nodes, next >= network.nodes ? 0 : network.remaining[next]);
            } else {
                higher.add((long) nextLabel << 32 | added);
            }
        }
        return false;
    }

    /** Gives all states looked at the least label that a move leads to from them, over each other if need be. */
    void raise() {
        int start = label;
        int effort = looked + Math.max(LEAST_EFFORT, EFFORT * looked);
        boolean found = false;
        while (!found && looked < effort && !higher.isEmpty()) {
            label = (int) (higher.peek() >>> 32);
            while (!higher.isEmpty() && (int) (higher.peek() >>> 32) == label) {
                tree.fileAfter((int) higher.poll(), network.nodes, 0);
            }
            for (int entry = tree.poll(); entry >= 0 && !found; entry = found ? entry : tree.poll()) {
                found = look(entry) || leadsBack;
            }
        }
        int waiting = higher.isEmpty() ? CutFamily.NEVER : (int) (higher.peek() >>> 32);
        raiseBelow(start, found ? Math.min(label, waiting) : waiting);
    }

    private void raiseBelow(int start, int limit) {
        long[] order = new long[tree.size()];
        int size = 0;
        for (int entry = 0; entry < tree.size(); entry++) {
            int now = flow.label(tree.node(entry), tree.step(entry));
            if (now >= start && now < limit) {
                order[size++] = (long) leastBeyond(entry, limit) << 32 | entry;
            }
        }
        Arrays.sort(order, 0, size);
        for (int i = 0; i < size; i++) {
            int entry = (int) order[i];
            spread((int) (order[i] >>> 32), tree.node(entry), tree.step(entry), limit);
        }
    }

    private int leastBeyond(int entry, int limit) {
        int least = CutFamily.NEVER;
        moves.findNext(tree.node(entry), tree.step(entry));
        for (int i = 0; i < moves.count(); i++) {
            int next = flow.label(moves.node(i), moves.step(i));
            least = next >= limit ? Math.min(least, next) : least;
        }
        return least;
    }

    private void spread(int least, int node, int step, int limit) {
        line.clear();
        raise(least, node, step, limit);
        for (int i = 0; i < line.size() && least != CutFamily.NEVER; i += 2) {
            moves.findBefore(line.get(i), line.get(i + 1));
            for (int k = 0; k < moves.count(); k++) {
                raise(least, moves.node(k), moves.step(k), limit);
            }
        }
    }

    private void raise(int least, int node, int step, int limit) {
        if (marks.isMarked(node, step) && flow.label(node, step) < limit) {
            flow.setLabel(node, step, least);
            flow.noteHole(node, step);
            line.add(node);
            line.add(step);
        }
    }
}
