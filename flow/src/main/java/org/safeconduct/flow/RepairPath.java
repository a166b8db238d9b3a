package org.safeconduct.flow;

import org.safeconduct.flow.Path.Move;

/**
 * A residual way from units that are to be had (a source's stock, units held on the road, or what arrives at a sink later) to the end of a sink. Can be tried again some steps
 * later.
 *
 * @param nodes the nodes passed; those of sources' stocks are numbered after the others
 * @param steps the step at each
 * @param moves the move from each to the next
 */
record RepairPath(int[] nodes, int[] steps, int[] moves) {

    /** The same way a step later. */
    RepairPath later(RepairFlow flow) {
        int[] shifted = steps.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += nodes[i] >= flow.network.nodes ? 0 : 1;
        }
        return new RepairPath(nodes, shifted, moves);
    }

    /** How many units can go along the path; 0 if it is not open. */
    int room(RepairFlow flow) {
        Network network = flow.network;
        int room = Integer.MAX_VALUE;
        if (nodes[0] >= network.nodes) {
            room = flow.stock[nodes[0] - network.nodes];
        } else if (network.sinkEndingAt(nodes[0]) < 0) {
            room = steps[0] > flow.horizon ? 0 : flow.held(nodes[0], steps[0]);
        }
        for (int i = 0; i < moves.length && room > 0; i++) {
            room = Math.min(room, room(flow, i));
        }
        return room;
    }

    private int room(RepairFlow flow, int i) {
        int from = steps[i];
        int to = steps[i + 1];
        if (Math.max(from, to) > flow.horizon) {
            return 0;
        }
        int move = moves[i];
        if (Move.isArc(move)) {
            int arc = Move.arc(move);
            return Move.isForward(move) ? flow.spare(arc, from) : flow.amount(arc, to);
        }
        int source = Move.source(move);
        if (nodes[i] >= flow.network.nodes) {
            return to < flow.firstDeparture(source) ? 0 : Integer.MAX_VALUE;
        }
        return flow.departing(source, from);
    }

    /** Sends units along the path, and notes where holes may open. */
    void push(RepairFlow flow, int units) {
        if (nodes[0] < flow.network.nodes && flow.network.sinkEndingAt(nodes[0]) < 0) {
            flow.hold(nodes[0], steps[0], -units);
        }
        for (int i = 0; i < moves.length; i++) {
            int from = steps[i];
            int to = steps[i + 1];
            int move = moves[i];
            if (Move.isArc(move)) {
                boolean forward = Move.isForward(move);
                flow.add(Move.arc(move), forward ? from : to, forward ? units : -units);
            } else if (nodes[i] >= flow.network.nodes) {
                flow.depart(Move.source(move), to, units);
            } else {
                flow.depart(Move.source(move), from, -units);
            }
            flow.opened(nodes[i + 1], to, nodes[i], from);
        }
    }
}
