package org.safeconduct.flow;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds how much can still arrive with arcs closed, starting from a flow that is the most without. One thread; used again and again.
 *
 * <p>Why three searches suffice. Call near what led to an end before, and far what no stock led to. Closing an arc opens no residual move, so no stock leads to an end. First each surplus
 * that is near looks for an end, or a lack, without leaving what is near: what it sees in vain leads to no end for good. Then each lack looks for a stock or any surplus: what it
 * sees in vain nothing leads to for good. Ways found then pass what is near only where it was seen in vain, so they open no way to an end. What is lacked in the end is
 * cut off from all units there are, and what is left of them from all ends: the flow is the most there can be.
 */
final class ClosedRun {
    private final ClosedFlow flow;
    private final MovesAway fromStocks;
    private final MovesAway toEnds;
    private @Nullable MovesAway fromSurplus;
    private final ClosedSearch forward;
    private final ClosedSearch backward;
    private final long allowed;

    /**
     * @param fromStocks moves from stocks in the base's flow
     * @param toEnds moves to ends in the base's flow
     * @param allowed states that may be looked at for an answer before it gives up
     */
    ClosedRun(RepairBase base, MovesAway fromStocks, MovesAway toEnds, long allowed) {
        this.flow = new ClosedFlow(base);
        this.fromStocks = fromStocks;
        this.toEnds = toEnds;
        this.forward = new ClosedSearch(flow, toEnds, true);
        this.backward = new ClosedSearch(flow, fromStocks, false);
        this.allowed = allowed;
    }

    /** Units that arrive more by the horizon than without closings: 0 or less. Empty if too much had to be looked at to tell. */
    OptionalLong change(List<Closing> closings) {
        flow.close(closings);
        forward.start(allowed);
        boolean isFarSurplus = useSurplus();
        backward.start(allowed - forward.work());
        fillLack(false);
        if (isFarSurplus) {
            backward.follow(countFromSurplus());
            fillLack(true);
        }
        return forward.hasGivenUp() || backward.hasGivenUp() ? OptionalLong.empty() : OptionalLong.of(flow.change());
    }

    /**
     * Counts the moves from what lies where no stock leads to. No move leads back to there from elsewhere, so what the count does not come to is lacked for good: which is most of it.
     */
    private MovesAway countFromSurplus() {
        MovesAway away = fromSurplus == null ? new MovesAway(flow.network) : fromSurplus;
        fromSurplus = away;
        away.startBeyond(true, fromStocks);
        IntList nodes = flow.surplusNodes();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            for (int step = flow.network.earliest[node]; step <= flow.network.latest(node); step++) {
                if (flow.surplus(node, step) > 0) {
                    away.reach(node, step, step);
                }
            }
        }
        MovesNow moves = new MovesNow(flow.base, flow, 0);
        for (int source = 0; source < flow.stock.length; source++) {
            if (flow.stock[source] > 0 && fromStocks.at(flow.network.nodes + source, 0) == MovesAway.FAR) {
                away.reachStock(source, moves);
            }
        }
        away.count(moves);
        return away;
    }

    /** Brings to ends or lacks what can be of each surplus; true if one lay, at first, where no stock leads to. */
    private boolean useSurplus() {
        boolean isFar = false;
        IntList nodes = flow.surplusNodes();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            for (int step = flow.network.earliest[node]; step <= flow.network.latest(node); step++) {
                isFar |= flow.surplus(node, step) > 0 && fromStocks.at(node, step) == MovesAway.FAR;
                boolean isNear = toEnds.at(node, step) != MovesAway.FAR;
                while (isNear && flow.surplus(node, step) > 0 && push(forward.find(node, step))) {}
            }
        }
        while (useStock()) {}
        return isFar;
    }

    /** Brings on what came to stocks that had led to an end; true if any was brought on, perhaps only to another stock. */
    private boolean useStock() {
        boolean isBrought = false;
        for (int source = 0; source < flow.stock.length; source++) {
            int stock = flow.network.nodes + source;
            boolean isNear = toEnds.at(stock, 0) != MovesAway.FAR;
            while (isNear && flow.stock[source] > 0 && push(forward.find(stock, 0))) {
                isBrought = true;
            }
        }
        return isBrought;
    }

    private void fillLack(boolean far) {
        IntList nodes = flow.lackNodes();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            for (int step = flow.network.earliest[node]; step <= flow.network.latest(node); step++) {
                boolean isNow = far == (fromStocks.at(node, step) == MovesAway.FAR);
                while (isNow && flow.lack(node, step) > 0 && flow.hasUnits() && push(backward.find(node, step))) {}
            }
        }
    }

    private static boolean push(@Nullable ClosedPath path) {
        if (path != null && !path.push()) {
            throw new IllegalStateException("a way without room to a road that is not closed");
        }
        return path != null;
    }
}
