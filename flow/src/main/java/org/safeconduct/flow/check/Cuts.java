package org.safeconduct.flow.check;

import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Profile.Piece;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.check.Finding.Crossing;

/**
 * Adds up the capacity of every cut of a family in one pass over the network. Used for one check, then thrown away.
 *
 * <p><b>Why a cut bounds every flow.</b> Fix a step t. Let N be the graph of all states: a beginning, the stock of each source, the
 * queue and the gate of each node in each step 0 … horizon, the reception of each limited sink, an end. Its edges:
 *
 * <pre>
 *   beginning ─ amount ─► stock ─ no limit, from the release on ─► queue(v, k)
 *   queue(v, k) ─ room ─► queue(v, k + 1)                queue(v, k) ─ throughput in k ─► gate(v, k)
 *   gate(u, k) ─ capacity in k ─► queue(v, k + transit)  gate(w, k) ─ sink's rate in k ─► reception, only for k ≤ t
 *   reception ─ limit ─► end                             (the end itself where the sink has no limit)
 * </pre>
 *
 * Whatever a plan brings in steps 0 … t is a flow in N from beginning to end: units that arrive later are left out from their start. Now divide the states
 * into two sides <i>in any way at all</i>, the beginning on one, the end on the other. Each unit starts on the one
 * side and ends on the other, so it passes at least one edge that leads across, and through an edge of capacity c pass at most c units. So
 * the arrivals are at most the capacities of all edges that lead across, added up. Cut t divides by "label ≤ t". Labels
 * that lie can therefore only give a sum that is too large, never one that is too small; all that is left to make sure of is that the
 * sum misses no edge. It is taken over all of them, by kind, in {@link #add()}.
 *
 * <p>An edge from a state labelled l into a state labelled h leads across in the cuts h ≤ t &lt; l, and is booked there. The rule k ≤ t for
 * sinks is the same as giving reception the label k, or the later one of k and its own.
 */
final class Cuts {
    private final FlowProblem problem;
    private final CutFamily cuts;
    private final boolean anyBeat;
    private final Findings findings;
    private final int horizon;
    private final Labels queue;
    private final Labels gate;
    private final CutTally tally;

    /**
     * The cuts of a family.
     *
     * @param anyBeat whether traffic may keep any beat; then only the last cut is added up
     */
    Cuts(FlowProblem problem, CutFamily cuts, boolean anyBeat, Findings findings) {
        this.problem = problem;
        this.cuts = cuts;
        this.anyBeat = anyBeat;
        this.findings = findings;
        this.horizon = problem.horizon();
        Labels.Extent extent = new Labels.Extent(problem.nodes().size(), horizon);
        this.queue = Labels.read("queue", cuts.queue(), extent, findings);
        this.gate = Labels.read("gate", cuts.gate(), extent, findings);
        this.tally = new CutTally(horizon);
        expect("labels of sources", cuts.sources().length, problem.sources().size());
        expect("labels of sinks", cuts.sinks().length, problem.sinks().size());
        if (cuts.firstStep() < 0 || cuts.firstStep() > horizon) {
            findings.add(new Finding.BadCuts("first step", 0, cuts.firstStep(), "name a step of the problem"));
        }
    }

    private void expect(String what, int found, int expected) {
        if (found != expected) {
            findings.add(new Finding.BadCuts(what, expected, found, "give one each"));
        }
    }

    /** The capacity of each cut; all {@link CutCheck#OPEN} if the certificate cannot be read. */
    long[] add() {
        if (findings.isEmpty()) {
            addSources();
            addNodes();
            addArcs();
            addSinks();
            if (!tally.isTooLarge()) {
                return tally.capacities();
            }
            findings.add(new Finding.BadCuts("sum", 0, Long.MAX_VALUE, "use capacities that can be added up"));
        }
        long[] open = new long[horizon + 1];
        Arrays.fill(open, CutCheck.OPEN);
        return open;
    }

    private void addSources() {
        int[] labels = cuts.sources();
        for (int i = 0; i < labels.length; i++) {
            Source source = problem.sources().get(i);
            if (source.amount() > 0) {
                tally.add(labels[i], horizon + 1L, source.amount());
                Labels stock = Labels.same(labels[i], horizon);
                addEdges(new Edges(Crossing.STOCK, i, stock, 0, queue, source.node(), 0), openFrom(source.release()));
            }
        }
    }

    private static Profile openFrom(int step) {
        Piece open = new Piece(step, Rate.UNLIMITED);
        return new Profile(step == 0 ? List.of(open) : List.of(new Piece(0, Rate.NONE), open));
    }

    private void addNodes() {
        for (int v = 0; v < problem.nodes().size(); v++) {
            Node node = problem.nodes().get(v);
            if (node.room() > 0) {
                Rate room = node.room() == FlowProblem.UNLIMITED ? Rate.UNLIMITED : new Rate(node.room(), 1);
                Profile profile = new Profile(List.of(new Piece(0, room)));
                addEdges(new Edges(Crossing.WAIT, v, queue, v, queue, v, 1), profile);
            }
            if (hasGate(v)) {
                addEdges(new Edges(Crossing.THROUGHPUT, v, queue, v, gate, v, 0), node.throughput());
            }
        }
    }

    private void addArcs() {
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            if (queue.hasRuns(arc.head())) {
                Labels tail = after(arc.tail());
                addEdges(
                        new Edges(Crossing.ARC, a, tail, arc.tail(), queue, arc.head(), arc.transit()), arc.capacity());
            }
        }
    }

    private void addSinks() {
        int[] labels = cuts.sinks();
        for (int i = 0; i < labels.length; i++) {
            Sink sink = problem.sinks().get(i);
            int label = 0;
            if (sink.limit() != FlowProblem.UNLIMITED) {
                label = labels[i];
                tally.add(0, label, sink.limit());
            }
            // Only the last cut is asked for then: what arrives in any step crosses it in one stretch.
            Labels reception =
                    anyBeat && label <= horizon ? Labels.same(horizon, horizon) : Labels.moment(label, horizon);
            addEdges(new Edges(Crossing.SINK, i, after(sink.node()), sink.node(), reception, 0, 0), sink.rate());
        }
    }

    /** The labels that a node's units have when they go on: those of its gate, or of its queue where it has no gate. */
    private Labels after(int node) {
        return hasGate(node) ? gate : queue;
    }

    private boolean hasGate(int node) {
        return gate.hasRuns(node)
                || !Capacity.isUnlimited(problem.nodes().get(node).throughput());
    }

    /** One edge per step k: from the tail's state in k to the head's state in k + transit. */
    private record Edges(
            Crossing crossing, int item, Labels tail, int tailNode, Labels head, int headNode, int transit) {}

    private void addEdges(Edges edges, Profile capacity) {
        Labels head = edges.head();
        for (int run = head.firstRun(edges.headNode()); run < head.endRun(edges.headNode()); run++) {
            int last = head.to(run) - edges.transit();
            int step = Math.max(head.from(run) - edges.transit(), 0);
            while (step <= last) {
                Stretch stretch = stretchFrom(edges, run, step, last);
                int piece = Capacity.pieceAt(capacity, step);
                int to = Math.min(stretch.to(), Capacity.lastStep(capacity, piece));
                addStretch(
                        edges, stretch.until(to), capacity.pieces().get(piece).rate());
                step = to + 1;
            }
        }
    }

    /**
     * Steps in a row in which both labels follow one line each.
     *
     * @param from first step
     * @param to last step, included
     * @param low label of the head in step {@code from}
     * @param lowRise by how much it rises per step
     * @param high label of the tail in step {@code from}
     * @param highRise by how much it rises per step
     */
    private record Stretch(int from, int to, long low, int lowRise, long high, int highRise) {
        Stretch until(int last) {
            return new Stretch(from, last, low, lowRise, high, highRise);
        }

        /** True if no edge leads across: labels are lines, so both ends tell. */
        boolean isOnOneSide() {
            long length = (long) to - from;
            return low >= high && low + lowRise * length >= high + highRise * length;
        }
    }

    private static Stretch stretchFrom(Edges edges, int headRun, int step, int last) {
        Labels head = edges.head();
        Labels tail = edges.tail();
        long low = head.label(headRun, step + edges.transit());
        int lowRise = head.rise(headRun);
        int run = tail.runFrom(edges.tailNode(), step);
        if (run == tail.endRun(edges.tailNode())) {
            return new Stretch(step, last, low, lowRise, Labels.NEVER, 0);
        }
        if (tail.from(run) > step) {
            return new Stretch(step, Math.min(last, tail.from(run) - 1), low, lowRise, Labels.NEVER, 0);
        }
        int to = Math.min(last, tail.to(run));
        return new Stretch(step, to, low, lowRise, tail.label(run, step), tail.rise(run));
    }

    private void addStretch(Edges edges, Stretch stretch, Rate rate) {
        if (rate.units() == 0 || stretch.isOnOneSide()) {
            return;
        }
        if (Capacity.isUnlimited(rate)) {
            addOpen(edges, stretch);
            return;
        }
        if (stretch.lowRise() == 0 && stretch.highRise() == 0) {
            tally.add(stretch.low(), stretch.high(), over(rate, stretch.from(), stretch.to()));
            return;
        }
        long low = stretch.low();
        long high = stretch.high();
        for (int step = stretch.from(); step <= stretch.to(); step++) {
            if (low < high) {
                tally.add(low, high, over(rate, step, step));
            }
            low += stretch.lowRise();
            high += stretch.highRise();
        }
    }

    private long over(Rate rate, int from, int to) {
        return anyBeat ? Capacity.overAtAnyBeat(rate, from, to) : Capacity.over(rate, from, to);
    }

    private void addOpen(Edges edges, Stretch stretch) {
        long low = stretch.low();
        long high = stretch.high();
        for (int step = stretch.from(); step <= stretch.to(); step++) {
            if (tally.open(low, high) && high > cuts.firstStep()) {
                int first = (int) Math.max(low, 0);
                int last = (int) Math.min(high - 1, horizon);
                if (last >= first) {
                    findings.add(new Finding.OpenCut(edges.crossing(), edges.item(), step, first, last));
                }
            }
            low += stretch.lowRise();
            high += stretch.highRise();
        }
    }
}
