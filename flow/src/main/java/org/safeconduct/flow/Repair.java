package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a flow the best again after units were taken off it or capacities changed: cut by cut, it looks only where a hole is, brings units through it while there are any to
 * bring and a way, and relabels what it saw in vain. When no hole is left, the labels prove the flow.
 */
final class Repair {
    private final RepairFlow flow;
    private final RepairSearch search;
    private final long allowed;
    private List<RepairPath> last = List.of();
    private List<RepairPath> found = new ArrayList<>();

    /**
     * @param allowed states that may be come to before it gives up
     */
    Repair(RepairFlow flow, UnitsNear near, long allowed) {
        this.flow = flow;
        this.allowed = allowed;
        this.search = new RepairSearch(flow, near);
    }

    void reset() {
        search.reset();
        last = List.of();
    }

    /** True if it took more than a solution from nothing would: then the flow is not mended. */
    boolean hasGivenUp() {
        return search.work() > allowed;
    }

    /** Mends all holes of one label. {@code next} is the label mended next; where that is the next step, ways found are tried there first. */
    void mend(int label, int next) {
        found = new ArrayList<>();
        search.startLevel(label, next);
        IntList holes = flow.holes(label);
        if (holes.size() > 0) {
            for (RepairPath path : last) {
                push(path.later(flow));
            }
            for (int i = 0; i < holes.size() && !hasGivenUp(); i++) {
                mendInto(flow.node(holes.get(i)), flow.step(holes.get(i)), label);
            }
            search.passHolesOn(holes);
        }
        last = next == label + 1 ? found : List.of();
    }

    private void mendInto(int node, int step, int label) {
        while (flow.label(node, step) == label && !hasGivenUp()) {
            @Nullable RepairPath path = search.through(node, step);
            if (path == null) {
                return;
            }
            if (!push(path)) {
                throw new IllegalStateException("a way without room through node " + node + " in step " + step);
            }
        }
    }

    private boolean push(RepairPath path) {
        int room = path.room(flow);
        if (room > 0) {
            path.push(flow, room);
            found.add(path);
        }
        return room > 0;
    }
}
