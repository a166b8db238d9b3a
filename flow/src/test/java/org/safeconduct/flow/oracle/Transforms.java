package org.safeconduct.flow.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Profile.Piece;
import org.safeconduct.flow.Rate;

/** Makes one problem into another whose answer is known from the first's. */
final class Transforms {
    private Transforms() {}

    /** The same problem with every capacity changed. */
    static FlowProblem capacities(FlowProblem problem, int horizon, UnaryOperator<Profile> change) {
        return rebuild(problem, horizon, change, UnaryOperator.identity());
    }

    /** The same problem with every fractional rate written out, step by step. */
    static FlowProblem writtenOut(FlowProblem problem) {
        return capacities(
                problem,
                problem.horizon(),
                profile -> perStep(profile, problem.horizon(), step -> step, units -> units));
    }

    /** Everything {@code factor} times as much. */
    static FlowProblem scaled(FlowProblem problem, int factor) {
        IntUnaryOperator times = units -> units == Integer.MAX_VALUE ? units : factor * units;
        FlowProblem.Builder scaled = FlowProblem.over(problem.horizon());
        UnaryOperator<Profile> change = profile -> perStep(profile, problem.horizon(), step -> step, times);
        for (Node node : problem.nodes()) {
            scaled.node(new Node(times.applyAsInt(node.room()), change.apply(node.throughput())));
        }
        for (Arc arc : problem.arcs()) {
            scaled.arc(arc.tail(), arc.head(), arc.transit(), change.apply(arc.capacity()));
        }
        for (Source source : problem.sources()) {
            scaled.source(new Source(source.node(), factor * source.amount(), source.release(), source.rank()));
        }
        for (Sink sink : problem.sinks()) {
            scaled.sink(new Sink(sink.node(), times.applyAsInt(sink.limit()), change.apply(sink.rate()), sink.rank()));
        }
        return scaled.build();
    }

    /** Everything {@code delay} steps later. */
    static FlowProblem shifted(FlowProblem problem, int delay) {
        int horizon = problem.horizon() + delay;
        UnaryOperator<Profile> later =
                profile -> perStep(profile, horizon, step -> Math.max(0, step - delay), units -> units);
        return rebuild(
                problem,
                horizon,
                later,
                source -> new Source(source.node(), source.amount(), source.release() + delay, source.rank()));
    }

    /** The same problem with its arcs in the opposite order. */
    static FlowProblem arcsReversedInOrder(FlowProblem problem) {
        FlowProblem.Builder turned = FlowProblem.over(problem.horizon());
        problem.nodes().forEach(turned::node);
        problem.arcs().reversed().forEach(arc -> turned.arc(arc.tail(), arc.head(), arc.transit(), arc.capacity()));
        problem.sources().forEach(turned::source);
        problem.sinks().forEach(turned::sink);
        return turned.build();
    }

    /**
     * Time runs back and every arc the other way: what entered an arc in step k now leaves it there. Needs one source, one sink without rate, and no
     * node with both room and throughput (since waiting comes before passing).
     */
    static FlowProblem backwards(FlowProblem problem) {
        int last = problem.horizon();
        FlowProblem.Builder back = FlowProblem.over(last);
        for (Node node : problem.nodes()) {
            back.node(new Node(node.room(), perStep(node.throughput(), last, step -> last - step, units -> units)));
        }
        for (Arc arc : problem.arcs()) {
            int out = last - arc.transit();
            Profile capacity = out < 0
                    ? Profile.closed()
                    : perStep(arc.capacity(), out, step -> out - step, units -> units)
                            .from(out + 1, Rate.NONE);
            back.arc(arc.head(), arc.tail(), arc.transit(), capacity);
        }
        back.source(
                problem.sinks().getFirst().node(), problem.sources().getFirst().amount(), 0);
        back.sink(problem.sources().getFirst().node());
        return back.build();
    }

    private static FlowProblem rebuild(
            FlowProblem problem, int horizon, UnaryOperator<Profile> change, UnaryOperator<Source> source) {
        FlowProblem.Builder built = FlowProblem.over(horizon);
        problem.nodes().forEach(node -> built.node(new Node(node.room(), change.apply(node.throughput()))));
        problem.arcs().forEach(arc -> built.arc(arc.tail(), arc.head(), arc.transit(), change.apply(arc.capacity())));
        problem.sources().forEach(old -> built.source(source.apply(old)));
        problem.sinks()
                .forEach(sink ->
                        built.sink(new Sink(sink.node(), sink.limit(), change.apply(sink.rate()), sink.rank())));
        return built.build();
    }

    /** A profile of one piece per step: in step k what the old one has in step {@code when(k)}, changed by {@code units}. */
    private static Profile perStep(Profile profile, int horizon, IntUnaryOperator when, IntUnaryOperator units) {
        List<Piece> pieces = new ArrayList<>();
        for (int step = 0; step <= horizon; step++) {
            int old = when.applyAsInt(step);
            Rate rate = profile.rateAt(old);
            int capacity = rate.isUnlimited() ? Integer.MAX_VALUE : units.applyAsInt(rate.at(old));
            if (pieces.isEmpty() || pieces.getLast().rate().units() != capacity) {
                pieces.add(new Piece(step, Rate.perStep(capacity)));
            }
        }
        return new Profile(pieces);
    }
}
