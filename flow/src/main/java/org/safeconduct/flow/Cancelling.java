package org.safeconduct.flow;

/** Takes units off a flow that cannot move as they did: all the way to the sink, and all the way back to their source or to where they come off the road. */
final class Cancelling {
    private final RepairFlow flow;
    private final Network network;
    private final IntList line = new IntList();

    Cancelling(RepairFlow flow) {
        this.flow = flow;
        this.network = flow.network;
    }

    /** Takes away what enters an arc from a step on and exceeds its capacity; elsewhere notes what has become possible. Returns how many units were taken off. */
    long fit(int arc, int from, int to) {
        long sum = 0;
        for (int step = Math.max(from, flow.tau()); step <= to; step++) {
            int over = -flow.spare(arc, step);
            int head = step + network.transit[arc];
            if (over > 0) {
                flow.take(arc, step, over);
                onward(network.head[arc], head, over);
                back(network.tail[arc], step, over);
                sum += over;
            } else if (over < 0 && head <= flow.horizon) {
                flow.opened(network.tail[arc], step, network.head[arc], head);
            }
        }
        return sum;
    }

    /** Takes away units from a state on to the ends they go to. */
    void onward(int node, int step, int units) {
        start(node, step, units);
        for (int i = 0; i < line.size(); i += 3) {
            int from = line.get(i);
            int now = line.get(i + 1);
            int left = line.get(i + 2);
            boolean ends = network.sinkEndingAt(from) >= 0;
            for (int k = network.outStart[from]; !ends && left > 0 && k < network.outStart[from + 1]; k++) {
                int part = Math.min(left, flow.amount(network.out[k], now));
                if (part > 0) {
                    flow.take(network.out[k], now, part);
                    add(network.outHead[k], now + network.outTransit[k], part);
                    left -= part;
                }
            }
            require(ends || left == 0, from, now);
        }
    }

    /** Takes away units from a state back to where they come from. */
    void back(int node, int step, int units) {
        start(node, step, units);
        for (int i = 0; i < line.size(); i += 3) {
            int to = line.get(i);
            int now = line.get(i + 1);
            int left = line.get(i + 2) - undepart(to, now, line.get(i + 2));
            for (int arc = network.inStart[to]; left > 0 && arc < network.inStart[to + 1]; arc++) {
                int from = now - network.transit[arc];
                int part = from < flow.tau() ? 0 : Math.min(left, flow.amount(arc, from));
                if (part > 0) {
                    flow.take(arc, from, part);
                    add(network.tail[arc], from, part);
                    left -= part;
                }
            }
            if (left > 0) {
                require(flow.coming(to, now) - flow.held(to, now) >= left, to, now);
                flow.hold(to, now, left);
            }
        }
    }

    private int undepart(int node, int step, int units) {
        int left = units;
        for (int k = network.sourceStart[node]; left > 0 && k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            int part = step < flow.tau() ? 0 : Math.min(left, flow.departing(source, step));
            if (part > 0) {
                flow.depart(source, step, -part);
                left -= part;
            }
        }
        return units - left;
    }

    private void start(int node, int step, int units) {
        line.clear();
        add(node, step, units);
    }

    private void add(int node, int step, int units) {
        line.add(node);
        line.add(step);
        line.add(units);
    }

    private static void require(boolean holds, int node, int step) {
        if (!holds) {
            throw new IllegalStateException("units appear or vanish at inner node " + node + " in step " + step);
        }
    }
}
