package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Path.Move;

/**
 * A residual way from units that can be had, at a stock or a surplus, to a lack or the end of a sink. What opens such a way in one step mostly opens it in others too, so it is
 * tried in all of them at once.
 */
final class ClosedPath {
    private final ClosedFlow flow;
    private final Network network;
    private final int[] nodes;
    private final int[] steps;
    private final int[] moves;
    private final @Nullable MovesAway near;

    /**
     * The way between the first entry of a tree and one to which it led.
     *
     * @param goal that entry: the end of the way if it was found forward, its beginning if backward
     * @param near where the way must end if it was found forward: at a state that led to an end before; null if it was found backward
     */
    ClosedPath(ClosedFlow flow, StateTree tree, int goal, @Nullable MovesAway near) {
        boolean forward = near != null;
        this.near = near;
        this.flow = flow;
        this.network = flow.network;
        int[] entries = tree.entriesTo(goal);
        int last = entries.length - 1;
        this.nodes = new int[entries.length];
        this.steps = new int[entries.length];
        this.moves = new int[last];
        for (int i = 0; i <= last; i++) {
            int entry = entries[forward ? i : last - i];
            nodes[i] = tree.node(entry);
            steps[i] = tree.step(entry);
            if (i > 0) {
                moves[i - 1] = tree.move(forward ? entry : entries[last - i + 1]);
            }
        }
    }

    /**
     * Sends what has room on the whole way as found, then as much as can be the same way later and earlier. Where the way passes a stock, what comes there and what leaves there need not do so at the same
     * distance in time, so the parts before and after are sent one after the other; what is left at the stock in between is to be had there. The one part may take the room that the other needs, which is why the way as found
     * comes first. False if it had no room.
     */
    boolean push() {
        int units = room(0, nodes.length - 1, 0); // no state is passed twice, so no part takes room from another
        forEachPart((first, last) -> push(first, last, 0, units));
        forEachPart((first, last) -> spread(first, last, isLast(last) || isEnd() ? Long.MAX_VALUE : lacked()));
        return units > 0;
    }

    /** Gets the parts of a way, from stock to stock, in order. */
    private interface PartSink {
        void part(int first, int last);
    }

    private void forEachPart(PartSink sink) {
        int first = 0;
        for (int i = 1; i < nodes.length; i++) {
            if (isLast(i) || isStock(i)) {
                sink.part(first, i);
                first = i;
            }
        }
    }

    private boolean isLast(int i) {
        return i == nodes.length - 1;
    }

    /** All that is lacked where the way ends. */
    private long lacked() {
        long sum = 0;
        for (int step = 0; step <= flow.horizon; step++) {
            sum += lack(step);
        }
        return sum;
    }

    private void spread(int first, int last, long most) {
        long left = most - push(first, last, 0, most);
        for (int later = 1; later <= flow.horizon && left > 0; later++) {
            left -= push(first, last, later, left);
            left -= push(first, last, -later, left);
        }
    }

    private boolean isStock(int i) {
        return nodes[i] >= network.nodes;
    }

    private boolean isEnd() {
        return network.sinkEndingAt(nodes[nodes.length - 1]) >= 0;
    }

    private boolean isOutside(int step) {
        return step < 0 || step > flow.horizon;
    }

    private int push(int first, int last, int later, long most) {
        int units = (int) Math.min(most, room(first, last, later));
        if (units <= 0) {
            return 0;
        }
        if (!isStock(first)) {
            flow.addSurplus(nodes[first], steps[first] + later, -units);
        }
        if (!isStock(last) && isEnd()) {
            flow.arrive(units);
        } else if (!isStock(last)) {
            flow.addLack(nodes[last], steps[last] + later, -units);
        }
        for (int i = first; i < last; i++) {
            send(i, later, units);
        }
        return units;
    }

    private void send(int i, int later, int units) {
        int move = moves[i];
        if (!Move.isArc(move)) {
            boolean out = isStock(i);
            flow.depart(Move.source(move), steps[out ? i + 1 : i] + later, out ? units : -units);
        } else if (Move.isForward(move)) {
            flow.add(Move.arc(move), steps[i] + later, units);
        } else {
            flow.add(Move.arc(move), steps[i + 1] + later, -units);
        }
    }

    private int room(int first, int last, int later) {
        int from = steps[first] + later;
        int to = steps[last] + later;
        if ((!isStock(first) && isOutside(from)) || (!isStock(last) && isOutside(to))) {
            return 0;
        }
        int room = isStock(first) ? flow.stock[nodes[first] - network.nodes] : flow.surplus(nodes[first], from);
        room = isStock(last) || isEnd() ? room : Math.min(room, lack(to));
        for (int i = first; i < last && room > 0; i++) {
            room = Math.min(room, room(i, later));
        }
        return room;
    }

    /** What is lacked where the way ends. What leads to no end is left for later: units that still may reach one must not go there. */
    private int lack(int step) {
        int node = nodes[nodes.length - 1];
        int units = flow.lack(node, step);
        return units == 0 || near == null || near.at(node, step) != MovesAway.FAR ? units : 0;
    }

    private int room(int i, int later) {
        int from = steps[i] + later;
        int to = steps[i + 1] + later;
        int move = moves[i];
        if (Move.isArc(move)) {
            if (isOutside(from) || isOutside(to)) {
                return 0;
            }
            int arc = Move.arc(move);
            return Move.isForward(move) ? flow.spare(arc, from) : flow.amount(arc, to);
        }
        int source = Move.source(move);
        if (isStock(i)) {
            boolean released = to >= network.problem.sources().get(source).release();
            return released && !isOutside(to) ? Integer.MAX_VALUE : 0;
        }
        return isOutside(from) ? 0 : flow.departing(source, from);
    }
}
