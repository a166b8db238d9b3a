package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many moves each state is away from units that can be had, at a source or held on the road, or from a stock that can take units back: a breadth-first search over residual moves, 64 steps
 * at a time. Later changes make it a guess, which guides the search and decides nothing; but what is {@link #FAR} from a stock stays so, since units that are taken back open no
 * move from there.
 */
final class UnitsNear {
    /** Farther than any state that units can get to. */
    static final int FAR = 1 << 13;

    private final RepairFlow flow;
    private final Network network;
    private final int words;
    private final short[][] near;
    private final int[] stockNear;
    private final long[] reached;
    private long[] fresh;
    private long[] next;
    private int[] front;
    private int[] nextFront;
    private int frontSize;
    private int nextSize;
    private final boolean[] isNext;
    private final IntList nextStocks = new IntList();
    private final long[] @Nullable [] open;
    private final long[] @Nullable [] used;
    private boolean fromUnits;

    UnitsNear(RepairFlow flow) {
        this.flow = flow;
        this.network = flow.network;
        this.words = Bits.words(flow.horizon);
        this.near = new short[network.nodes][];
        this.stockNear = new int[flow.stock.length];
        this.reached = new long[Math.multiplyExact(network.nodes, words)];
        this.fresh = new long[reached.length];
        this.next = new long[reached.length];
        this.front = new int[network.nodes];
        this.nextFront = new int[network.nodes];
        this.isNext = new boolean[network.nodes];
        this.open = new long[network.arcs][];
        this.used = new long[network.arcs][];
    }

    int at(int node, int step) {
        if (node >= network.nodes) {
            return stockNear[node - network.nodes];
        }
        short[] row = near[node];
        return row == null ? FAR : row[step];
    }

    /** A state is known to be at least so far. */
    void raise(int node, int step, int moves) {
        short[] row = node < network.nodes ? near[node] : null;
        if (row != null && row[step] < moves) {
            row[step] = (short) Math.min(moves, FAR);
        }
    }

    /** Looks at all states anew, for moves from units that can be had; returns how many were reached. */
    long findFromUnits() {
        fromUnits = true;
        return find();
    }

    /** The same for moves to a stock that can take units back. */
    long findToStocks() {
        fromUnits = false;
        return find();
    }

    private long find() {
        Arrays.fill(open, null);
        Arrays.fill(used, null);
        Arrays.fill(stockNear, FAR);
        nextSize = 0;
        for (int node = 0; node < network.nodes; node++) {
            int end = Math.min(flow.horizon, network.latest(node));
            for (int w = 0; w < words; w++) {
                reached[node * words + w] = ~Bits.range(w, Math.max(flow.tau(), network.earliest[node]), end);
            }
            short[] row = near[node];
            if (row != null) {
                Arrays.fill(row, (short) FAR);
            }
        }
        if (fromUnits) {
            reachUnits();
        } else {
            reachDepartures();
        }
        long states = 0;
        for (int moves = 1; nextSize > 0; moves++) {
            states += round(Math.min(moves, FAR - 1));
        }
        return states;
    }

    private void reachUnits() {
        for (int source = 0; source < stockNear.length; source++) {
            if (flow.stock[source] > 0) {
                reachStock(source, 0);
            }
        }
        IntList holding = flow.holding();
        for (int i = 0; i < holding.size(); i++) {
            int node = holding.get(i);
            for (int step = flow.tau(); step <= flow.horizon; step++) {
                if (flow.held(node, step) > 0) {
                    reach(node, step >> 6, 1L << step);
                }
            }
        }
    }

    private void reachDepartures() {
        for (int source = 0; source < stockNear.length; source++) {
            int @Nullable [] row = flow.departures(source);
            stockNear[source] = 0;
            for (int step = flow.tau(); row != null && step <= flow.horizon; step++) {
                if (row[step] > 0) {
                    reach(network.sourceNode[source], step >> 6, 1L << step);
                }
            }
        }
    }

    private void reachStock(int source, int moves) {
        if (stockNear[source] == FAR) {
            stockNear[source] = moves;
            int node = network.sourceNode[source];
            for (int w = 0; w < words; w++) {
                reach(node, w, Bits.range(w, flow.firstDeparture(source), flow.horizon));
            }
        }
    }

    private void reach(int node, int w, long bits) {
        int at = node * words + w;
        long found = bits & ~reached[at];
        if (found != 0) {
            reached[at] |= found;
            next[at] |= found;
            if (!isNext[node]) {
                isNext[node] = true;
                nextFront[nextSize++] = node;
            }
        }
    }

    private long round(int moves) {
        long[] bits = fresh;
        fresh = next;
        next = bits;
        int[] nodes = front;
        front = nextFront;
        nextFront = nodes;
        frontSize = nextSize;
        nextSize = 0;
        for (int i = 0; i < frontSize; i++) {
            isNext[front[i]] = false;
        }
        long states = 0;
        for (int i = 0; i < frontSize; i++) {
            int node = front[i];
            states += write(node, moves);
            spread(node);
            Arrays.fill(fresh, node * words, (node + 1) * words, 0L);
        }
        for (int i = 0; i < nextStocks.size(); i++) {
            reachStock(nextStocks.get(i), moves);
        }
        nextStocks.clear();
        return states;
    }

    private long write(int node, int moves) {
        short[] row = near[node];
        if (row == null) {
            row = new short[flow.horizon + 1];
            Arrays.fill(row, (short) FAR);
            near[node] = row;
        }
        long states = 0;
        for (int w = 0; w < words; w++) {
            for (long left = fresh[node * words + w]; left != 0; left &= left - 1) {
                row[(w << 6) + Long.numberOfTrailingZeros(left)] = (short) moves;
                states++;
            }
        }
        return states;
    }

    private void spread(int node) {
        for (int k = network.sourceStart[node]; fromUnits && k < network.sourceStart[node + 1]; k++) {
            spreadToStock(node, network.sourcesAt[k]);
        }
        for (int k = network.outStart[node]; k < network.outStart[node + 1]; k++) {
            int arc = network.out[k];
            if (fromUnits) {
                spreadLater(node, k, isFree(arc) ? null : open(arc));
            } else if (flow.row(arc) != null) {
                spreadLater(node, k, used(arc));
            }
        }
        for (int k = network.inStart[node]; k < network.inStart[node + 1]; k++) {
            int arc = network.in[k];
            if (!fromUnits) {
                spreadEarlier(node, k, isFree(arc) ? null : open(arc));
            } else if (flow.row(arc) != null) {
                spreadEarlier(node, k, used(arc));
            }
        }
    }

    private boolean isFree(int arc) {
        return flow.isAsBefore(arc) && flow.base.isNeverFull(arc);
    }

    private void spreadToStock(int node, int source) {
        int @Nullable [] row = flow.departures(source);
        for (int w = 0; row != null && stockNear[source] == FAR && w < words; w++) {
            for (long left = fresh[node * words + w]; left != 0; left &= left - 1) {
                if (row[(w << 6) + Long.numberOfTrailingZeros(left)] > 0) {
                    nextStocks.add(source);
                    return;
                }
            }
        }
    }

    private long[] open(int arc) {
        long @Nullable [] bits = open[arc];
        if (bits == null) {
            bits = flow.isAsBefore(arc)
                    ? flow.base.open(arc)
                    : flow.base.bits(step -> step >= flow.tau() && flow.spare(arc, step) > 0);
            open[arc] = bits;
        }
        return bits;
    }

    private long[] used(int arc) {
        long @Nullable [] bits = used[arc];
        if (bits == null) {
            bits = flow.isAsBefore(arc) ? flow.base.used(arc) : flow.base.bits(step -> flow.amount(arc, step) > 0);
            used[arc] = bits;
        }
        return bits;
    }

    private void spreadLater(int node, int k, long @Nullable [] way) {
        int head = network.outHead[k];
        int shift = network.outTransit[k] >> 6;
        int steps = network.outTransit[k] & 63;
        for (int w = 0; w + shift < words; w++) {
            long bits = fresh[node * words + w];
            bits &= way == null ? -1L : way[w];
            if (bits != 0) {
                reach(head, w + shift, bits << steps);
                if (steps != 0 && w + shift + 1 < words) {
                    reach(head, w + shift + 1, bits >>> (64 - steps));
                }
            }
        }
    }

    private void spreadEarlier(int node, int k, long @Nullable [] way) {
        int tail = network.inTail[k];
        int shift = network.inTransit[k] >> 6;
        int steps = network.inTransit[k] & 63;
        for (int w = shift; w < words; w++) {
            long bits = fresh[node * words + w];
            if (bits != 0) {
                int to = w - shift;
                reach(tail, to, bits >>> steps & (way == null ? -1L : way[to]));
                if (steps != 0 && to > 0) {
                    reach(tail, to - 1, bits << (64 - steps) & (way == null ? -1L : way[to - 1]));
                }
            }
        }
    }
}
