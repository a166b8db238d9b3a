package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A network, what starts where, and where it may end: the discrete problem that a plan is a solution of.
 *
 * <p>Time runs in steps 0 … {@link #horizon()}. A unit that enters an arc in step k is at its head in step k + transit.
 * At a node a unit may wait (up to the node's room, in whole steps), then passes the node's throughput, then enters an arc or a
 * sink. Units of a source wait outside the network, without limit, from their release on. A unit has arrived when it enters a
 * sink, at the latest in step {@code horizon}.
 *
 * <pre>
 *        release          wait ≤ room        throughput            capacity
 *   source ──────► node (queue) ───────────► node (gate) ─────────────────► arc … ─► node … ─► sink
 * </pre>
 *
 * <p>Nodes, arcs, sources and sinks are numbered from 0 in the order they are added; "name order" means this order.
 * Immutable; safe to share.
 */
public final class FlowProblem {

    /** Room or reception without limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * A road, one way.
     *
     * @param tail node it leaves
     * @param head node it reaches
     * @param transit steps it takes, 1 or more
     * @param capacity units that may enter in each step
     */
    public record Arc(int tail, int head, int transit, Profile capacity) {}

    /**
     * A place.
     *
     * @param room units that can wait here from one step to the next; 0: none, {@link #UNLIMITED}: any number
     * @param throughput units that may pass through in each step (after waiting)
     */
    public record Node(int room, Profile throughput) {
        /** A node where nobody waits and everybody passes. */
        public static final Node PLAIN = new Node(0, Profile.unlimited());
    }

    /**
     * Units that want to leave.
     *
     * @param node where they enter the network
     * @param amount how many
     * @param release first step in which they can enter
     * @param rank sources of lower rank are served first where not all can be; equal ranks share in proportion
     */
    public record Source(int node, int amount, int release, int rank) {}

    /**
     * A place where units may end.
     *
     * @param node where they leave the network
     * @param limit how many can be received in all, or {@link #UNLIMITED}
     * @param rate how many can be received in each step
     * @param rank sinks of lower rank are filled first where limits force a choice
     */
    public record Sink(int node, int limit, Profile rate, int rank) {}

    private final int horizon;
    private final List<Node> nodes;
    private final List<Arc> arcs;
    private final List<Source> sources;
    private final List<Sink> sinks;

    private FlowProblem(Builder builder) {
        this.horizon = builder.horizon;
        this.nodes = List.copyOf(builder.nodes);
        this.arcs = List.copyOf(builder.arcs);
        this.sources = List.copyOf(builder.sources);
        this.sinks = List.copyOf(builder.sinks);
    }

    /** Starts a problem whose last step is {@code horizon}. */
    public static Builder over(int horizon) {
        return new Builder(horizon);
    }

    /** A builder that already holds this whole problem, with another last step. */
    public Builder copyOver(int newHorizon) {
        Builder copy = new Builder(newHorizon);
        copy.nodes.addAll(nodes);
        copy.arcs.addAll(arcs);
        copy.sources.addAll(sources);
        copy.sinks.addAll(sinks);
        return copy;
    }

    /** The last step in which a unit can arrive. */
    public int horizon() {
        return horizon;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Arc> arcs() {
        return arcs;
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Sink> sinks() {
        return sinks;
    }

    /** All units of all sources. */
    public long supply() {
        return sources.stream().mapToLong(Source::amount).sum();
    }

    /** True if some sink can receive only so many in all, so that a curve best at every step need not exist. */
    public boolean hasLimitedReception() {
        return sinks.stream().anyMatch(sink -> sink.limit() != UNLIMITED);
    }

    /** Collects a problem; every number is checked when it is added. Not thread-safe. */
    public static final class Builder {
        private final int horizon;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Arc> arcs = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<Sink> sinks = new ArrayList<>();

        private Builder(int horizon) {
            require(
                    horizon >= 0 && horizon < Integer.MAX_VALUE - 1,
                    "horizon",
                    horizon,
                    "give a last step of 0 or more");
            this.horizon = horizon;
        }

        /** Adds a plain node; returns its number. */
        public int node() {
            return node(Node.PLAIN);
        }

        /** Adds a node; returns its number. */
        public int node(Node node) {
            require(node.room() >= 0, "room", node.room(), "give 0 or more");
            nodes.add(node);
            return nodes.size() - 1;
        }

        /** Adds an arc between nodes that are there already; returns its number. */
        public int arc(int tail, int head, int transit, Profile capacity) {
            requireNode(tail);
            requireNode(head);
            require(transit >= 1, "transit", transit, "give 1 step or more");
            arcs.add(new Arc(tail, head, transit, capacity));
            return arcs.size() - 1;
        }

        /** Replaces the capacity of an arc: the way to ask what a change would be worth. */
        public Builder arcCapacity(int arc, Profile capacity) {
            Arc old = arcs.get(arc);
            arcs.set(arc, new Arc(old.tail(), old.head(), old.transit(), capacity));
            return this;
        }

        /** Replaces a node's room and throughput. */
        public Builder node(int number, Node node) {
            nodes.set(number, node);
            return this;
        }

        /** Adds units that want to leave from {@code release} on; returns the source's number. */
        public int source(int node, int amount, int release) {
            return source(new Source(node, amount, release, 0));
        }

        /** Adds a source; returns its number. */
        public int source(Source source) {
            requireNode(source.node());
            require(source.amount() >= 0, "amount", source.amount(), "give 0 or more");
            require(source.release() >= 0, "release", source.release(), "give step 0 or later");
            sources.add(source);
            return sources.size() - 1;
        }

        /** Adds a sink without limits; returns its number. */
        public int sink(int node) {
            return sink(new Sink(node, UNLIMITED, Profile.unlimited(), 0));
        }

        /** Adds a sink; returns its number. */
        public int sink(Sink sink) {
            requireNode(sink.node());
            require(sink.limit() >= 0, "limit", sink.limit(), "give 0 or more");
            sinks.add(sink);
            return sinks.size() - 1;
        }

        /** Replaces a sink. */
        public Builder sink(int number, Sink sink) {
            requireNode(sink.node());
            require(sink.limit() >= 0, "limit", sink.limit(), "give 0 or more");
            sinks.set(number, sink);
            return this;
        }

        public FlowProblem build() {
            return new FlowProblem(this);
        }

        private void requireNode(int node) {
            require(node >= 0 && node < nodes.size(), "node", node, "add the node before what uses it");
        }

        private static void require(boolean holds, String what, int value, String remedy) {
            if (!holds) {
                throw new IllegalArgumentException(what + " " + value + ": " + remedy);
            }
        }
    }
}
