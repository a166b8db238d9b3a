package org.safeconduct.flow.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.oracle.ExplicitNetwork.Edge;
import org.safeconduct.flow.oracle.ExplicitNetwork.Kind;

/**
 * Solves a small problem on its explicit network by shortest augmenting paths (Edmonds and Karp 1972), one arrival step after the
 * other. After each step, what can still reach the end is the sink side of a minimal cut; these sides grow, which gives labels.
 */
public final class Reference {
    private final FlowProblem problem;
    private final ExplicitNetwork network;
    private final List<Edge> edges;
    private final long[] flow;
    private final List<List<Integer>> into = new ArrayList<>();
    private final List<List<Integer>> outOf = new ArrayList<>();
    private final int[] label;
    private final long[] curve;

    /** Solves for every step, or, where reception is limited, for the horizon only. */
    public Reference(FlowProblem problem) {
        this.problem = problem;
        this.network = new ExplicitNetwork(problem);
        this.edges = network.edges();
        this.flow = new long[edges.size()];
        this.label = new int[network.end() + 1];
        this.curve = new long[problem.horizon() + 1];
        Arrays.fill(label, CutFamily.NEVER);
        for (int state = 0; state <= network.end(); state++) {
            into.add(new ArrayList<>());
            outOf.add(new ArrayList<>());
        }
        for (int e = 0; e < edges.size(); e++) {
            into.get(edges.get(e).head()).add(e);
            outOf.get(edges.get(e).tail()).add(e);
        }
        solve();
    }

    /** The most that can have arrived by each step; only the last counts where reception is limited. */
    public long[] curve() {
        return curve.clone();
    }

    private void solve() {
        long arrived = 0;
        for (int step = firstStep(); step <= problem.horizon(); step++) {
            long pushed = augment(step);
            while (pushed > 0) {
                arrived += pushed;
                pushed = augment(step);
            }
            curve[step] = arrived;
        }
    }

    private int firstStep() {
        return problem.hasLimitedReception() ? problem.horizon() : 0;
    }

    /** Searches back from the end; pushes along the path found, or labels what was reached. */
    private long augment(int lastArrival) {
        int[] next = new int[label.length];
        Arrays.fill(next, -1);
        boolean[] reached = new boolean[label.length];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(network.end()));
        reached[network.end()] = true;
        while (!open.isEmpty() && !reached[network.beginning()]) {
            int state = open.remove();
            for (int e : into.get(state)) {
                Edge edge = edges.get(e);
                if (ExplicitNetwork.isUsable(edge, lastArrival) && flow[e] < edge.capacity() && !reached[edge.tail()]) {
                    reached[edge.tail()] = true;
                    next[edge.tail()] = 2 * e;
                    open.add(edge.tail());
                }
            }
            for (int e : outOf.get(state)) {
                if (flow[e] > 0 && !reached[edges.get(e).head()]) {
                    reached[edges.get(e).head()] = true;
                    next[edges.get(e).head()] = 2 * e + 1;
                    open.add(edges.get(e).head());
                }
            }
        }
        if (!reached[network.beginning()]) {
            for (int state = 0; state < label.length; state++) {
                label[state] = Math.min(label[state], reached[state] ? lastArrival : CutFamily.NEVER);
            }
            return 0;
        }
        return push(next);
    }

    private long push(int[] next) {
        long amount = Long.MAX_VALUE;
        for (int state = network.beginning(); state != network.end(); state = step(state, next)) {
            int e = next[state] / 2;
            amount = Math.min(amount, next[state] % 2 == 0 ? edges.get(e).capacity() - flow[e] : flow[e]);
        }
        for (int state = network.beginning(); state != network.end(); state = step(state, next)) {
            flow[next[state] / 2] += next[state] % 2 == 0 ? amount : -amount;
        }
        return amount;
    }

    private int step(int state, int[] next) {
        Edge edge = edges.get(next[state] / 2);
        return next[state] % 2 == 0 ? edge.head() : edge.tail();
    }

    public FlowOverTime flow() {
        return new FlowOverTime(runs(Kind.DEPARTURE), runs(Kind.MOVE), runs(Kind.WAIT), runs(Kind.ARRIVAL));
    }

    /** Edges of a kind are in the order item, then step. */
    private List<Run> runs(Kind kind) {
        List<Run> runs = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            if (edge.kind() == kind && flow[e] > 0) {
                int amount = Math.toIntExact(flow[e]);
                Run last = runs.isEmpty() ? new Run(edge.item(), 0, 0, 1) : runs.getLast();
                if (!runs.isEmpty()
                        && last.item() == edge.item()
                        && last.to() == edge.step() - 1
                        && last.amount() == amount) {
                    runs.set(runs.size() - 1, new Run(edge.item(), last.from(), edge.step(), amount));
                } else {
                    runs.add(new Run(edge.item(), edge.step(), edge.step(), amount));
                }
            }
        }
        return runs;
    }

    public CutFamily cuts() {
        List<LabelRun> queue = new ArrayList<>();
        List<LabelRun> gate = new ArrayList<>();
        for (int v = 0; v < problem.nodes().size(); v++) {
            for (int k = 0; k <= problem.horizon(); k++) {
                add(queue, v, k, label[network.queue(v, k)]);
                if (network.gate(v, k) != network.queue(v, k)) {
                    add(gate, v, k, label[network.gate(v, k)]);
                }
            }
        }
        int[] sources = new int[problem.sources().size()];
        Arrays.setAll(sources, i -> label[network.stock(i)]);
        int[] sinks = new int[problem.sinks().size()];
        Arrays.setAll(sinks, j -> label[network.reception(j)]);
        return new CutFamily(queue, gate, sources, sinks, firstStep());
    }

    private static void add(List<LabelRun> runs, int node, int step, int label) {
        if (label == CutFamily.NEVER) {
            return;
        }
        if (!runs.isEmpty()) {
            LabelRun last = runs.getLast();
            int length = step - last.from();
            boolean follows = last.node() == node && last.to() == step - 1;
            int rise = length == 1 ? label - last.label() : last.rise();
            if (follows && (rise == 0 || rise == 1) && label == last.label() + rise * length) {
                runs.set(runs.size() - 1, new LabelRun(node, last.from(), step, last.label(), rise));
                return;
            }
        }
        runs.add(new LabelRun(node, step, step, label, 0));
    }
}
