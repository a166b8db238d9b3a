package org.safeconduct.flow;

/**
 * Looks from a hole backward for units to bring through it, among states of higher labels: units that stay at a source, that are held on the road, or that arrive later.
 *
 * <p>Guided by travel times with nothing in the way, corrected by what each success taught: a node looked at in vain is farther from units than believed.
 */
final class BackwardSearch {
    /** States looked at after units that arrive later were found, in the hope of units that do not arrive at all. */
    private static final int PATIENCE = 2_000;

    /** Of all states, how many are looked at before they are told how far units are: telling takes some ten times as long as looking at so many. */
    private static final double SHARE_AT_FIRST = 1 / 150.0;

    /** Of those told of, how many are looked at before they are told anew. */
    private static final double SHARE = 0.2;

    /** States told of, 64 at a time, that take about as long as one that is looked at. */
    private static final int STATES_TOLD_LIKE_ONE = 20;

    private static final int SEARCHING = -2;
    private static final int FAILED = -1;

    private final RepairFlow flow;
    private final Network network;
    private final RepairMoves moves;
    private final StateTree tree = new StateTree();
    private final StateMarks marks;
    private final int[] ahead;
    private final UnitsNear near;
    private final long leastWork;
    private boolean isTold;
    private long work;
    private long told;
    private long allowed;
    private int label;
    private int goal;
    private int later;
    private int patience;

    BackwardSearch(RepairFlow flow, UnitsNear near) {
        this.flow = flow;
        this.network = flow.network;
        this.moves = new RepairMoves(flow);
        this.marks = new StateMarks(flow);
        this.ahead = network.earliest.clone();
        this.near = near;
        this.leastWork = (long) (SHARE_AT_FIRST * StateWords.STEPS * network.words.size());
    }

    /** Forgets what was learned. */
    void reset() {
        System.arraycopy(network.earliest, 0, ahead, 0, ahead.length);
        isTold = false;
        work = 0;
        told = 0;
        allowed = leastWork;
    }

    /** What it took to be told how far units are, counted in states looked at. */
    long told() {
        return told;
    }

    /** True if a residual move leads to a state of this label from one of a higher label, or units can be had there. */
    boolean isHole(int node, int step, int ofLabel) {
        if (hasUnits(node, step)) {
            return true;
        }
        moves.findBefore(node, step);
        for (int i = 0; i < moves.count(); i++) {
            if (flow.label(moves.node(i), moves.step(i)) > ofLabel) {
                return true;
            }
        }
        return false;
    }

    private boolean hasUnits(int node, int step) {
        return node >= network.nodes ? flow.stock[node - network.nodes] > 0 : flow.held(node, step) > 0;
    }

    void start(int node, int step, int ofLabel) {
        if (work > allowed) {
            isTold = true;
            long states = near.findFromUnits();
            allowed = Math.max(leastWork, (long) (SHARE * states));
            told += states / STATES_TOLD_LIKE_ONE;
            work = 0;
        }
        tree.clear();
        marks.startOver();
        label = ofLabel;
        goal = SEARCHING;
        later = FAILED;
        patience = Integer.MAX_VALUE;
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
            int entry = patience > 0 ? tree.poll() : FAILED;
            if (entry < 0) {
                goal = later;
            } else if (look(entry)) {
                goal = entry;
                learn();
            }
        }
    }

    /** Looks at a state; true if there are units that do not arrive. */
    private boolean look(int entry) {
        int node = tree.node(entry);
        int step = tree.step(entry);
        work++;
        if (hasUnits(node, step)) {
            return true;
        }
        if (later >= 0) {
            patience--;
        }
        if (entry > 0 && node < network.nodes && network.sinkEndingAt(node) >= 0) {
            patience = later < 0 ? PATIENCE : patience;
            later = later < 0 || step > tree.step(later) ? entry : later;
        }
        moves.findBefore(node, step);
        for (int i = 0; i < moves.count(); i++) {
            int next = moves.node(i);
            int nextStep = moves.step(i);
            if (flow.label(next, nextStep) > label && marks.mark(next, nextStep)) {
                file(tree.add(next, nextStep, entry, moves.move(i)));
            }
        }
        return false;
    }

    private void file(int entry) {
        int node = tree.node(entry);
        if (isTold) {
            tree.file(entry, tree.distance(tree.from(entry)) + 1, near.at(node, tree.step(entry)));
        } else {
            tree.fileAfter(entry, network.nodes, node >= network.nodes ? 0 : ahead[node]);
        }
    }

    /** Gives all states looked at, none of which units can come from, the label of the hole. */
    void lower() {
        for (int entry = 1; entry < tree.size(); entry++) {
            flow.setLabel(tree.node(entry), tree.step(entry), label);
        }
    }

    private void learn() {
        int whole = tree.distance(goal);
        for (int entry = 1; entry < tree.size(); entry++) {
            int node = tree.node(entry);
            if (tree.isLookedAt(entry) && isTold) {
                near.raise(node, tree.step(entry), whole - tree.distance(entry));
            } else if (tree.isLookedAt(entry) && node < network.nodes) {
                ahead[node] = Math.max(ahead[node], whole - tree.distance(entry));
            }
        }
        for (int entry = goal; entry > 0 && !isTold; entry = tree.from(entry)) {
            if (tree.node(entry) < network.nodes) {
                ahead[tree.node(entry)] = whole - tree.distance(entry);
            }
        }
    }
}
