package org.safeconduct.flow;

/**
 * A way to bring more from a source to the end of a sink, with all steps counted from the arrival: so it can be tried again for the
 * next arrival. It may take back what moves already.
 *
 * <pre>
 *   states   (node, offset[0]) ── move[0] ──► (node, offset[1]) ── … ──► (end, offset[n] = 0)
 * </pre>
 */
final class Path {
    /** In place of a source: the path begins at the end of a sink, with units that arrive later. */
    static final int LATER = -1;

    private final int source;
    private final int[] moves;
    private final int[] offsets;

    Path(int source, int[] moves, int[] offsets) {
        this.source = source;
        this.moves = moves;
        this.offsets = offsets;
    }

    /** How a path gets from one state to the next, in an int. */
    static final class Move {
        /** Goes back and forth within the reception of a sink: in by one step, out by another. */
        static final int EXCHANGE = Integer.MIN_VALUE;

        private Move() {}

        static int along(int arc) {
            return arc << 1;
        }

        /** Takes back units that enter the arc; the path goes on from the arc's tail. */
        static int against(int arc) {
            return arc << 1 | 1;
        }

        /** Takes over the place of units that depart from a source; these depart in another step. */
        static int retime(int source) {
            return -1 - source;
        }

        static boolean isArc(int move) {
            return move >= 0;
        }

        static boolean isForward(int move) {
            return (move & 1) == 0;
        }

        static int arc(int move) {
            return move >> 1;
        }

        static int source(int move) {
            return -1 - move;
        }
    }

    int source() {
        return source;
    }

    int length() {
        return moves.length;
    }

    /** A {@link Move}. */
    int move(int index) {
        return moves[index];
    }

    /** True if units take back what moves already, so that there is more room elsewhere. */
    boolean takesBack() {
        for (int move : moves) {
            if (!Move.isArc(move) || !Move.isForward(move)) {
                return true;
            }
        }
        return source == LATER;
    }

    /** The step in which units depart, or arrive if this path is not taken, for an arrival in step {@code arrival}. */
    int first(int arrival) {
        return offsets[0] + arrival;
    }

    /** How many units the path can bring for an arrival in step {@code arrival}; 0 if the path is not open then. */
    int room(ResidualFlow flow, Network network, int arrival) {
        int first = first(arrival);
        boolean isFromSource = source != LATER;
        if (first > network.horizon
                || (isFromSource
                        && first < network.problem.sources().get(source).release())) {
            return 0;
        }
        int room = isFromSource ? flow.stock(source) : FlowProblem.UNLIMITED;
        for (int i = 0; i < moves.length && room > 0; i++) {
            room = Math.min(room, room(flow, network, i, arrival));
        }
        return room;
    }

    private int room(ResidualFlow flow, Network network, int i, int arrival) {
        int from = offsets[i] + arrival;
        int to = offsets[i + 1] + arrival;
        if (Math.min(from, to) < 0 || Math.max(from, to) > network.horizon) {
            return 0;
        }
        int move = moves[i];
        if (Move.isArc(move)) {
            int arc = Move.arc(move);
            return Move.isForward(move) ? flow.spare(arc, from) : flow.amount(arc, to);
        }
        if (move == Move.EXCHANGE) {
            return FlowProblem.UNLIMITED;
        }
        int other = Move.source(move);
        return to < network.problem.sources().get(other).release() ? 0 : flow.departing(other, from);
    }

    /** Sends units along the path, for an arrival in step {@code arrival}. */
    void push(ResidualFlow flow, int arrival, int units) {
        if (source != LATER) {
            flow.depart(source, first(arrival), units);
        }
        for (int i = 0; i < moves.length; i++) {
            int move = moves[i];
            int from = offsets[i] + arrival;
            int to = offsets[i + 1] + arrival;
            if (Move.isArc(move)) {
                boolean forward = Move.isForward(move);
                flow.add(Move.arc(move), forward ? from : to, forward ? units : -units);
            } else if (move != Move.EXCHANGE) {
                flow.depart(Move.source(move), from, -units);
                flow.depart(Move.source(move), to, units);
            }
        }
    }
}
