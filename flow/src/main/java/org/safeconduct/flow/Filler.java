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
    private static final double SHARE_OF_RELABELLING = 2;

    final Network network;
    final ResidualFlow flow;
    final StateLabels labels;
    final Search search;
    private final int stepsAhead;
    private BitSet exchanging = new BitSet();
    private final List<List<Use>> lastUses = new ArrayList<>();
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
            lastUses.add(List.of());
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
        long before = flow.allStock();
        List<Use> uses = pushAgain(lastUses.get(sink), arrival, most);
        while (flow.allStock() > 0 && before - flow.allStock() < most) {
            relabelIfSlow(arrival, log);
            Path path = search.find(network.end[sink], arrival, log);
            if (path == null) {
                break;
            }
            int units = push(path, arrival, most - (before - flow.allStock()));
            if (units == 0) {
                throw new IllegalStateException("a path without room for an arrival in step " + arrival);
            }
            uses.add(new Use(path, units));
            found++;
            countMovesIfSlow();
        }
        if (!uses.isEmpty()) {
            lastUses.set(sink, uses);
        }
        return before - flow.allStock();
    }

    /** A path and the units it brought when it was last used. */
    private record Use(Path path, int units) {}

    /**
     * Pushes the paths of the arrival before, each with what it brought then, so that what was steady stays steady; then with what more there is room for. Returns those
     * that brought something.
     */
    private List<Use> pushAgain(List<Use> last, int arrival, long most) {
        long left = most;
        int[] units = new int[last.size()];
        for (int i = 0; i < units.length; i++) {
            Use use = last.get(i);
            units[i] = push(use.path(), arrival, Math.min(left, use.units()));
            left -= units[i];
        }
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            Use use = last.get(i);
            if (units[i] == use.units()) {
                int more = push(use.path(), arrival, left);
                units[i] += more;
                left -= more;
            }
            if (units[i] > 0) {
                uses.add(units[i] == use.units() ? use : new Use(use.path(), units[i]));
            }
        }
        return uses;
    }

    /** Pushes at most {@code most} units along a path; returns how many. */
    private int push(Path path, int arrival, long most) {
        int room = (int) Math.min(most, path.room(flow, network, arrival));
        if (room > 0) {
            path.push(flow, arrival, room);
        }
        return room;
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
                (int) Math.min((long) arrival + stepsAhead, network.horizon),
                source -> flow.stock(source) > 0,
                true,
                log);
    }

    /** Gives the states up to step {@code last} their true number of moves from some sources if the search took long since that was last done. */
    void relabelIfSlow(int last, IntPredicate sources, boolean onlyToEnds, @Nullable CutLog log) {
        if (relabelling != null && search.work() - lastRelabelling > workBetween) {
            long words = relabelling.run(last, sources, onlyToEnds, exchanging, log);
            lastRelabelling = search.work();
            workBetween = Math.max(leastWorkBetween, (long) (words * SHARE_OF_RELABELLING));
        }
    }

    int found() {
        return found;
    }
}
