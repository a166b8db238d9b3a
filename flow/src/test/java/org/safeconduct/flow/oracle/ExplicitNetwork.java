package org.safeconduct.flow.oracle;

import com.google.ortools.Loader;
import com.google.ortools.graph.MaxFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Rate;

/** The time-expanded network of a small problem, every state and edge written out. */
public final class ExplicitNetwork {

    /** The capacity of edges without limit: more than all limited ones of a test together. */
    public static final long UNLIMITED = 1L << 40;

    /** What an edge stands for. */
    public enum Kind {
        STOCK,
        DEPARTURE,
        WAIT,
        THROUGHPUT,
        MOVE,
        ARRIVAL,
        RECEPTION
    }

    /**
     * An edge between two states.
     *
     * @param kind what it stands for
     * @param item number of the source, node, arc or sink
     * @param step step in which it is entered; 0 for stocks and reception
     * @param tail state
     * @param head state
     * @param capacity units
     */
    public record Edge(Kind kind, int item, int step, int tail, int head, long capacity) {}

    private final FlowProblem problem;
    private final List<Edge> edges = new ArrayList<>();
    private final int steps;
    private final int nodes;

    public ExplicitNetwork(FlowProblem problem) {
        this.problem = problem;
        this.steps = problem.horizon() + 1;
        this.nodes = problem.nodes().size();
        addSources();
        addNodes();
        addArcs();
        addSinks();
    }

    public List<Edge> edges() {
        return edges;
    }

    public int queue(int node, int step) {
        return node * steps + step;
    }

    /** The state after the node's throughput: the same as before it where there is no limit. */
    public int gate(int node, int step) {
        boolean limited = !problem.nodes().get(node).throughput().isUnlimited();
        return limited ? (nodes + node) * steps + step : queue(node, step);
    }

    public int stock(int source) {
        return 2 * nodes * steps + source;
    }

    public int reception(int sink) {
        return 2 * nodes * steps + problem.sources().size() + sink;
    }

    public int beginning() {
        return 2 * nodes * steps + problem.sources().size() + problem.sinks().size();
    }

    public int end() {
        return beginning() + 1;
    }

    /** True if an edge is there when only arrivals up to a step count. */
    public static boolean isUsable(Edge edge, int lastArrival) {
        return edge.kind() != Kind.ARRIVAL || edge.step() <= lastArrival;
    }

    /** The most that can have arrived by a step, as OR-Tools finds it. */
    public long maxFlow(int lastArrival) {
        Loader.loadNativeLibraries();
        MaxFlow solver = new MaxFlow();
        for (Edge edge : edges) {
            if (isUsable(edge, lastArrival)) {
                solver.addArcWithCapacity(edge.tail(), edge.head(), edge.capacity());
            }
        }
        if (solver.getNumArcs() == 0) {
            return 0;
        }
        MaxFlow.Status status = solver.solve(beginning(), end());
        if (status != MaxFlow.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools: " + status);
        }
        return solver.getOptimalFlow();
    }

    /** The capacities of all edges that lead into the sink side, added up; at least {@link #UNLIMITED} if one has none. */
    public long cutCapacity(int lastArrival, IntPredicate sinkSide) {
        long sum = 0;
        for (Edge edge : edges) {
            if (isUsable(edge, lastArrival) && !sinkSide.test(edge.tail()) && sinkSide.test(edge.head())) {
                sum += edge.capacity();
            }
        }
        return sum;
    }

    private void addSources() {
        for (int i = 0; i < problem.sources().size(); i++) {
            Source source = problem.sources().get(i);
            add(new Edge(Kind.STOCK, i, 0, beginning(), stock(i), source.amount()));
            for (int step = source.release(); step < steps; step++) {
                add(new Edge(Kind.DEPARTURE, i, step, stock(i), queue(source.node(), step), UNLIMITED));
            }
        }
    }

    private void addNodes() {
        for (int v = 0; v < nodes; v++) {
            Node node = problem.nodes().get(v);
            for (int step = 0; step < steps; step++) {
                if (step + 1 < steps) {
                    long room = node.room() == FlowProblem.UNLIMITED ? UNLIMITED : node.room();
                    add(new Edge(Kind.WAIT, v, step, queue(v, step), queue(v, step + 1), room));
                }
                if (gate(v, step) != queue(v, step)) {
                    add(new Edge(
                            Kind.THROUGHPUT,
                            v,
                            step,
                            queue(v, step),
                            gate(v, step),
                            capacity(node.throughput().rateAt(step), step)));
                }
            }
        }
    }

    private void addArcs() {
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            for (int step = 0; step + arc.transit() < steps; step++) {
                long capacity = capacity(arc.capacity().rateAt(step), step);
                add(new Edge(
                        Kind.MOVE, a, step, gate(arc.tail(), step), queue(arc.head(), step + arc.transit()), capacity));
            }
        }
    }

    private void addSinks() {
        for (int j = 0; j < problem.sinks().size(); j++) {
            Sink sink = problem.sinks().get(j);
            boolean limited = sink.limit() != FlowProblem.UNLIMITED;
            for (int step = 0; step < steps; step++) {
                long capacity = capacity(sink.rate().rateAt(step), step);
                add(new Edge(Kind.ARRIVAL, j, step, gate(sink.node(), step), limited ? reception(j) : end(), capacity));
            }
            if (limited) {
                add(new Edge(Kind.RECEPTION, j, 0, reception(j), end(), sink.limit()));
            }
        }
    }

    private void add(Edge edge) {
        if (edge.capacity() > 0) {
            edges.add(edge);
        }
    }

    /** By the definition: one unit at a time would do, so count the multiples that fall into the step. */
    private static long capacity(Rate rate, int step) {
        if (rate.equals(Rate.UNLIMITED)) {
            return UNLIMITED;
        }
        long units = 0;
        long beat = step + (long) rate.ahead();
        for (long unit = 1; unit <= (beat + 1) * rate.units(); unit++) {
            // The unit-th unit enters in the first beat k with rate · (k + 1) ≥ unit.
            long enters = Math.ceilDiv(unit * rate.perSteps(), (long) rate.units()) - 1;
            if (enters == beat) {
                units++;
            } else if (enters > beat) {
                break;
            }
        }
        return units;
    }
}
