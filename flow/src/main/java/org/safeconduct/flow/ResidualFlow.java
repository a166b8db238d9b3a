package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Source;

/** The flow so far, and what it leaves: spare capacity, stock at the sources. Changes as paths are pushed; one thread. */
final class ResidualFlow {
    private final Network network;
    private final @Nullable Row[] rows;
    private final @Nullable Row[] departures;
    private final boolean[] leaves;
    private final boolean[] enters;
    private final int[] stock;
    private long allStock;

    ResidualFlow(Network network) {
        this.network = network;
        this.rows = new Row[network.arcs];
        this.leaves = new boolean[network.nodes];
        this.enters = new boolean[network.nodes];
        this.stock = network.problem.sources().stream().mapToInt(Source::amount).toArray();
        this.departures = new Row[stock.length];
        this.allStock = network.problem.supply();
    }

    /** Units that have not yet left a source. */
    int stock(int source) {
        return stock[source];
    }

    /** Units that have not yet left any source. */
    long allStock() {
        return allStock;
    }

    @Nullable
    Row row(int arc) {
        return rows[arc];
    }

    @Nullable
    Row departures(int source) {
        return departures[source];
    }

    /** False if nothing ever moved from an inner node. Tells in one look what many arcs would have to be asked for, as at most nodes. */
    boolean leaves(int node) {
        return leaves[node];
    }

    /** False if nothing ever moved to an inner node. */
    boolean enters(int node) {
        return enters[node];
    }

    boolean isFull(int arc, int step) {
        Row row = rows[arc];
        return row != null && row.isFull(step);
    }

    boolean isUsed(int arc, int step) {
        Row row = rows[arc];
        return row != null && row.isUsed(step);
    }

    int amount(int arc, int step) {
        Row row = rows[arc];
        return row == null ? 0 : row.at(step);
    }

    int spare(int arc, int step) {
        return network.capacityAt(arc, step) - amount(arc, step);
    }

    int departing(int source, int step) {
        Row row = departures[source];
        return row == null ? 0 : row.at(step);
    }

    void add(int arc, int step, int change) {
        Row row = rows[arc];
        if (row == null) {
            row = new Row(network.horizon);
            rows[arc] = row;
            leaves[network.tail[arc]] = true;
            enters[network.head[arc]] = true;
        }
        row.add(step, change, network.capacityAt(arc, step));
    }

    /** Lets units of a source enter the network in a step; a negative change takes them back. */
    void depart(int source, int step, int change) {
        stock[source] -= change;
        allStock -= change;
        Row row = departures[source];
        if (row == null) {
            row = new Row(network.horizon);
            departures[source] = row;
        }
        row.add(step, change, FlowProblem.UNLIMITED);
    }
}
