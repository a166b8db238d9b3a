package org.safeconduct.flow;

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
        MovesNow moves = new MovesNow(flow.base, flow, flow.tau());
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
        MovesNow moves = new MovesNow(flow.base, flow, flow.tau());
        away.start(false, flow.tau());
        for (int source = 0; source < flow.stock.length; source++) {
            away.reachStock(source, moves);
        }
        return away.count(moves);
    }
}
