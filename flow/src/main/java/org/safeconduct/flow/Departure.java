package org.safeconduct.flow;

import java.util.List;

/**
 * Units that leave one source in consecutive steps, travel the same way with the same halts, and end in the same sink.
 *
 * @param source number of the source
 * @param sink number of the sink
 * @param from first step in which they enter the network
 * @param to last step, included
 * @param amount units in each of these steps
 * @param legs the way: arcs in order, each with the steps waited at its tail before entering it
 * @param waitAtEnd steps waited at the sink's node before entering the sink
 */
public record Departure(int source, int sink, int from, int to, int amount, List<Leg> legs, int waitAtEnd) {

    /**
     * One arc of a way.
     *
     * @param waitBefore steps waited at the arc's tail
     * @param arc number of the arc
     */
    public record Leg(int waitBefore, int arc) {}

    public Departure {
        legs = List.copyOf(legs);
    }

    public long total() {
        return (long) amount * (to - from + 1L);
    }
}
