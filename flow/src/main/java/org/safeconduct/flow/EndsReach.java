package org.safeconduct.flow;

/** Looks backward from all ends with a label for a state with it, over states with it: a search that stays small where little gets through near the ends. */
final class EndsReach {
    private final RepairFlow flow;
    private final Network network;
    private final RepairMoves moves;
    private final StateMarks marks;
    private final StateTree tree = new StateTree();

    EndsReach(RepairFlow flow) {
        this.flow = flow;
        this.network = flow.network;
        this.moves = new RepairMoves(flow);
        this.marks = new StateMarks(flow);
    }

    StateTree tree() {
        return tree;
    }

    /** The entry of a state from which an end can be reached, the way there being that to the entry it was come to from; negative if there is none. */
    int find(int node, int step, int label) {
        marks.startOver();
        tree.clear();
        for (int end : network.end) {
            for (int k = flow.tau(); k <= flow.horizon; k++) {
                if (flow.label(end, k) == label && marks.mark(end, k)) {
                    tree.add(end, k, -1, 0);
                }
            }
        }
        for (int entry = 0; entry < tree.size(); entry++) {
            if (tree.node(entry) == node && tree.step(entry) == step) {
                return entry;
            }
            moves.findBefore(tree.node(entry), tree.step(entry));
            for (int k = 0; k < moves.count(); k++) {
                int before = moves.node(k);
                int beforeStep = moves.step(k);
                if (flow.label(before, beforeStep) == label && marks.mark(before, beforeStep)) {
                    tree.add(before, beforeStep, entry, moves.move(k));
                }
            }
        }
        return -1;
    }

    /** Gives the label for good to all states that were found to lead to an end. */
    void keep(int label) {
        for (int entry = 0; entry < tree.size(); entry++) {
            flow.setLabel(tree.node(entry), tree.step(entry), label);
        }
    }
}
