package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;

/**
 * How many moves each state of a flow under repair is away from units that can be had, at a source or held on the road, or from a stock that can take units back. Later changes make it a guess,
 * which guides the search and decides nothing; but what is {@link #FAR} from a stock stays so, since units that are taken back open no move from there.
 */
final class UnitsNear {
    /** Farther than any state that units can get to. */
    static final int FAR = MovesAway.FAR;

    private final RepairFlow flow;
    private final MovesAway away;

    UnitsNear(RepairFlow flow) {
        this.flow = flow;
        this.away = new MovesAway(flow.network);
    }

    int at(int node, int step) {
        return away.at(node, step);
    }

    /** A state is known to be at least so far. */
    void raise(int node, int step, int moves) {
        away.raise(node, step, moves);
    }

    /** Looks at all states anew, for moves from units that can be had; returns how many were reached. */
    long findFromUnits() {
        Moves moves = new Moves(flow);
        away.start(true, flow.tau());
        for (int source = 0; source < flow.stock.length; source++) {
            if (flow.stock[source] > 0) {
                away.reachStock(source, moves);
            }
        }
        IntList holding = flow.holding();
        for (int i = 0; i < holding.size(); i++) {
            int node = holding.get(i);
            for (int step = flow.tau(); step <= flow.horizon; step++) {
                if (flow.held(node, step) > 0) {
                    away.reach(node, step, step);
                }
            }
        }
        return away.count(moves);
    }

    /** The same for moves to a stock that can take units back. */
    long findToStocks() {
        Moves moves = new Moves(flow);
        away.start(false, flow.tau());
        for (int source = 0; source < flow.stock.length; source++) {
            away.reachStock(source, moves);
        }
        return away.count(moves);
    }

    /** The moves of a flow as it is now; what was asked once is kept. */
    private static final class Moves implements MovesAway.Moves {
        private final RepairFlow flow;
        private final long[] @Nullable [] open;
        private final long[] @Nullable [] used;

        Moves(RepairFlow flow) {
            this.flow = flow;
            this.open = new long[flow.network.arcs][];
            this.used = new long[flow.network.arcs][];
        }

        @Override
        public long @Nullable [] open(int arc) {
            if (flow.isAsBefore(arc)) {
                return flow.base.open(arc);
            }
            long @Nullable [] bits = open[arc];
            if (bits == null) {
                bits = flow.base.bits(step -> step >= flow.tau() && flow.spare(arc, step) > 0);
                open[arc] = bits;
            }
            return bits;
        }

        @Override
        public long @Nullable [] used(int arc) {
            if (flow.isAsBefore(arc)) {
                return flow.base.used(arc);
            }
            long @Nullable [] bits = used[arc];
            if (bits == null) {
                bits = flow.base.bits(step -> flow.amount(arc, step) > 0);
                used[arc] = bits;
            }
            return bits;
        }

        @Override
        public int firstDeparture(int source) {
            return flow.firstDeparture(source);
        }

        @Override
        public int departing(int source, int step) {
            return flow.departing(source, step);
        }
    }
}
