package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Network.Kind;

/** Turns rooms, throughputs, roads and sinks into arcs, for {@link Network}. Used once, then thrown away. */
final class InnerArcs {

    /**
     * An arc of the network.
     *
     * @param kind what it stands for
     * @param item the road, node or sink it stands for
     */
    record InnerArc(Kind kind, int item, int tail, int head, int transit, Profile capacity) {
        InnerArc with(Profile other) {
            return new InnerArc(kind, item, tail, head, transit, other);
        }

        InnerArc between(int otherTail, int otherHead) {
            return new InnerArc(kind, item, otherTail, otherHead, transit, capacity);
        }
    }

    final List<InnerArc> arcs = new ArrayList<>();
    final int[] queue;
    final int[] gate;
    final int[] end;
    int nodes;

    /** Arcs side by side for what is unlimited. */
    final int copies;

    private final FlowProblem problem;

    InnerArcs(FlowProblem problem) {
        this.problem = problem;
        this.copies = (int) Math.max(1, Math.ceilDiv(problem.supply(), (long) FlowProblem.UNLIMITED));
        this.nodes = problem.nodes().size();
        this.gate = new int[nodes];
        this.end = new int[problem.sinks().size()];
        addNodes();
        addRoads();
        addSinks();
        int[] numbers = NodeOrder.fromSources(problem, arcs, nodes, nodes - end.length);
        arcs.replaceAll(arc -> arc.between(numbers[arc.tail()], numbers[arc.head()]));
        this.queue = Arrays.copyOf(numbers, gate.length);
        Arrays.setAll(gate, v -> numbers[gate[v]]);
    }

    private void addNodes() {
        for (int v = 0; v < gate.length; v++) {
            Node node = problem.nodes().get(v);
            gate[v] = isUnlimited(node.throughput()) ? v : nodes++;
            if (gate[v] != v) {
                add(new InnerArc(Kind.THROUGHPUT, v, v, gate[v], 0, node.throughput()));
            }
            if (node.room() > 0) {
                add(new InnerArc(Kind.WAIT, v, v, v, 1, Profile.always(node.room())));
            }
        }
    }

    private void addRoads() {
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            add(new InnerArc(Kind.ROAD, a, gate[arc.tail()], arc.head(), arc.transit(), arc.capacity()));
        }
    }

    private void addSinks() {
        for (int j = 0; j < end.length; j++) {
            Sink sink = problem.sinks().get(j);
            end[j] = nodes++;
            add(new InnerArc(Kind.ARRIVAL, j, gate[sink.node()], end[j], 0, sink.rate()));
        }
    }

    private void add(InnerArc arc) {
        arcs.add(arc);
        boolean everUnlimited =
                arc.capacity().pieces().stream().anyMatch(piece -> piece.rate().isUnlimited());
        for (int copy = 1; everUnlimited && copy < copies; copy++) {
            arcs.add(arc.with(onlyWhereUnlimited(arc.capacity())));
        }
    }

    /** True if a throughput needs no gate, since it never limits. */
    static boolean isUnlimited(Profile profile) {
        return profile.pieces().stream().allMatch(piece -> piece.rate().isUnlimited());
    }

    private static Profile onlyWhereUnlimited(Profile profile) {
        return new Profile(profile.pieces().stream()
                .map(piece -> piece.rate().isUnlimited() ? piece : new Profile.Piece(piece.fromStep(), Rate.NONE))
                .toList());
    }

    int[] ints(ToIntFunction<InnerArc> field) {
        return arcs.stream().mapToInt(field).toArray();
    }

    /** What is needed to know the capacity of arcs that vary; null for arcs that do not. */
    @Nullable
    Timetable[] timetables(int horizon) {
        @Nullable Timetable[] timetables = new Timetable[arcs.size()];
        for (int a = 0; a < timetables.length; a++) {
            Profile profile = arcs.get(a).capacity();
            if (profile.pieces().size() > 1
                    || profile.pieces().getFirst().rate().perSteps() > 1) {
                timetables[a] = new Timetable(profile, horizon);
            }
        }
        return timetables;
    }
}
