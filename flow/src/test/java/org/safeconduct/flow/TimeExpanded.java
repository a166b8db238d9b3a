package org.safeconduct.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * Slow and obvious: writes every state of a tiny problem out, and finds maximum flows one shortest path at a time (Edmonds and Karp). Shares
 * nothing with the solver.
 */
final class TimeExpanded {
    private final FlowProblem problem;
    private final int deadline;
    private final List<int[]> edges = new ArrayList<>();
    private final List<List<Integer>> edgesFrom = new ArrayList<>();
    private final int begin;
    private final int end;

    private TimeExpanded(FlowProblem problem, int deadline) {
        this.problem = problem;
        this.deadline = deadline;
        int states = 2 * problem.nodes().size() * (deadline + 1);
        this.begin = states + problem.sources().size() + problem.sinks().size();
        this.end = begin + 1;
        for (int state = 0; state <= end; state++) {
            edgesFrom.add(new ArrayList<>());
        }
        addNodes();
        addArcs();
        addSources();
        addSinks(states);
    }

    /** The most that can have arrived by a step. */
    static long maxArrivedBy(FlowProblem problem, int deadline) {
        return new TimeExpanded(problem, deadline).maximise();
    }

    /** The most that can have arrived by a step with a part of each source's amount and of each sink's limit. */
    static long maxArrivedBy(FlowProblem problem, int deadline, int[] amounts, int[] limits) {
        FlowProblem.Builder part = FlowProblem.over(problem.horizon());
        problem.nodes().forEach(part::node);
        problem.arcs().forEach(arc -> part.arc(arc.tail(), arc.head(), arc.transit(), arc.capacity()));
        for (int i = 0; i < amounts.length; i++) {
            Source source = problem.sources().get(i);
            part.source(new Source(source.node(), amounts[i], source.release(), source.rank()));
        }
        for (int j = 0; j < limits.length; j++) {
            Sink sink = problem.sinks().get(j);
            part.sink(new Sink(sink.node(), limits[j], sink.rate(), sink.rank()));
        }
        return maxArrivedBy(part.build(), deadline);
    }

    private int queue(int node, int step) {
        return 2 * (node * (deadline + 1) + step);
    }

    private int gate(int node, int step) {
        return queue(node, step) + 1;
    }

    private void addNodes() {
        for (int v = 0; v < problem.nodes().size(); v++) {
            Node node = problem.nodes().get(v);
            for (int step = 0; step <= deadline; step++) {
                edge(queue(v, step), gate(v, step), node.throughput().at(step));
                if (step < deadline) {
                    edge(queue(v, step), queue(v, step + 1), node.room());
                }
            }
        }
    }

    private void addArcs() {
        for (Arc arc : problem.arcs()) {
            for (int step = 0; step + (long) arc.transit() <= deadline; step++) {
                edge(
                        gate(arc.tail(), step),
                        queue(arc.head(), step + arc.transit()),
                        arc.capacity().at(step));
            }
        }
    }

    private void addSources() {
        for (int i = 0; i < problem.sources().size(); i++) {
            Source source = problem.sources().get(i);
            int stock = 2 * problem.nodes().size() * (deadline + 1) + i;
            edge(begin, stock, source.amount());
            for (int step = source.release(); step <= deadline; step++) {
                edge(stock, queue(source.node(), step), Integer.MAX_VALUE);
            }
        }
    }

    private void addSinks(int states) {
        for (int j = 0; j < problem.sinks().size(); j++) {
            Sink sink = problem.sinks().get(j);
            int reception = states + problem.sources().size() + j;
            edge(reception, end, sink.limit());
            for (int step = 0; step <= deadline; step++) {
                edge(gate(sink.node(), step), reception, sink.rate().at(step));
            }
        }
    }

    private void edge(int from, int to, int capacity) {
        edgesFrom.get(from).add(edges.size());
        edges.add(new int[] {to, capacity});
        edgesFrom.get(to).add(edges.size());
        edges.add(new int[] {from, 0});
    }

    private long maximise() {
        long sum = 0;
        for (int[] way = shortestWay(); way[end] >= 0; way = shortestWay()) {
            int room = Integer.MAX_VALUE;
            for (int v = end; v != begin; v = edges.get(way[v] ^ 1)[0]) {
                room = Math.min(room, edges.get(way[v])[1]);
            }
            for (int v = end; v != begin; v = edges.get(way[v] ^ 1)[0]) {
                edges.get(way[v])[1] -= room;
                int[] back = edges.get(way[v] ^ 1);
                back[1] = (int) Math.min(Integer.MAX_VALUE, (long) back[1] + room);
            }
            sum += room;
        }
        return sum;
    }

    private int[] shortestWay() {
        int[] way = new int[end + 1];
        Arrays.fill(way, -1);
        Deque<Integer> line = new ArrayDeque<>(List.of(begin));
        while (!line.isEmpty() && way[end] < 0) {
            for (int e : edgesFrom.get(line.poll())) {
                int to = edges.get(e)[0];
                if (edges.get(e)[1] > 0 && way[to] < 0 && to != begin) {
                    way[to] = e;
                    line.add(to);
                }
            }
        }
        return way;
    }
}
