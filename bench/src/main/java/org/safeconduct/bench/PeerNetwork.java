package org.safeconduct.bench;

import com.google.ortools.graph.MaxFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * The peer: OR-Tools max flow on the time-expanded network, for one deadline. States that no unit can reach in time, or from which none
 * can still arrive, are left out. Only what the instance files can say: no throughput, no limits at sinks.
 */
final class PeerNetwork {
    private static final int FAR = 1 << 29;

    private final FlowProblem problem;
    private final int[] earliest;
    private final int[] latest;
    private final int[] base;
    private final MaxFlow solver = new MaxFlow();
    private int states;

    PeerNetwork(FlowProblem problem) {
        this.problem = problem;
        int nodes = problem.nodes().size();
        int[] release = new int[nodes];
        int[] arrival = new int[nodes];
        Arrays.fill(release, FAR);
        Arrays.fill(arrival, FAR);
        problem.sources().forEach(s -> release[s.node()] = Math.min(release[s.node()], s.release()));
        problem.sinks().forEach(s -> arrival[s.node()] = 0);
        this.earliest = distances(release, true);
        this.latest = Arrays.stream(distances(arrival, false))
                .map(steps -> problem.horizon() - steps)
                .toArray();
        this.base = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            base[v] = states;
            states = Math.addExact(states, Math.max(0, latest[v] - earliest[v] + 1));
        }
        addArcs();
        addEnds();
    }

    long states() {
        return states;
    }

    long edges() {
        return solver.getNumArcs();
    }

    /** The most that can have arrived by the horizon. */
    long maxFlow() {
        MaxFlow.Status status = solver.solve(states, states + 1);
        if (status != MaxFlow.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools: " + status);
        }
        return solver.getOptimalFlow();
    }

    private void addArcs() {
        for (Arc arc : problem.arcs()) {
            int from = Math.max(earliest[arc.tail()], earliest[arc.head()] - arc.transit());
            int to = Math.min(latest[arc.tail()], latest[arc.head()] - arc.transit());
            for (int step = from; step <= to; step++) {
                int capacity = arc.capacity().at(step);
                if (capacity > 0) {
                    solver.addArcWithCapacity(
                            state(arc.tail(), step), state(arc.head(), step + arc.transit()), capacity);
                }
            }
        }
        for (int v = 0; v < earliest.length; v++) {
            int room = problem.nodes().get(v).room();
            for (int step = earliest[v]; room > 0 && step < latest[v]; step++) {
                solver.addArcWithCapacity(state(v, step), state(v, step + 1), room);
            }
        }
    }

    private void addEnds() {
        int beginning = states;
        int end = states + 1;
        for (int i = 0; i < problem.sources().size(); i++) {
            Source source = problem.sources().get(i);
            int stock = states + 2 + i;
            solver.addArcWithCapacity(beginning, stock, source.amount());
            int node = source.node();
            for (int step = Math.max(earliest[node], source.release()); step <= latest[node]; step++) {
                solver.addArcWithCapacity(stock, state(node, step), source.amount());
            }
        }
        for (var sink : problem.sinks()) {
            for (int step = earliest[sink.node()]; step <= latest[sink.node()]; step++) {
                solver.addArcWithCapacity(state(sink.node(), step), end, problem.supply());
            }
        }
    }

    private int state(int node, int step) {
        return base[node] + step - earliest[node];
    }

    private record Reached(int node, int steps) {}

    /** Dijkstra over the static network, with given starts. */
    private int[] distances(int[] start, boolean forward) {
        List<List<Arc>> arcs = new ArrayList<>();
        for (int v = 0; v < start.length; v++) {
            arcs.add(new ArrayList<>(4));
        }
        problem.arcs()
                .forEach(arc -> arcs.get(forward ? arc.tail() : arc.head()).add(arc));
        int[] distance = start.clone();
        PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> Integer.compare(a.steps(), b.steps()));
        for (int v = 0; v < start.length; v++) {
            if (start[v] < FAR) {
                open.add(new Reached(v, start[v]));
            }
        }
        while (!open.isEmpty()) {
            Reached next = open.remove();
            if (next.steps() > distance[next.node()]) {
                continue;
            }
            for (Arc arc : arcs.get(next.node())) {
                int other = forward ? arc.head() : arc.tail();
                int steps = next.steps() + arc.transit();
                if (steps < distance[other]) {
                    distance[other] = steps;
                    open.add(new Reached(other, steps));
                }
            }
        }
        return distance;
    }
}
