package org.safeconduct.flow;

/**
 * Brings as much as can be to the sinks, arrival step by arrival step; what has arrived is never taken back. So the flow is an earliest
 * arrival flow: it exists for many sources and sinks without limits in all (Gale 1959; Minieka 1973; Baumann and Skutella 2006).
 *
 * <p>It may begin with any flow there is ({@link Filler#begin}). Then whoever arrives later counts as a unit to be had, beside stock. A search that fails has seen no later arrival either, so
 * what it saw is dead as always: later paths begin at stock or at later arrivals, and none of these leads there.
 */
final class StepByStep {
    /** Steps after the present arrival that labels are made for at once. */
    private static final int AHEAD = 64;

    final Filler filler;
    final CutLog log;
    private final Options options;
    private int completeFrom = CutFamily.NEVER;

    StepByStep(FlowProblem problem, Options options) {
        this.filler = new Filler(problem, AHEAD);
        this.log = options.proof() ? new CutLog(filler.network) : CutLog.unread();
        this.options = options;
    }

    void run() {
        if (!filler.hasUnits()) {
            completeFrom = 0;
        }
        int sinks = filler.network.end.length;
        for (int arrival = 0; arrival <= filler.network.horizon && filler.hasUnits(); arrival++) {
            options.step(arrival);
            log.startCut(arrival);
            filler.startArrival(arrival);
            for (int sink = 0; sink < sinks && filler.hasUnits(); sink++) {
                filler.fill(sink, arrival, Long.MAX_VALUE, log);
            }
            if (!filler.hasUnits()) {
                completeFrom = arrival;
            }
        }
    }

    /** The first step by which all has arrived; {@link CutFamily#NEVER} if not all does. */
    int completeFrom() {
        return completeFrom;
    }
}
