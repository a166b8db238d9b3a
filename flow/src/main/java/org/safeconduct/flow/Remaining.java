package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Replan.Standing;

/**
 * What is left of a problem when flow is under way: the past as it was, what is on the road as supply.
 *
 * <p>Units on the road to a node come from an entry of their own: a node with one source and one arc, open only in the steps in which units
 * come, for as many as come. So nobody can wait there who could not have waited on the road.
 *
 * <pre>
 *   source of all that are on the way to v ──► entry of v ── transit 1, capacity in step k − 1: units that reach v in step k ──► v
 * </pre>
 */
final class Remaining {
    final FlowProblem problem;
    final Solution base;
    final int tau;
    final long arrivedBefore;

    /** Where those on the road are next at a node, in time to go on: by node, then step. */
    final List<Standing> onRoad = new ArrayList<>();

    /** Those who turned back on a closing arc, at the node they came back to. */
    final List<Standing> turnedBack = new ArrayList<>();

    /** Those who are back at a node only after the horizon. */
    final List<Standing> tooLate = new ArrayList<>();

    /** Arcs that units turned back on. */
    final boolean[] turned;

    /** Nodes that have an entry, in the order of their entries. */
    final List<Integer> entered = new ArrayList<>();

    private final FlowProblem before;
    private final Map<Integer, TreeMap<Integer, Long>> comings = new TreeMap<>();

    Remaining(Solution base, int tau, List<ArcChange> changes, OnClosing rule) {
        this.base = base;
        this.before = base.problem();
        this.tau = tau;
        this.arrivedBefore = tau == 0 ? 0 : base.curve()[tau - 1];
        this.turned = new boolean[before.arcs().size()];
        for (ArcChange change : changes) {
            turned[change.arc()] |= change instanceof ArcChange.Closed && rule == OnClosing.TURN_BACK;
        }
        findOnRoad();
        findWaiting();
        turnedBack.sort(Comparator.comparingInt(Standing::node).thenComparingInt(Standing::step));
        comings.forEach((node, steps) -> {
            entered.add(node);
            steps.forEach((step, units) -> onRoad.add(new Standing(node, step, units)));
        });
        this.problem = problem(changes);
    }

    private void findOnRoad() {
        for (Run run : base.flow().moves()) {
            Arc arc = before.arcs().get(run.item());
            int last = Math.min(run.to(), tau - 1);
            for (int step = Math.max(run.from(), tau - arc.transit()); step <= last; step++) {
                boolean turns = turned[run.item()] && step + arc.transit() > tau;
                long next = turns ? 2L * tau - step : (long) step + arc.transit();
                int node = turns ? arc.tail() : arc.head();
                if (next > before.horizon()) {
                    tooLate.add(new Standing(node, (int) Math.min(next, Integer.MAX_VALUE), run.amount()));
                } else {
                    come(node, (int) next, run.amount());
                }
                if (turns) {
                    turnedBack.add(new Standing(node, (int) Math.min(next, Integer.MAX_VALUE), run.amount()));
                }
            }
        }
    }

    private void findWaiting() {
        for (Run run : base.flow().waits()) {
            if (run.from() < tau && run.to() >= tau - 1) {
                come(run.item(), tau, run.amount());
            }
        }
    }

    private void come(int node, int step, long units) {
        comings.computeIfAbsent(node, any -> new TreeMap<>()).merge(step, units, Long::sum);
    }

    private FlowProblem problem(List<ArcChange> changes) {
        FlowProblem.Builder rest = FlowProblem.over(before.horizon());
        before.nodes().forEach(rest::node);
        before.arcs().forEach(arc -> rest.arc(arc.tail(), arc.head(), arc.transit(), arc.capacity()));
        Profile[] now = before.arcs().stream().map(Arc::capacity).toArray(Profile[]::new);
        for (ArcChange change : changes) {
            now[change.arc()] = change.after(tau, now[change.arc()]);
            rest.arcCapacity(change.arc(), now[change.arc()]);
        }
        long[] left = amountsLeft();
        for (int i = 0; i < left.length; i++) {
            Source source = before.sources().get(i);
            rest.source(new Source(
                    source.node(), Math.toIntExact(left[i]), Math.max(source.release(), tau), source.rank()));
        }
        long[] limits = limitsLeft();
        for (int j = 0; j < limits.length; j++) {
            Sink sink = before.sinks().get(j);
            int limit = sink.limit() == FlowProblem.UNLIMITED ? sink.limit() : Math.toIntExact(limits[j]);
            rest.sink(new Sink(sink.node(), limit, sink.rate(), sink.rank()));
        }
        addEntries(rest);
        return rest.build();
    }

    private void addEntries(FlowProblem.Builder rest) {
        int first = before.sources().stream()
                .map(Source::rank)
                .min(Comparator.naturalOrder())
                .orElse(0);
        int rank = first == Integer.MIN_VALUE ? first : first - 1;
        comings.forEach((node, steps) -> {
            int entry = rest.node();
            Profile gate = Profile.closed();
            long sum = 0;
            for (Map.Entry<Integer, Long> coming : steps.entrySet()) {
                int step = coming.getKey() - 1;
                gate = gate.from(step, Rate.perStep(Math.toIntExact(coming.getValue())))
                        .from(step + 1, Rate.NONE);
                sum += coming.getValue();
            }
            rest.arc(entry, node, 1, gate);
            rest.source(new Source(entry, Math.toIntExact(sum), steps.firstKey() - 1, rank));
        });
    }

    private long[] amountsLeft() {
        long[] left = before.sources().stream().mapToLong(Source::amount).toArray();
        base.flow().departures().forEach(run -> left[run.item()] -= pastTotal(run));
        return left;
    }

    private long[] limitsLeft() {
        long[] left = before.sinks().stream().mapToLong(Sink::limit).toArray();
        base.flow().arrivals().forEach(run -> left[run.item()] -= pastTotal(run));
        return left;
    }

    /** Units of a run in the steps before the change. */
    private long pastTotal(Run run) {
        return (long) run.amount() * Math.max(0, Math.min(run.to() + 1L, tau) - run.from());
    }

    /** The arrivals by each step, those of the past with those of a solution of what remains. */
    long[] curve(Solution rest) {
        long[] curve = base.curve().clone();
        for (int step = tau; step < curve.length; step++) {
            curve[step] = arrivedBefore + rest.curve()[step];
        }
        return curve;
    }

    /** Those on the road whom a solution does not bring to a sink. */
    List<Standing> stranded(Solution rest) {
        Map<Standing, Long> used = new LinkedHashMap<>();
        int sources = before.sources().size();
        for (Run run : rest.flow().departures()) {
            for (int step = run.from(); run.item() >= sources && step <= run.to(); step++) {
                used.merge(
                        new Standing(entered.get(run.item() - sources), step + 1, 0), (long) run.amount(), Long::sum);
            }
        }
        List<Standing> stranded = new ArrayList<>();
        for (Standing standing : onRoad) {
            long left = standing.units() - used.getOrDefault(new Standing(standing.node(), standing.step(), 0), 0L);
            if (left > 0) {
                stranded.add(new Standing(standing.node(), standing.step(), left));
            }
        }
        stranded.addAll(tooLate);
        return stranded;
    }
}
