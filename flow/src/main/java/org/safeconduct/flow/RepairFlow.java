package org.safeconduct.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * A flow under repair, and its labels: laid over a {@link RepairBase}, from step {@code tau} on. What moved before is out of reach. One thread; used again after {@link #reset}.
 *
 * <p>A state is an inner node and a step; a source's stock counts as a node more, with one state in step 0. Residual moves go along spare capacity, against what
 * moves, from a stock to each step in which it can depart and back.
 *
 * <p>Labels promise: no residual move leads from a state to one with a lower label. So the states with label t or less have a cut around them that is full, and it bounds
 * what can arrive by t. Where the promise is broken there is a <i>hole</i>: {@link Repair} is told which states may have one.
 */
final class RepairFlow implements MovesNow.Changed {
    final RepairBase base;
    final Network network;
    final int horizon;

    /** Units that stay at a source. */
    final int[] stock;

    private final Overlay flow;
    private final Overlay departures;
    private final Overlay coming;
    private final Overlay held;
    private final Overlay labels;
    private final int[] @Nullable [] baseLabels;
    private final int[] @Nullable [] changed;
    private final IntList changedArcs = new IntList();
    private final IntList[] holes;
    private final IntList holeSteps = new IntList();

    /** What has become of each label as it is written in a row: first those of the base, then one for each time that labels are kept. */
    private final IntList valueOf = new IntList();

    private int level;
    private int kept;
    private int tau;
    private long idle;

    RepairFlow(RepairBase base) {
        this.base = base;
        this.network = base.network;
        this.horizon = base.horizon;
        int steps = horizon + 1;
        this.stock = base.stock.clone();
        this.flow = new Overlay(base.flow, steps);
        this.departures = new Overlay(base.departures, steps);
        this.coming = new Overlay(new int[network.nodes][], steps);
        this.held = new Overlay(new int[network.nodes][], steps);
        this.baseLabels = new int[network.nodes + stock.length][];
        this.labels = new Overlay(new int[baseLabels.length][], steps);
        this.changed = new int[network.arcs][];
        this.holes = new IntList[steps];
        Arrays.setAll(holes, step -> new IntList());
        this.idle = Arrays.stream(stock).asLongStream().sum();
    }

    /** Starts anew from the base, with nothing to be decided before step {@code firstOpen}. */
    void reset(int firstOpen) {
        tau = firstOpen;
        level = -1;
        valueOf.clear();
        for (int step = 0; step <= horizon; step++) {
            valueOf.add(Math.max(step, tau));
        }
        flow.reset();
        departures.reset();
        coming.reset();
        held.reset();
        labels.reset();
        System.arraycopy(base.stock, 0, stock, 0, stock.length);
        idle = Arrays.stream(stock).asLongStream().sum();
        for (int i = 0; i < changedArcs.size(); i++) {
            changed[changedArcs.get(i)] = null;
        }
        changedArcs.clear();
        for (int i = 0; i < holeSteps.size(); i++) {
            holes[holeSteps.get(i)].clear();
        }
        holeSteps.clear();
    }

    int tau() {
        return tau;
    }

    /** Units that wait at sources and units held on the road, that nothing brings. */
    long idle() {
        return idle;
    }

    int state(int node, int step) {
        return node * (horizon + 1) + step;
    }

    int node(int state) {
        return state / (horizon + 1);
    }

    int step(int state) {
        return state % (horizon + 1);
    }

    @Override
    public int amount(int arc, int step) {
        return flow.at(arc, step);
    }

    @Override
    public int departing(int source, int step) {
        return departures.at(source, step);
    }

    int @Nullable [] departures(int source) {
        return departures.row(source);
    }

    int @Nullable [] row(int arc) {
        return flow.row(arc);
    }

    @Override
    public int spare(int arc, int step) {
        int @Nullable [] other = changed[arc];
        int capacity = other == null ? base.capacity(arc, step) : other[step];
        return capacity - flow.at(arc, step);
    }

    int capacity(int arc, int step) {
        int @Nullable [] other = changed[arc];
        return other == null ? base.capacity(arc, step) : other[step];
    }

    /** True if an arc is as in the base, flow and capacity. */
    @Override
    public boolean isAsBefore(int arc) {
        return changed[arc] == null && !flow.isOwned(arc);
    }

    void setCapacity(int arc, int[] bySteps) {
        if (changed[arc] == null) {
            changedArcs.add(arc);
        }
        changed[arc] = bySteps;
    }

    void add(int arc, int step, int change) {
        flow.add(arc, step, change);
    }

    void depart(int source, int step, int change) {
        departures.add(source, step, change);
        stock[source] -= change;
        idle -= change;
    }

    /** Units that moved before and are at a node in a step. */
    int coming(int node, int step) {
        return coming.at(node, step);
    }

    void come(int node, int step, int units) {
        coming.add(node, step, units);
    }

    /** Those of them that nothing brings on. */
    int held(int node, int step) {
        return node < network.nodes ? held.at(node, step) : 0;
    }

    void hold(int node, int step, int change) {
        held.add(node, step, change);
        idle += change;
    }

    /** The nodes at which units may be held. */
    IntList holding() {
        return held.owned();
    }

    @Override
    public int firstDeparture(int source) {
        Source from = network.problem.sources().get(source);
        return Math.max(from.release(), tau);
    }

    int label(int node, int step) {
        int @Nullable [] row = labels.row(node);
        if (row == null) {
            row = baseLabels[node];
            if (row == null) {
                row = base.labels(node);
                baseLabels[node] = row;
            }
        }
        return value(row[step]);
    }

    void setLabel(int node, int step, int label) {
        int @Nullable [] row = labels.row(node);
        if (row == null) {
            row = labels.own(node, base.labels(node));
        }
        row[step] = label == level ? kept : label;
    }

    /** Goes on to the cut of a label. */
    void startLevel(int label) {
        level = label;
        keep();
    }

    /** A state that is given the label of the present cut from now on keeps it when others are passed on. */
    void keep() {
        kept = valueOf.size();
        valueOf.add(level);
    }

    /** Gives all states that have the label of the present cut, and were not given it since {@link #keep}, the next label. */
    void passOn(int next) {
        for (int written = 0; written < kept; written++) {
            if (valueOf.get(written) == level) {
                valueOf.set(written, next);
            }
        }
    }

    /** What has become of a label of the base. */
    int value(int label) {
        return label == CutFamily.NEVER ? label : valueOf.get(label);
    }

    boolean isRelabelled(int node) {
        return labels.row(node) != null;
    }

    /** Notes that there may be a hole into a state. */
    void noteHole(int node, int step) {
        int label = label(node, step);
        if (label == CutFamily.NEVER) {
            return;
        }
        IntList at = holes[label];
        if (at.size() == 0) {
            holeSteps.add(label);
        }
        at.add(state(node, step));
    }

    /** The states with a label that may have a hole; more may be added while they are read. */
    IntList holes(int label) {
        return holes[label];
    }

    /** Notes a hole if one opens where a move from one state to another has become possible. */
    void opened(int fromNode, int fromStep, int toNode, int toStep) {
        if (label(fromNode, fromStep) > label(toNode, toStep)) {
            noteHole(toNode, toStep);
        }
    }

    /** Takes units off an arc, which opens the way along it again. */
    void take(int arc, int step, int units) {
        add(arc, step, -units);
        if (spare(arc, step) > 0) {
            opened(network.tail[arc], step, network.head[arc], step + network.transit[arc]);
        }
    }
}
