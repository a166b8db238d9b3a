package org.safeconduct.flow;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds how much can still arrive with arcs closed, starting from a flow that is the most without. One thread; used again and again.
 *
 * <p>Why searches in this order suffice. Call near what led to an end before, and far what no stock led to. Closing an arc opens no residual move, so no stock leads to an end.
 * <ol>
 *   <li>Each surplus that is near looks for an end, or a lack, without leaving what is near: what it sees in vain leads to no end for good.
 *   <li>No move leads from elsewhere to what is far. So what is far and cannot be reached from a far surplus is reached by nothing; ways that are taken do not lead there, and open none. It is left out from here on.
 *   <li>Each far lack looks for any surplus, then each other lack for a stock or any surplus: what it sees in vain nothing leads to for good. The far ones come first. The way of another may begin at a far surplus; it opens a move back to
 *       what is far, by which a stock may come to a far lack, and of which the count of what can be reached knows nothing.
 * </ol>
 * Ways found in the end pass what is near only where it was seen in vain, so they open no way to an end. What is lacked then is cut off from all units there are, and what is left of them from all ends: the flow is
 * the most there can be.
 */
final class ClosedRun {
    private final ClosedFlow flow;
    private final MovesAway fromStocks;
    private final MovesAway toEnds;
    private @Nullable MovesAway fromFar;
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
        useSurplus();
        backward.start(allowed - forward.work());
        if (hasFarUnits()) {
            backward.lookAlsoInto(countFromFarUnits());
            fillLack(true);
        }
        fillLack(false);
        return forward.hasGivenUp() || backward.hasGivenUp() ? OptionalLong.empty() : OptionalLong.of(flow.change());
    }

    /** True if units are left where no stock led to. */
    private boolean hasFarUnits() {
        boolean isFar = false;
        IntList nodes = flow.surplusNodes();
        for (int i = 0; i < nodes.size() && !isFar; i++) {
            int node = nodes.get(i);
            for (int step = flow.network.earliest[node]; step <= flow.network.latest(node); step++) {
                isFar |= flow.surplus(node, step) > 0 && fromStocks.at(node, step) == MovesAway.FAR;
            }
        }
        for (int source = 0; source < flow.stock.length; source++) {
            isFar |= isFarStock(source);
        }
        return isFar;
    }

    private boolean isFarStock(int source) {
        return flow.stock[source] > 0 && fromStocks.at(flow.network.nodes + source, 0) == MovesAway.FAR;
    }

    /** Counts the moves from units left where no stock led to, among what is as far. */
    private MovesAway countFromFarUnits() {
        MovesAway away = fromFar == null ? new MovesAway(flow.network) : fromFar;
        fromFar = away;
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
            if (isFarStock(source)) {
                away.reachStock(source, moves);
            }
        }
        away.count(moves);
        return away;
    }

    /** Brings to ends or lacks what can be of each surplus. */
    private void useSurplus() {
        IntList nodes = flow.surplusNodes();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            for (int step = flow.network.earliest[node]; step <= flow.network.latest(node); step++) {
                boolean isNear = toEnds.at(node, step) != MovesAway.FAR;
                while (isNear && flow.surplus(node, step) > 0 && push(forward.find(node, step))) {}
            }
        }
        while (useStock()) {}
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
