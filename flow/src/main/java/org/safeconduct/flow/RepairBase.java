package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.Network.Kind;

/**
 * A solution laid out for repairs: what moves on each inner arc in each step, and from which cut on each state is on the sink side. Made once, shared by all
 * repairs; rows of labels and capacities are written out when first asked for.
 */
final class RepairBase implements MovesAway.Moves {
    final Solution solution;
    final Network network;
    final int horizon;

    /** Units by inner arc and step; no row where nothing moves. */
    final int[] @Nullable [] flow;

    /** Units that leave each source, by step. */
    final int[] @Nullable [] departures;

    /** Units that never leave a source. */
    final int[] stock;

    /** The inner arc of each road, each node's waiting, each node's throughput and each sink's arrivals; negative where there is none. */
    final int[] road;

    final int[] wait;
    final int[] throughput;
    final int[] arrival;

    private final int[] steady;
    private final AtomicReferenceArray<int[]> varying;
    private final AtomicReferenceArray<int[]> labels;
    private final AtomicReferenceArray<long[]> open;
    private final AtomicReferenceArray<long[]> used;
    private final int[] queueStart;
    private final int[] gateStart;
    private final int[] outer;

    RepairBase(Solution solution) {
        this.solution = solution;
        this.network = new Network(solution.problem());
        this.horizon = network.horizon;
        int nodes = solution.problem().nodes().size();
        this.road = network.innerArcs(Kind.ROAD, solution.problem().arcs().size());
        this.wait = network.innerArcs(Kind.WAIT, nodes);
        this.throughput = network.innerArcs(Kind.THROUGHPUT, nodes);
        this.arrival =
                network.innerArcs(Kind.ARRIVAL, solution.problem().sinks().size());
        this.flow = new int[network.arcs][];
        this.departures = new int[solution.problem().sources().size()][];
        this.stock = new int[departures.length];
        readFlow(solution.flow());
        this.steady = new int[network.arcs];
        Arrays.setAll(steady, network::steadyCapacity);
        this.varying = new AtomicReferenceArray<>(network.arcs);
        this.labels = new AtomicReferenceArray<>(network.nodes + departures.length);
        this.open = new AtomicReferenceArray<>(network.arcs);
        this.used = new AtomicReferenceArray<>(network.arcs);
        this.queueStart = starts(solution.sinkSide().queue(), nodes);
        this.gateStart = starts(solution.sinkSide().gate(), nodes);
        this.outer = new int[network.nodes];
        Arrays.fill(outer, -1);
        for (int node = 0; node < nodes; node++) {
            outer[network.queue[node]] = node;
            outer[network.gate[node]] = node;
        }
    }

    /** True if a solution has the form that repairs can work on: best at every step, states can be counted in an int, and nothing is several inner arcs side by side. */
    static boolean suits(Solution solution) {
        FlowProblem problem = solution.problem();
        long nodes = 2L * problem.nodes().size()
                + problem.sinks().size()
                + problem.sources().size();
        return solution.claim() == Solution.Claim.EARLIEST_ARRIVAL
                && solution.sinkSide().firstStep() == 0
                && problem.supply() < FlowProblem.UNLIMITED
                && nodes * (problem.horizon() + 1L) < Integer.MAX_VALUE;
    }

    /** Moves to each state from a stock that is left. */
    MovesAway fromStocks() {
        MovesAway away = new MovesAway(network);
        away.start(true, 0);
        for (int source = 0; source < stock.length; source++) {
            if (stock[source] > 0) {
                away.reachStock(source, this);
            }
        }
        away.count(this);
        return away.done();
    }

    /** Moves from each state to the end of a sink. */
    MovesAway toEnds() {
        MovesAway away = new MovesAway(network);
        away.start(false, 0);
        for (int end : network.end) {
            away.reach(end, 0, horizon);
        }
        away.count(this);
        return away.done();
    }

    private void readFlow(FlowOverTime from) {
        FlowProblem problem = solution.problem();
        for (int i = 0; i < stock.length; i++) {
            stock[i] = problem.sources().get(i).amount();
        }
        from.departures().forEach(run -> {
            book(departures, run.item(), run);
            stock[run.item()] -= Math.toIntExact(run.total());
        });
        from.moves().forEach(run -> {
            book(flow, road[run.item()], run);
            pass(problem.arcs().get(run.item()).tail(), run);
        });
        from.waits().forEach(run -> book(flow, wait[run.item()], run));
        from.arrivals().forEach(run -> {
            book(flow, arrival[run.item()], run);
            pass(problem.sinks().get(run.item()).node(), run);
        });
    }

    private void pass(int node, Run run) {
        if (throughput[node] >= 0) {
            book(flow, throughput[node], run);
        }
    }

    private void book(int[] @Nullable [] rows, int row, Run run) {
        int @Nullable [] amounts = rows[row];
        if (amounts == null) {
            amounts = new int[horizon + 1];
            rows[row] = amounts;
        }
        for (int step = run.from(); step <= run.to(); step++) {
            amounts[step] += run.amount();
        }
    }

    int capacity(int arc, int step) {
        return steady[arc] >= 0 ? steady[arc] : varying(arc)[step];
    }

    private int[] varying(int arc) {
        int[] row = varying.getAcquire(arc);
        if (row == null) {
            row = new int[horizon + 1];
            for (int step = 0; step <= horizon; step++) {
                row[step] = network.capacityAt(arc, step);
            }
            varying.setRelease(arc, row);
        }
        return row;
    }

    @Override
    public long @Nullable [] open(int arc) {
        if (steady[arc] > 0 && flow[arc] == null) {
            return null;
        }
        long[] bits = open.getAcquire(arc);
        if (bits == null) {
            int @Nullable [] amounts = flow[arc];
            bits = bits(step -> capacity(arc, step) > (amounts == null ? 0 : amounts[step]));
            open.setRelease(arc, bits);
        }
        return bits;
    }

    @Override
    public int firstDeparture(int source) {
        return network.problem.sources().get(source).release();
    }

    @Override
    public int departing(int source, int step) {
        int @Nullable [] row = departures[source];
        return row == null ? 0 : row[step];
    }

    @Override
    public long @Nullable [] used(int arc) {
        int @Nullable [] amounts = flow[arc];
        if (amounts == null) {
            return null;
        }
        long[] bits = used.getAcquire(arc);
        if (bits == null) {
            bits = bits(step -> amounts[step] > 0);
            used.setRelease(arc, bits);
        }
        return bits;
    }

    /** A bit for each step for which something holds. */
    long[] bits(IntPredicate holds) {
        long[] bits = new long[Bits.words(horizon)];
        for (int step = 0; step <= horizon; step++) {
            if (holds.test(step)) {
                bits[step >> 6] |= 1L << step;
            }
        }
        return bits;
    }

    private static int[] starts(List<LabelRun> runs, int nodes) {
        int[] starts = new int[nodes + 1];
        for (LabelRun run : runs) {
            starts[run.node() + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            starts[node + 1] += starts[node];
        }
        return starts;
    }

    /** The runs of labels of a node before its throughput or after it. */
    List<LabelRun> queueRuns(int node) {
        return solution.sinkSide().queue().subList(queueStart[node], queueStart[node + 1]);
    }

    List<LabelRun> gateRuns(int node) {
        return solution.sinkSide().gate().subList(gateStart[node], gateStart[node + 1]);
    }

    /** The label in each step of an inner node, or (numbered after them) of a source's stock in step 0. */
    int[] labels(int node) {
        int[] row = labels.getAcquire(node);
        if (row == null) {
            row = writtenOut(node);
            labels.setRelease(node, row);
        }
        return row;
    }

    private int[] writtenOut(int node) {
        int[] row = new int[horizon + 1];
        Arrays.fill(row, CutFamily.NEVER);
        if (node >= network.nodes) {
            row[0] = solution.sinkSide().sources()[node - network.nodes];
        } else if (network.sinkEndingAt(node) >= 0) {
            Arrays.setAll(row, step -> step);
        } else {
            boolean isQueue = network.queue[outer[node]] == node;
            for (LabelRun run : isQueue ? queueRuns(outer[node]) : gateRuns(outer[node])) {
                for (int step = run.from(); step <= run.to(); step++) {
                    row[step] = run.label() + run.rise() * (step - run.from());
                }
            }
        }
        return row;
    }
}
