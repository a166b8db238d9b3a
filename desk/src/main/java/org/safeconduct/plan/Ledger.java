package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/**
 * Who uses how much of the shared roads: the joint problem as it grows class by class.
 *
 * <p>Each class is planned on what those before it left. The ledger keeps, for the checker, every source and sink that was
 * planned for and the flow of each layer over them. Not thread-safe.
 */
final class Ledger {

    /**
     * The flow of one class over the joint problem.
     *
     * @param name unique name of the class
     * @param sources numbers of its sources in the joint problem
     * @param sinks numbers of its sinks
     * @param flow its flow, with these numbers
     */
    record Layer(String name, List<Integer> sources, List<Integer> sinks, FlowOverTime flow) {}

    private final RoadNetwork network;
    private final Usage usage;
    private final List<FlowProblem.Source> sources = new ArrayList<>();
    private final List<FlowProblem.Sink> sinks = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    Ledger(RoadNetwork network) {
        this.network = network;
        this.usage = new Usage(network.problem());
    }

    RoadNetwork network() {
        return network;
    }

    /** The problem of the given vehicles on the roads as the others left them. */
    FlowProblem rest(List<FlowProblem.Source> newSources, List<FlowProblem.Sink> newSinks) {
        FlowProblem shared = network.problem();
        FlowProblem.Builder rest = shared.copyOver(shared.horizon());
        for (int arc = 0; arc < shared.arcs().size(); arc++) {
            if (usage.isUsedArc(arc)) {
                rest.arcCapacity(arc, minus(shared.arcs().get(arc).capacity(), usage.arc(arc)));
            }
        }
        for (int node = 0; node < shared.nodes().size(); node++) {
            FlowProblem.Node old = shared.nodes().get(node);
            if (usage.isUsedNode(node)) {
                int room = old.room() == FlowProblem.UNLIMITED ? old.room() : old.room() - usage.mostWaiting(node);
                rest.node(node, new FlowProblem.Node(room, minus(old.throughput(), usage.passing(node))));
            }
        }
        newSources.forEach(rest::source);
        newSinks.forEach(rest::sink);
        return rest.build();
    }

    /** Enters a flow that was found for {@link #rest} of the same sources and sinks. */
    void enter(String name, FlowProblem part, FlowOverTime flow) {
        int firstSource = sources.size();
        int firstSink = sinks.size();
        sources.addAll(part.sources());
        sinks.addAll(part.sinks());
        FlowOverTime shifted = new FlowOverTime(
                shift(flow.departures(), firstSource), flow.moves(), flow.waits(), shift(flow.arrivals(), firstSink));
        layers.add(new Layer(
                name,
                numbers(firstSource, part.sources().size()),
                numbers(firstSink, part.sinks().size()),
                shifted));
        usage.add(part, flow);
    }

    boolean hasEntries() {
        return !layers.isEmpty();
    }

    List<Layer> layers() {
        return List.copyOf(layers);
    }

    /** The whole problem that was planned: the shared roads, every source, every sink. */
    FlowProblem joint() {
        FlowProblem.Builder joint = network.problem().copyOver(network.problem().horizon());
        sources.forEach(joint::source);
        sinks.forEach(joint::sink);
        return joint.build();
    }

    /** A ledger with the same entries, to try something on. */
    Ledger copy() {
        Ledger copy = new Ledger(network);
        copy.sources.addAll(sources);
        copy.sinks.addAll(sinks);
        copy.layers.addAll(layers);
        copy.usage.addAll(usage);
        return copy;
    }

    private static List<FlowOverTime.Run> shift(List<FlowOverTime.Run> runs, int by) {
        return runs.stream()
                .map(run -> new FlowOverTime.Run(run.item() + by, run.from(), run.to(), run.amount()))
                .toList();
    }

    private static List<Integer> numbers(int first, int count) {
        return java.util.stream.IntStream.range(first, first + count).boxed().toList();
    }

    /** What is left of a capacity, step by step, written in as few pieces as it takes. */
    private static Profile minus(Profile capacity, int[] used) {
        if (capacity.isUnlimited()) {
            return capacity;
        }
        List<Profile.Piece> pieces = new ArrayList<>();
        int step = 0;
        int next = 0;
        List<Profile.Piece> whole = capacity.pieces();
        while (step < used.length) {
            while (next + 1 < whole.size() && whole.get(next + 1).fromStep() <= step) {
                next++;
            }
            int end = next + 1 < whole.size()
                    ? Math.min(used.length, whole.get(next + 1).fromStep())
                    : used.length;
            appendRest(pieces, whole.get(next).rate(), used, step, end);
            step = end;
        }
        return new Profile(pieces);
    }

    private static void appendRest(List<Profile.Piece> pieces, Rate rate, int[] used, int from, int end) {
        for (int k = from; k < end; k++) {
            Rate left = used[k] == 0 || rate.isUnlimited() ? rate : Rate.perStep(rate.at(k) - used[k]);
            if (pieces.isEmpty() || !pieces.getLast().rate().equals(left)) {
                pieces.add(new Profile.Piece(k, left));
            }
        }
    }
}
