package org.safeconduct.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Network.Kind;
import org.safeconduct.flow.Profile.Piece;

/** Turns rooms, throughputs, roads and sinks into arcs, for {@link Network}. Used once, then thrown away. */
final class InnerArcs {
    final int[] queue;
    final int[] gate;
    final int[] end;
    int nodes;

    /** Arcs side by side for what is unlimited. */
    final int copies;

    private final FlowProblem problem;
    private int size;
    private Kind[] kind;
    private int[] item;
    private int[] tail;
    private int[] head;
    private int[] transit;
    private Profile[] capacity;

    InnerArcs(FlowProblem problem) {
        this.problem = problem;
        this.copies = (int) Math.max(1, Math.ceilDiv(problem.supply(), (long) FlowProblem.UNLIMITED));
        this.nodes = problem.nodes().size();
        this.gate = new int[nodes];
        this.end = new int[problem.sinks().size()];
        int likely = problem.arcs().size() + end.length + 16;
        this.kind = new Kind[likely];
        this.item = new int[likely];
        this.tail = new int[likely];
        this.head = new int[likely];
        this.transit = new int[likely];
        this.capacity = new Profile[likely];
        addNodes();
        addRoads();
        addSinks();
        int[] numbers = NodeOrder.fromSources(problem, this, nodes - end.length);
        tail = numbered(tail, numbers);
        head = numbered(head, numbers);
        this.queue = Arrays.copyOf(numbers, gate.length);
        Arrays.setAll(gate, v -> numbers[gate[v]]);
    }

    private int[] numbered(int[] ends, int[] numbers) {
        int[] changed = new int[size];
        for (int arc = 0; arc < size; arc++) {
            changed[arc] = numbers[ends[arc]];
        }
        return changed;
    }

    private void addNodes() {
        for (int v = 0; v < gate.length; v++) {
            Node node = problem.nodes().get(v);
            gate[v] = isUnlimited(node.throughput()) ? v : nodes++;
            if (gate[v] != v) {
                add(new Item(Kind.THROUGHPUT, v), v, gate[v], 0, node.throughput());
            }
            if (node.room() > 0) {
                add(new Item(Kind.WAIT, v), v, v, 1, Profile.always(node.room()));
            }
        }
    }

    private void addRoads() {
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            add(new Item(Kind.ROAD, a), gate[arc.tail()], arc.head(), arc.transit(), arc.capacity());
        }
    }

    private void addSinks() {
        for (int j = 0; j < end.length; j++) {
            Sink sink = problem.sinks().get(j);
            end[j] = nodes++;
            add(new Item(Kind.ARRIVAL, j), gate[sink.node()], end[j], 0, sink.rate());
        }
    }

    /** What an arc of {@link Network} stands for. */
    private record Item(Kind kind, int number) {}

    private void add(Item what, int from, int to, int steps, Profile profile) {
        addOne(what, from, to, steps, profile);
        boolean everUnlimited = copies > 1
                && profile.pieces().stream().anyMatch(piece -> piece.rate().isUnlimited());
        for (int copy = 1; everUnlimited && copy < copies; copy++) {
            addOne(what, from, to, steps, onlyWhereUnlimited(profile));
        }
    }

    private void addOne(Item what, int from, int to, int steps, Profile profile) {
        if (size == item.length) {
            int more = size + (size >> 1);
            kind = Arrays.copyOf(kind, more);
            item = Arrays.copyOf(item, more);
            tail = Arrays.copyOf(tail, more);
            head = Arrays.copyOf(head, more);
            transit = Arrays.copyOf(transit, more);
            capacity = Arrays.copyOf(capacity, more);
        }
        kind[size] = what.kind;
        item[size] = what.number;
        tail[size] = from;
        head[size] = to;
        transit[size] = steps;
        capacity[size] = profile;
        size++;
    }

    /** True if a throughput needs no gate, since it never limits. */
    static boolean isUnlimited(Profile profile) {
        List<Piece> pieces = profile.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).rate().isUnlimited()) {
                return false;
            }
        }
        return true;
    }

    private static Profile onlyWhereUnlimited(Profile profile) {
        return new Profile(profile.pieces().stream()
                .map(piece -> piece.rate().isUnlimited() ? piece : new Piece(piece.fromStep(), Rate.NONE))
                .toList());
    }

    int size() {
        return size;
    }

    /** The road, node or sink that each arc stands for. */
    int[] item() {
        return item;
    }

    int[] tail() {
        return tail;
    }

    int[] head() {
        return head;
    }

    int[] transit() {
        return transit;
    }

    /** What the arcs stand for, in some order. */
    Kind[] kinds(int[] order) {
        Kind[] kinds = new Kind[order.length];
        for (int i = 0; i < order.length; i++) {
            kinds[i] = kind[order[i]];
        }
        return kinds;
    }

    /** What may enter the arcs in each step, for those that do not vary, in some order. */
    int[] capacities(int[] order) {
        int[] capacities = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            capacities[i] = capacity[order[i]].pieces().getFirst().rate().units();
        }
        return capacities;
    }

    /** What is needed to know the capacity of arcs that vary, in some order; null for arcs that do not. Streets of one kind share theirs. */
    @Nullable
    Timetable[] timetables(int[] order) {
        Map<Profile, Timetable> made = new HashMap<>();
        @Nullable Timetable[] timetables = new Timetable[order.length];
        for (int i = 0; i < order.length; i++) {
            Profile profile = capacity[order[i]];
            if (profile.pieces().size() > 1
                    || profile.pieces().getFirst().rate().perSteps() > 1) {
                timetables[i] = made.computeIfAbsent(profile, p -> new Timetable(p, problem.horizon()));
            }
        }
        return timetables;
    }
}
