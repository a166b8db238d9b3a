package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings as much as can be to one sink in one step: first along the paths of the arrival before, which is where most comes from, then along new
 * ones, until {@link Search} finds none.
 */
final class Filler {
    /** Work of all searches, at least and for each node, from which on making labels pays. */
    private static final long LONG_SEARCHES = 5_000;

    private static final long LONG_SEARCHES_PER_NODE = 8;
    private static final long LEAST_WORK_BETWEEN = 100_000;
    private static final double SHARE_OF_RELABELLING = 0.5;

    final Network network;
    final ResidualFlow flow;
    final StateLabels labels;
    final Search search;
    private final int stepsAhead;
    private BitSet exchanging = new BitSet();
    private final List<List<Path>> lastPaths = new ArrayList<>();
    private @Nullable Relabelling relabelling;
    private int found;
    private long lastRelabelling;
    private long workBetween;
    private long leastWorkBetween = LEAST_WORK_BETWEEN;

    /** A filler without flow. {@code stepsAhead} tells how many steps after an arrival others may arrive already. */
    Filler(FlowProblem problem, int stepsAhead) {
        this.network = new Network(problem);
        this.flow = new ResidualFlow(network);
        this.labels = new StateLabels(network);
        this.search = new Search(network, flow, labels);
        this.stepsAhead = stepsAhead;
        for (int sink = 0; sink < network.end.length; sink++) {
            lastPaths.add(List.of());
        }
    }

    /** What sinks in this set receive they may receive in another step; they are full. */
    void exchangeAt(BitSet fullSinks) {
        exchanging = fullSinks;
        search.exchangeAt(fullSinks);
    }

    /** Brings at most {@code most} units to a sink in a step; returns how many. States found dead go to {@code log}. */
    long fill(int sink, int arrival, long most, CutLog log) {
        if (arrival < network.earliest[network.end[sink]]) {
            return 0;
        }
        List<Path> paths = new ArrayList<>();
        long before = flow.allStock();
        for (Path path : lastPaths.get(sink)) {
            if (push(path, arrival, most - (before - flow.allStock()))) {
                paths.add(path);
            }
        }
        while (flow.allStock() > 0 && before - flow.allStock() < most) {
            relabelIfSlow(arrival, log);
            Path path = search.find(network.end[sink], arrival, log);
            if (path == null) {
                break;
            }
            if (!push(path, arrival, most - (before - flow.allStock()))) {
                throw new IllegalStateException("a path without room for an arrival in step " + arrival);
            }
            paths.add(path);
            found++;
            countMovesIfSlow();
        }
        if (!paths.isEmpty()) {
            lastPaths.set(sink, paths);
        }
        return before - flow.allStock();
    }

    private boolean push(Path path, int arrival, long most) {
        int room = (int) Math.min(most, path.room(flow, network, arrival));
        if (room > 0) {
            path.push(flow, arrival, room);
        }
        return room > 0;
    }

    private void countMovesIfSlow() {
        if (relabelling == null && search.work() > LONG_SEARCHES + LONG_SEARCHES_PER_NODE * network.nodes) {
            countMoves(source -> flow.stock(source) > 0);
        }
    }

    /** From now on, the search counts moves from some sources only, and is given labels when it gets slow. */
    void countMoves(IntPredicate sources) {
        search.countMoves(sources);
        relabelling = new Relabelling(this);
        lastRelabelling = search.work();
        workBetween = 0;
    }

    /** Counts moves and makes labels from the start, as on large problems: so that small ones test it. */
    void hurry() {
        leastWorkBetween = 0;
        countMoves(source -> flow.stock(source) > 0);
    }

    private void relabelIfSlow(int arrival, CutLog log) {
        relabelIfSlow(
                (int) Math.min((long) arrival + stepsAhead, network.horizon), source -> flow.stock(source) > 0, log);
    }

    /** Gives the states up to step {@code last} their true number of moves from some sources if the search took long since that was last done. */
    void relabelIfSlow(int last, IntPredicate sources, @Nullable CutLog log) {
        if (relabelling != null && search.work() - lastRelabelling > workBetween) {
            long states = relabelling.run(last, sources, exchanging, log);
            lastRelabelling = search.work();
            workBetween = Math.max(leastWorkBetween, (long) (states * SHARE_OF_RELABELLING));
        }
    }

    int found() {
        return found;
    }
}
