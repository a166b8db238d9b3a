package org.safeconduct.plan;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Profile.Piece;
import org.safeconduct.flow.Rate;

/**
 * A problem whose vehicles come in parts, so that roads let some of one in at nearly every step. There a cut is looked for that bounds traffic of any beat ({@link CutCrossing}): where vehicles are whole, a
 * step in which the beat lets nobody in costs a cut nothing, so it may run across thousands of roads in such steps, and each of them counts a vehicle at another beat.
 *
 * <pre>
 *   1 in 3 steps, whole      . . 1 . . 1      a cut across this road in its first step: 0, at any beat 1
 *   in 12 parts              4 4 4 4 4 4                                                4, at any beat still 1
 * </pre>
 *
 * <p>Any division into two sides is a cut of both problems, and what it is worth is counted in the whole one. So parts change which cut is found, never whether it bounds.
 */
final class InParts {
    /** Rates of streets are some vehicles in up to a dozen steps. */
    private static final int MOST = 12;

    private InParts() {}

    /** The problem in as many parts to a vehicle as its numbers have room for. */
    static FlowProblem of(FlowProblem problem) {
        int parts = Math.max(1, (int) Math.min(MOST, (FlowProblem.UNLIMITED - 1L) / Math.max(1, largest(problem))));
        IntUnaryOperator inParts = amount -> amount == FlowProblem.UNLIMITED ? amount : amount * parts;
        FlowProblem.Builder fine = FlowProblem.over(problem.horizon());
        problem.nodes()
                .forEach(node ->
                        fine.node(new Node(inParts.applyAsInt(node.room()), inParts(node.throughput(), inParts))));
        problem.arcs()
                .forEach(arc -> fine.arc(arc.tail(), arc.head(), arc.transit(), inParts(arc.capacity(), inParts)));
        problem.sources()
                .forEach(source -> fine.source(new Source(
                        source.node(), inParts.applyAsInt(source.amount()), source.release(), source.rank())));
        problem.sinks()
                .forEach(sink -> fine.sink(new Sink(
                        sink.node(), inParts.applyAsInt(sink.limit()), inParts(sink.rate(), inParts), sink.rank())));
        return fine.build();
    }

    private static Profile inParts(Profile profile, IntUnaryOperator inParts) {
        List<Piece> pieces = profile.pieces().stream()
                .map(piece -> new Piece(piece.fromStep(), inParts(piece.rate(), inParts)))
                .toList();
        return new Profile(pieces);
    }

    private static Rate inParts(Rate rate, IntUnaryOperator inParts) {
        return new Rate(inParts.applyAsInt(rate.units()), rate.perSteps(), rate.ahead());
    }

    private static int largest(FlowProblem problem) {
        IntStream amounts = IntStream.concat(
                problem.nodes().stream().mapToInt(Node::room),
                IntStream.concat(
                        problem.sources().stream().mapToInt(Source::amount),
                        problem.sinks().stream().mapToInt(Sink::limit)));
        Stream<Profile> profiles = Stream.concat(
                problem.nodes().stream().map(Node::throughput),
                Stream.concat(
                        problem.arcs().stream().map(FlowProblem.Arc::capacity),
                        problem.sinks().stream().map(Sink::rate)));
        IntStream rates = profiles.flatMap(profile -> profile.pieces().stream())
                .mapToInt(piece -> piece.rate().units());
        return IntStream.concat(amounts, rates)
                .filter(amount -> amount != FlowProblem.UNLIMITED)
                .max()
                .orElse(1);
    }
}
