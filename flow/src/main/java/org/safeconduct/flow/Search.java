package org.safeconduct.flow;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Path.Move;

/**
 * Looks for a way to bring one more unit to the end of a sink in a given step: backward over states (inner node, step), best first,
 * along spare capacity and against what moves.
 *
 * <p>"Best" is guided by a lower bound on what is still ahead, which each success teaches: a state looked at in vain was farther from
 * the sources than believed. A wrong bound costs time, never correctness. At first distances are in steps and bounds are per node; when
 * searches grow long, distances are in moves and bounds are per state, refreshed by {@link Relabelling}.
 *
 * <p>A search that fails has seen all states from which its end can be reached. No source with stock is among them, and none can
 * get among them later, because no path will ever be pushed that touches them: they are <i>dead</i>, and are the sink side of a cut.
 */
final class Search {
    /**
     * What is still ahead counts for more than what is behind, so that a search goes on where it is rather than fall back on ways that promise a little less: paths
     * get little longer, searches much shorter.
     */
    private static final int WEIGHT_AHEAD = 3;

    private static final int WEIGHT_BEHIND = 2;

    private final Network network;
    private final ResidualFlow flow;
    private final StateLabels labels;
    private final StateWords words;
    private final int[] stepsAhead;
    private int[] movesAhead = new int[0];
    private final BitSet closedStocks = new BitSet();
    private final IntList closedNow = new IntList();
    private final IntList exchangedNow = new IntList();
    private final SearchTree tree = new SearchTree();
    private BitSet exchanging = new BitSet();
    private final BitSet exchanged = new BitSet();
    private boolean rootIsState;
    private IntPredicate isTaker = source -> true;
    private int current;
    private boolean takesLater;
    private int after = Integer.MAX_VALUE;
    private long work;
    private long allowed = Long.MAX_VALUE;
    private boolean hasGivenUp;

    Search(Network network, ResidualFlow flow, StateLabels labels) {
        this.network = network;
        this.flow = flow;
        this.labels = labels;
        this.words = network.words;
        this.stepsAhead = network.earliest.clone();
    }

    /** Counts the states looked at by all searches so far. */
    long work() {
        return work;
    }

    /** From now on, distances are in moves from some sources, and what was learned of others is forgotten. */
    void countMoves(IntPredicate sources) {
        movesAhead = FreeFlow.fewestMoves(network, sources);
        labels.forget();
    }

    private boolean byMoves() {
        return movesAhead.length > 0;
    }

    /** The bound on the moves from a source that each state of a node starts with. */
    int movesAhead(int node) {
        return movesAhead[node];
    }

    /** True if no stock of the source is left and none can come back: it is on the sink side. */
    boolean isClosed(int source) {
        return closedStocks.get(source);
    }

    void close(int source) {
        closedStocks.set(source);
    }

    /** From now on, units that arrive later may arrive sooner instead. */
    void takeLater() {
        takesLater = true;
    }

    /** Sinks in this set are full: what they receive they can receive in another step. */
    void exchangeAt(BitSet fullSinks) {
        exchanging = fullSinks;
    }

    /** True if a full sink is on the sink side, since it can let in at another step what could go on to a sink that is not. */
    boolean isExchanged(int sink) {
        return exchanged.get(sink);
    }

    /** Forgets what is dead. */
    void revive() {
        labels.revive();
        closedStocks.clear();
        exchanged.clear();
    }

    /** True if no path to a state is left, which no search need find out. */
    boolean isDead(int node, int step) {
        if (step < network.earliest[node]) {
            return true;
        }
        int address = labels.address(node, step);
        return address < 0 || labels.get(address) < 0;
    }

    /** A path to a state for at least one unit; null if there is none, and what was seen is dead, as told to {@code log}. */
    @Nullable
    Path find(int node, int step, CutLog log) {
        start(true);
        if (isDead(node, step)) {
            return null;
        }
        int address = labels.address(node, step);
        labels.visit(address, labels.get(address));
        tree.addRoot(node, step, address, 0);
        after = takesLater ? step : Integer.MAX_VALUE;
        int goal = run(log);
        after = Integer.MAX_VALUE;
        if (goal < 0) {
            return null;
        }
        boolean isLater = network.sinkEndingAt(tree.node(goal)) >= 0;
        return tree.path(isLater ? Path.LATER : stockAt(tree.node(goal), tree.step(goal)), goal, 0);
    }

    /**
     * A way for one source to take over departures of another.
     *
     * @param path from the stock of the one to where and when the other departs
     * @param step the step of that departure
     */
    record Exchange(Path path, int step) {}

    /** Lets searches give up after so many states. */
    void allow(long states) {
        allowed = states;
    }

    /** True if the last search gave up, and so came to nothing either way. */
    boolean hasGivenUp() {
        return hasGivenUp;
    }

    /**
     * A way for some source among {@code takers} to take over departures of {@code giver}; null if the search gave up, or if there is none, and then what was seen is dead if there is a
     * {@code log} of it.
     */
    @Nullable
    Exchange findExchange(int giver, IntPredicate takers, @Nullable CutLog log) {
        start(false);
        isTaker = takers;
        int node = network.sourceNode[giver];
        tree.addRoot(node, 0, StateLabels.NOWHERE, 0);
        current = tree.poll();
        closedStocks.set(giver);
        closedNow.add(giver);
        pushDepartures(giver);
        int goal = run(log);
        int taker = goal < 0 ? -1 : stockAt(tree.node(goal), tree.step(goal));
        isTaker = source -> true;
        if (taker < 0) {
            return null;
        }
        int last = goal;
        while (tree.next(last) != 0) {
            last = tree.next(last);
        }
        return new Exchange(tree.path(taker, goal, last), tree.step(last));
    }

    private void start(boolean fromState) {
        tree.clear();
        closedNow.clear();
        exchangedNow.clear();
        rootIsState = fromState;
        hasGivenUp = false;
    }

    /** Looks until there is a source with stock, whose entry it returns; if there is none, buries what it saw and returns a negative number. */
    private int run(@Nullable CutLog log) {
        long most = allowed;
        for (int entry = tree.poll(); entry >= 0; entry = tree.poll()) {
            work++;
            if (most-- == 0) {
                hasGivenUp = true;
                leave();
                return -1;
            }
            int node = tree.node(entry);
            int step = tree.step(entry);
            if (stockAt(node, step) >= 0 || isLater(node, step)) {
                learn(entry);
                return entry;
            }
            current = entry;
            exchange(node);
            retime(node, step);
            comeFrom(node, step);
            giveWay(node, step);
        }
        if (log == null) {
            leave();
        } else {
            bury(log);
        }
        return -1;
    }

    /** True for the end of a sink where units arrive in a later step than is looked for. */
    private boolean isLater(int node, int step) {
        return step > after && network.sinkEndingAt(node) >= 0;
    }

    /** What arrives at a full sink in this step may arrive in any other instead. */
    private void exchange(int node) {
        int sink = network.sinkEndingAt(node);
        if (sink >= 0 && exchanging.get(sink) && !exchanged.get(sink)) {
            exchanged.set(sink);
            exchangedNow.add(sink);
            for (int step = network.earliest[node]; step <= network.horizon; step++) {
                push(node, step, Move.EXCHANGE, 2);
            }
        }
    }

    /** A source with stock that can enter a node in a step; negative if there is none. */
    private int stockAt(int node, int step) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            if (flow.stock(source) > 0 && step >= source(source).release() && isTaker.test(source)) {
                return source;
            }
        }
        return -1;
    }

    private Source source(int source) {
        return network.problem.sources().get(source);
    }

    /** Units of an exhausted source may depart in this step instead of another. */
    private void retime(int node, int step) {
        for (int k = network.sourceStart[node]; k < network.sourceStart[node + 1]; k++) {
            int source = network.sourcesAt[k];
            if (step >= source(source).release() && !closedStocks.get(source)) {
                closedStocks.set(source);
                closedNow.add(source);
                pushDepartures(source);
            }
        }
    }

    private void pushDepartures(int source) {
        int node = network.sourceNode[source];
        Row departures = flow.departures(source);
        for (int word = departures == null ? 0 : departures.firstWord();
                departures != null && word < departures.endWord();
                word++) {
            for (long bits = departures.usedWord(word); bits != 0; bits &= bits - 1) {
                push(node, (word << 6) + Long.numberOfTrailingZeros(bits), Move.retime(source), 2);
            }
        }
    }

    /** Units may come along an arc with spare capacity. */
    private void comeFrom(int node, int step) {
        int end = network.inStart[node + 1];
        for (int arc = network.inStart[node]; arc < end; arc++) {
            int tail = network.tail[arc];
            int from = step - network.transit[arc];
            if (from < words.earliest(tail)) {
                continue;
            }
            int address = labels.address(tail, from);
            int label = address < 0 ? StateLabels.DEAD : labels.get(address);
            if (label >= 0
                    && !(flow.leaves(tail) && flow.isFull(arc, from))
                    && (network.isAlwaysOpen(arc) || network.isOpen(arc, from))) {
                labels.visit(address, label);
                tree.add(tail, from, address, current, Move.along(arc));
                file(tail, network.transit[arc], label);
            }
        }
    }

    /** Units that go on from here may give way: then those that push them out take their place at the arc's head. */
    private void giveWay(int node, int step) {
        int end = flow.leaves(node) ? network.outStart[node + 1] : 0;
        for (int k = network.outStart[node]; k < end; k++) {
            int arc = network.out[k];
            if (flow.isUsed(arc, step)) {
                int transit = network.outTransit[k];
                push(network.outHead[k], step + transit, Move.against(arc), transit);
            }
        }
    }

    private void push(int node, int step, int move, int cost) {
        int address = labels.address(node, step);
        int label = address < 0 ? StateLabels.DEAD : labels.get(address);
        if (label >= 0) {
            labels.visit(address, label);
            tree.add(node, step, address, current, move);
            file(node, cost, label);
        }
    }

    /** Puts the last entry in line. */
    private void file(int node, int cost, int label) {
        int entry = tree.size() - 1;
        if (byMoves()) {
            int moves = tree.distance(current) + 1;
            int ahead = label == StateLabels.NONE ? movesAhead[node] : label;
            tree.file(entry, moves, WEIGHT_BEHIND * moves + WEIGHT_AHEAD * ahead);
        } else {
            int steps = tree.distance(current) + cost;
            tree.file(entry, steps, steps + stepsAhead[node]);
        }
    }

    private void bury(CutLog log) {
        for (int entry = rootIsState ? 0 : 1; entry < tree.size(); entry++) {
            labels.kill(tree.node(entry), tree.step(entry) >> 6, 1L << tree.step(entry));
            log.state(tree.node(entry), tree.step(entry), tree.step(entry));
        }
        for (int i = 0; i < closedNow.size(); i++) {
            log.stock(closedNow.get(i));
        }
    }

    /** Makes all as it was before the search. */
    private void leave() {
        for (int i = 0; i < closedNow.size(); i++) {
            closedStocks.clear(closedNow.get(i));
        }
        for (int i = 0; i < exchangedNow.size(); i++) {
            exchanged.clear(exchangedNow.get(i));
        }
        for (int entry = rootIsState ? 0 : 1; entry < tree.size(); entry++) {
            labels.unvisit(tree.address(entry));
        }
    }

    private void learn(int goal) {
        leave();
        int whole = tree.distance(goal);
        for (int entry = rootIsState ? 0 : 1; entry < tree.size(); entry++) {
            if (tree.isLookedAt(entry)) {
                int node = tree.node(entry);
                int ahead = whole - tree.distance(entry);
                if (byMoves()) {
                    labels.raise(tree.address(entry), ahead + 1);
                } else {
                    stepsAhead[node] = Math.max(stepsAhead[node], ahead);
                }
            }
        }
        for (int entry = goal; entry > 0 && !byMoves(); entry = tree.next(entry)) {
            stepsAhead[tree.node(entry)] = whole - tree.distance(entry);
        }
    }
}
