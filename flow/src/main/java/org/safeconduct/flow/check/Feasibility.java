package org.safeconduct.flow.check;

import java.util.List;
import java.util.function.Function;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.check.Finding.Breach;
import org.safeconduct.flow.check.Finding.Rule;

/**
 * Reads a joint plan run by run into ledgers, one ledger at a time, and compares their sums with what the problem allows. Used for one check, then thrown away.
 *
 * <p>Runs need not be in order and may overlap: what overlaps adds up.
 */
final class Feasibility {
    private final FlowProblem problem;
    private final int horizon;
    private final Findings findings;
    private final long[] left;
    private final long[] received;

    Feasibility(FlowProblem problem, Findings findings) {
        this.problem = problem;
        this.horizon = problem.horizon();
        this.findings = findings;
        this.left = new long[problem.sources().size()];
        this.received = new long[problem.sinks().size()];
    }

    void check(List<Layer> layers) {
        for (Layer layer : layers) {
            Ledger balance = new Ledger();
            readDepartures(layer, balance);
            readMoves(layer, balance);
            readWaits(layer, balance);
            readArrivals(layer, balance);
            balance.read((node, from, to, sum) ->
                    findings.add(new Breach(Rule.CONSERVATION, layer.name(), node, from, sum, 0)));
        }
        checkArcs(layers);
        checkThroughput(layers);
        checkRates(layers);
        checkRooms(layers);
        checkTotals();
    }

    private void readDepartures(Layer layer, Ledger balance) {
        for (Run run : layer.flow().departures()) {
            if (!layer.sources().contains(run.item()) || run.item() >= left.length) {
                findings.add(new Breach(Rule.FOREIGN_SOURCE, layer.name(), run.item(), run.from(), run.total(), 0));
                continue;
            }
            Source source = problem.sources().get(run.item());
            if (run.from() < source.release()) {
                findings.add(new Breach(
                        Rule.BEFORE_RELEASE, layer.name(), run.item(), run.from(), run.from(), source.release()));
            }
            if (run.to() > horizon) {
                findings.add(
                        new Breach(Rule.LEAVES_AFTER_HORIZON, layer.name(), run.item(), run.from(), run.to(), horizon));
            }
            left[run.item()] = plus(left[run.item()], run.total());
            balance.book(source.node(), run.from(), Math.min(run.to(), horizon), run.amount());
        }
    }

    private void readMoves(Layer layer, Ledger balance) {
        List<Arc> arcs = problem.arcs();
        for (Run run : layer.flow().moves()) {
            if (run.item() >= arcs.size()) {
                findings.add(new Breach(
                        Rule.UNKNOWN_ARC, layer.name(), run.item(), run.from(), run.item(), arcs.size() - 1L));
                continue;
            }
            Arc arc = arcs.get(run.item());
            long out = (long) run.to() + arc.transit();
            if (out > horizon) {
                findings.add(new Breach(Rule.ARC_AFTER_HORIZON, layer.name(), run.item(), run.from(), out, horizon));
            }
            balance.book(arc.tail(), run.from(), Math.min(run.to(), horizon), -run.amount());
            balance.book(arc.head(), (long) run.from() + arc.transit(), Math.min(out, horizon), run.amount());
        }
    }

    private void readWaits(Layer layer, Ledger balance) {
        for (Run run : layer.flow().waits()) {
            if (run.item() >= problem.nodes().size()) {
                findings.add(new Breach(
                        Rule.UNKNOWN_NODE,
                        layer.name(),
                        run.item(),
                        run.from(),
                        run.item(),
                        problem.nodes().size() - 1L));
                continue;
            }
            if (run.to() >= horizon) {
                findings.add(new Breach(
                        Rule.WAITS_PAST_HORIZON, layer.name(), run.item(), run.from(), run.to() + 1L, horizon));
            }
            balance.book(run.item(), run.from(), Math.min(run.to(), horizon), -run.amount());
            balance.book(run.item(), run.from() + 1L, Math.min(run.to() + 1L, horizon), run.amount());
        }
    }

    private void readArrivals(Layer layer, Ledger balance) {
        for (Run run : layer.flow().arrivals()) {
            if (!isOf(layer, run)) {
                findings.add(new Breach(Rule.FOREIGN_SINK, layer.name(), run.item(), run.from(), run.total(), 0));
                continue;
            }
            if (run.to() > horizon) {
                findings.add(
                        new Breach(Rule.ENDS_AFTER_HORIZON, layer.name(), run.item(), run.from(), run.to(), horizon));
            }
            int node = problem.sinks().get(run.item()).node();
            received[run.item()] = plus(received[run.item()], run.total());
            balance.book(node, run.from(), Math.min(run.to(), horizon), -run.amount());
        }
    }

    /** Adds two sums of units; what is too large for a long stays the largest. */
    private static long plus(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }

    private void checkArcs(List<Layer> layers) {
        Ledger entering = new Ledger();
        for (Run run : known(layers, FlowOverTime::moves, problem.arcs().size())) {
            book(entering, run.item(), run);
        }
        entering.read((arc, from, to, sum) ->
                compare(Rule.ARC_CAPACITY, arc, problem.arcs().get(arc).capacity(), new Stretch(from, to, sum)));
    }

    private void checkThroughput(List<Layer> layers) {
        Ledger passing = new Ledger();
        for (Run run : known(layers, FlowOverTime::moves, problem.arcs().size())) {
            bookPassing(passing, problem.arcs().get(run.item()).tail(), run);
        }
        for (Run run : arrivals(layers)) {
            bookPassing(passing, problem.sinks().get(run.item()).node(), run);
        }
        passing.read((node, from, to, sum) -> compare(
                Rule.NODE_THROUGHPUT, node, problem.nodes().get(node).throughput(), new Stretch(from, to, sum)));
    }

    private void bookPassing(Ledger passing, int node, Run run) {
        if (!Capacity.isUnlimited(problem.nodes().get(node).throughput())) {
            book(passing, node, run);
        }
    }

    private void checkRates(List<Layer> layers) {
        Ledger ending = new Ledger();
        for (Run run : arrivals(layers)) {
            book(ending, run.item(), run);
        }
        ending.read((sink, from, to, sum) ->
                compare(Rule.SINK_RATE, sink, problem.sinks().get(sink).rate(), new Stretch(from, to, sum)));
    }

    private boolean isOf(Layer layer, Run arrival) {
        return layer.sinks().contains(arrival.item()) && arrival.item() < received.length;
    }

    private void checkRooms(List<Layer> layers) {
        Ledger waiting = new Ledger();
        for (Run run : known(layers, FlowOverTime::waits, problem.nodes().size())) {
            if (problem.nodes().get(run.item()).room() != FlowProblem.UNLIMITED) {
                book(waiting, run.item(), run);
            }
        }
        waiting.read((node, from, to, sum) -> {
            int room = problem.nodes().get(node).room();
            if (sum > room) {
                findings.add(new Breach(Rule.NODE_ROOM, FlowChecker.ALL_LAYERS, node, from, sum, room));
            }
        });
    }

    /** The runs of all layers whose item there is. */
    private static Iterable<Run> known(List<Layer> layers, Function<FlowOverTime, List<Run>> runs, int items) {
        return () -> layers.stream()
                .flatMap(layer -> runs.apply(layer.flow()).stream())
                .filter(run -> run.item() < items)
                .iterator();
    }

    /** The arrivals of all layers at sinks that are theirs. */
    private Iterable<Run> arrivals(List<Layer> layers) {
        return () -> layers.stream()
                .flatMap(layer -> layer.flow().arrivals().stream().filter(run -> isOf(layer, run)))
                .iterator();
    }

    private void book(Ledger ledger, int item, Run run) {
        ledger.book(item, run.from(), Math.min(run.to(), horizon), run.amount());
    }

    private record Stretch(int from, int to, long sum) {}

    /** Reports the first step of each piece in which the sum is more than the capacity. */
    private void compare(Rule rule, int item, Profile capacity, Stretch stretch) {
        int piece = Capacity.pieceAt(capacity, stretch.from());
        for (int from = stretch.from(); from <= stretch.to(); piece++) {
            var rate = capacity.pieces().get(piece).rate();
            int to = Math.min(stretch.to(), Capacity.lastStep(capacity, piece));
            if (stretch.sum() > Capacity.least(rate)) {
                for (int step = from; step <= to; step++) {
                    long allowed = Capacity.at(rate, step);
                    if (stretch.sum() > allowed) {
                        findings.add(new Breach(rule, FlowChecker.ALL_LAYERS, item, step, stretch.sum(), allowed));
                        break;
                    }
                }
            }
            from = to + 1;
        }
    }

    private void checkTotals() {
        for (int i = 0; i < left.length; i++) {
            Source source = problem.sources().get(i);
            if (left[i] > source.amount()) {
                findings.add(
                        new Breach(Rule.SOURCE_AMOUNT, FlowChecker.ALL_LAYERS, i, horizon, left[i], source.amount()));
            }
        }
        for (int i = 0; i < received.length; i++) {
            Sink sink = problem.sinks().get(i);
            if (sink.limit() != FlowProblem.UNLIMITED && received[i] > sink.limit()) {
                findings.add(
                        new Breach(Rule.SINK_LIMIT, FlowChecker.ALL_LAYERS, i, horizon, received[i], sink.limit()));
            }
        }
    }
}
