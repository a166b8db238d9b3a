package org.safeconduct.flow;

import java.util.List;

/**
 * What moves, when: a flow written as runs of steady steps. Pure data, in the order arc (or node, source, sink), then step; only
 * steps in which something moves are written.
 *
 * @param departures units of a source that enter the network
 * @param moves units that enter an arc
 * @param waits units that stay at a node from a step to the next
 * @param arrivals units that enter a sink
 */
public record FlowOverTime(List<Run> departures, List<Run> moves, List<Run> waits, List<Run> arrivals) {

    /**
     * The same amount in each of several steps in a row.
     *
     * @param item number of the source, arc, node or sink
     * @param from first step
     * @param to last step, included
     * @param amount units in each of these steps, 1 or more
     */
    public record Run(int item, int from, int to, int amount) {
        public Run {
            if (item < 0 || from < 0 || to < from || amount < 1) {
                throw new IllegalArgumentException("run of " + amount + " on " + item + " in steps " + from + "…" + to);
            }
        }

        public long total() {
            return (long) amount * (to - from + 1L);
        }
    }

    public FlowOverTime {
        departures = PackedList.copyOf(PackedList.RUN, departures);
        moves = PackedList.copyOf(PackedList.RUN, moves);
        waits = PackedList.copyOf(PackedList.RUN, waits);
        arrivals = PackedList.copyOf(PackedList.RUN, arrivals);
    }

    /** Units that have arrived by each step: element k counts the arrivals in steps 0 … k. */
    public long[] arrivedBy(int horizon) {
        long[] arrived = new long[horizon + 1];
        for (Run run : arrivals) {
            for (int step = run.from(); step <= Math.min(run.to(), horizon); step++) {
                arrived[step] += run.amount();
            }
        }
        for (int step = 1; step <= horizon; step++) {
            arrived[step] += arrived[step - 1];
        }
        return arrived;
    }
}
