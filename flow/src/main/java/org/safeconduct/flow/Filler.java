package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings as much as can be to one sink in one step: first along the paths of the arrival before, which is where most comes from, then along new
 * ones, until {@link Search} finds none.
 */
final class Filler {
    /** Work of all searches, at least and for each node, from which on making labels pays. */
    private static final long LONG_SEARCHES = 5_000;

    private static final long LONG_SEARCHES_PER_NODE = 8;
    private static final long LEAST_WORK_BETWEEN = 20_000;
    private static final double SHARE_OF_RELABELLING = 2;
    private static final long SHORT_SEARCH = 10_000;

    final Network network;
    final ResidualFlow flow;
    final StateLabels labels;
    final Search search;
    private final int stepsAhead;
    private BitSet exchanging = new BitSet();
    private final List<List<Use>> lastUses = new ArrayList<>();
    private @Nullable Relabelling relabelling;

    /** Units that arrive in each step, and those that do after the step that is filled now. */
    private final long[] arriving;

    private long later;
    private boolean takesLater;
    private int found;
    private long lastRelabelling;
    private long workBetween;
    private long leastWorkBetween = LEAST_WORK_BETWEEN;
    private long shortSearch = SHORT_SEARCH;

    /** A filler without flow. {@code stepsAhead} tells how many steps after an arrival others may arrive already. */
    Filler(FlowProblem problem, int stepsAhead) {
        this.network = new Network(problem);
        this.flow = new ResidualFlow(network);
        this.labels = new StateLabels(network);
        this.search = new Search(network, flow, labels);
        this.stepsAhead = stepsAhead;
        this.arriving = new long[network.horizon + 1];
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
        while (hasUnits() && before - flow.allStock() < most && !search.isDead(network.end[sink], arrival)) {
            Path path = find(sink, arrival, log);
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

    /** Sends units the ways they followed before; from then on, who is to arrive later may arrive sooner instead. */
    void begin(KnownWays ways) {
        takesLater = true;
        search.takeLater();
        later += send(ways);
    }

    /** Sends units the ways they followed before, as far as these are open, to arrive when they did; returns how many. */
    long send(KnownWays ways) {
        long sent = 0;
        for (int arrival = 0; arrival <= network.horizon; arrival++) {
            for (int sink = 0; sink < network.end.length; sink++) {
                int[] uses = ways.at(sink, arrival);
                for (int i = 0; i < uses.length; i += 2) {
                    sent += push(ways.path(uses[i]), arrival, uses[i + 1]);
                }
            }
        }
        return sent;
    }

    /** Goes on to the arrivals of a step; those of earlier steps stay as they are. */
    void startArrival(int arrival) {
        later -= arriving[arrival];
    }

    /** True if there are units that can arrive in this step, or sooner than they do. */
    boolean hasUnits() {
        return flow.allStock() > 0 || later > 0;
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
        boolean[] hasMore = new boolean[last.size()];
        boolean opened = false;
        for (int i = 0; i < units.length; i++) {
            Use use = last.get(i);
            int room = use.path().room(flow, network, arrival);
            units[i] = send(use.path(), arrival, (int) Math.min(room, Math.min(left, use.units())));
            left -= units[i];
            hasMore[i] = room > use.units();
            opened = opened || (units[i] > 0 && use.path().takesBack());
        }
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            Use use = last.get(i);
            // Only where something was taken back can there be room where there was none.
            if (units[i] == use.units() && (hasMore[i] || opened)) {
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
        return send(path, arrival, (int) Math.min(most, path.room(flow, network, arrival)));
    }

    /** Pushes units for which there is room. */
    private int send(Path path, int arrival, int units) {
        if (units > 0) {
            path.push(flow, arrival, units);
            arriving[arrival] += units;
            if (path.source() == Path.LATER) {
                arriving[path.first(arrival)] -= units;
                later -= units;
            }
        }
        return units;
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

    /** Makes labels before the next search, however quick the last ones were. */
    void relabelNext() {
        workBetween = -1;
    }

    /** Counts moves and makes labels from the start, as on large problems: so that small ones test it. */
    void hurry() {
        leastWorkBetween = 0;
        shortSearch = 10;
        countMoves(source -> flow.stock(source) > 0);
    }

    /** A search that takes longer than a wave gives up: the wave finds whether there is a way at all, and if so how far it is. */
    private @Nullable Path find(int sink, int arrival, CutLog log) {
        int end = network.end[sink];
        relabelIfSlow(sink, arrival, log);
        search.allow(relabelling == null || takesLater ? Long.MAX_VALUE : Math.max(shortSearch, workBetween));
        Path path = search.find(end, arrival, log);
        if (path == null && search.hasGivenUp()) {
            relabelNext();
            relabelIfSlow(lastStep(arrival), source -> flow.stock(source) > 0, wave -> false, log);
            search.allow(Long.MAX_VALUE);
            path = search.find(end, arrival, log);
        }
        return path;
    }

    private int lastStep(int arrival) {
        return (int) Math.min((long) arrival + stepsAhead, network.horizon);
    }

    private void relabelIfSlow(int sink, int arrival, CutLog log) {
        // A wave that goes as far as `last` does not see who arrives after it, so with them what it leaves out need not
        // be dead: it only guides then.
        if (relabelling != null && takesLater) {
            relabelling.takeLater(arrival);
        }
        int end = network.end[sink];
        relabelIfSlow(
                lastStep(arrival),
                source -> flow.stock(source) > 0,
                wave -> wave.isReached(end, arrival),
                takesLater ? null : log);
    }

    /** Gives the states up to step {@code last} their true number of moves from some sources if the search took long since that was last done; true if so. */
    boolean relabelIfSlow(int last, IntPredicate sources, Predicate<Wave> until, @Nullable CutLog log) {
        boolean isSlow = relabelling != null && search.work() - lastRelabelling > workBetween;
        if (relabelling != null && isSlow) {
            long words = relabelling.run(last, sources, until, exchanging, log);
            lastRelabelling = search.work();
            workBetween = Math.max(leastWorkBetween, (long) (words * SHARE_OF_RELABELLING));
        }
        return isSlow;
    }

    /** Gives back what only searches need; the flow stays. Nothing may be filled any more. */
    void finish() {
        labels.release();
        relabelling = null;
    }

    /** States looked at before it pays to label all anew: then what leads nowhere is dead, and a way is found at once. */
    long shortSearch() {
        return shortSearch;
    }

    int found() {
        return found;
    }
}
