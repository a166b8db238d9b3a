package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow with some arcs closed, laid over a {@link RepairBase} and on its way to being the most by the horizon again. What moved on a closed arc leaves a <i>surplus</i> at the
 * arc's tail and a <i>lack</i> at its head; nothing else is touched until a way is found from the one, or from a stock, to the other, or to an end. One thread; used again after
 * {@link #close}.
 *
 * <p>A state is an inner node and a step; a source's stock counts as a node more, with one state in step 0.
 */
final class ClosedFlow implements MovesNow.Changed {
    final RepairBase base;
    final Network network;
    final int horizon;

    /** Units that stay at a source. */
    final int[] stock;

    private final Overlay flow;
    private final Overlay departures;
    private final Overlay surplus;
    private final Overlay lack;
    private final long[] @Nullable [] closed;
    private final IntList closedArcs = new IntList();
    private long gained;
    private long units;

    ClosedFlow(RepairBase base) {
        this.base = base;
        this.network = base.network;
        this.horizon = base.horizon;
        this.stock = base.stock.clone();
        this.flow = new Overlay(base.flow, horizon + 1);
        this.departures = new Overlay(base.departures, horizon + 1);
        this.surplus = new Overlay(new int[network.nodes][], horizon + 1);
        this.lack = new Overlay(new int[network.nodes][], horizon + 1);
        this.closed = new long[network.arcs][];
    }

    /** Starts anew from the base, with other arcs closed. */
    void close(List<Closing> closings) {
        flow.reset();
        departures.reset();
        surplus.reset();
        lack.reset();
        System.arraycopy(base.stock, 0, stock, 0, stock.length);
        gained = 0;
        units = Arrays.stream(stock).asLongStream().sum();
        for (int i = 0; i < closedArcs.size(); i++) {
            closed[closedArcs.get(i)] = null;
        }
        closedArcs.clear();
        for (Closing closing : closings) {
            close(base.road[closing.arc()], closing.from(), Math.min(closing.until() - 1, horizon));
        }
        settleWhereBoth();
    }

    private void close(int arc, int from, int to) {
        long[] bits = closed[arc];
        if (bits == null) {
            bits = new long[Bits.words(horizon)];
            closed[arc] = bits;
            closedArcs.add(arc);
        }
        for (int word = 0; word < bits.length; word++) {
            bits[word] |= Bits.range(word, from, to);
        }
        for (int step = from; step <= to; step++) {
            int moving = flow.at(arc, step);
            if (moving > 0) {
                flow.add(arc, step, -moving);
                addSurplus(network.tail[arc], step, moving);
                lack.add(network.head[arc], step + network.transit[arc], moving);
            }
        }
    }

    /** Where one closed arc begins as another ends, what is left by the one would not have come by the other. */
    private void settleWhereBoth() {
        IntList nodes = surplus.owned();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            for (int step = 0; lack.row(node) != null && step <= horizon; step++) {
                int both = Math.min(surplus.at(node, step), lack.at(node, step));
                if (both > 0) {
                    addSurplus(node, step, -both);
                    lack.add(node, step, -both);
                }
            }
        }
    }

    @Override
    public int spare(int arc, int step) {
        long[] bits = closed[arc];
        return bits != null && (bits[step >> 6] >>> step & 1) != 0 ? 0 : base.capacity(arc, step) - flow.at(arc, step);
    }

    @Override
    public int amount(int arc, int step) {
        return flow.at(arc, step);
    }

    @Override
    public boolean isAsBefore(int arc) {
        return closed[arc] == null && !flow.isOwned(arc);
    }

    @Override
    public int firstDeparture(int source) {
        return base.firstDeparture(source);
    }

    @Override
    public int departing(int source, int step) {
        return departures.at(source, step);
    }

    int @Nullable [] departures(int source) {
        return departures.row(source);
    }

    int surplus(int node, int step) {
        return surplus.at(node, step);
    }

    /** The nodes at which there may be a surplus. */
    IntList surplusNodes() {
        return surplus.owned();
    }

    int lack(int node, int step) {
        return lack.at(node, step);
    }

    /** The nodes at which there may be a lack. */
    IntList lackNodes() {
        return lack.owned();
    }

    void add(int arc, int step, int change) {
        flow.add(arc, step, change);
    }

    void depart(int source, int step, int change) {
        departures.add(source, step, change);
        stock[source] -= change;
        units -= change;
    }

    void addSurplus(int node, int step, int change) {
        surplus.add(node, step, change);
        units += change;
    }

    void addLack(int node, int step, int change) {
        lack.add(node, step, change);
    }

    void arrive(int more) {
        gained += more;
    }

    /** True if there is a stock or a surplus anywhere. */
    boolean hasUnits() {
        return units > 0;
    }

    /** Units that arrive more than before: those that were brought to an end, less those lacked. */
    long change() {
        long change = gained;
        for (int i = 0; i < lack.owned().size(); i++) {
            for (int step = 0; step <= horizon; step++) {
                change -= lack.at(lack.owned().get(i), step);
            }
        }
        return change;
    }
}
