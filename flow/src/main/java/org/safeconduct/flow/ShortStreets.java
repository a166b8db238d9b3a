package org.safeconduct.flow;

import java.util.Arrays;
import java.util.Optional;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;

/**
 * A problem with each street between two junctions made one arc, and without dead ends. What is lost is only that units can drive up and down a street, or into a dead end and back, to pass
 * the time. So there are two short problems: one where nobody can pass time at a junction, of which every flow is a flow of the whole problem, and one where any number can, for any
 * time, of which every cut is a cut of the whole problem. Where both have the same answer, it is that of the whole problem. Immutable.
 *
 * <pre>
 *   most in the short problem ≤ most in the whole problem ≤ most in the short problem with waiting
 * </pre>
 */
final class ShortStreets {
    /** Short problems pay where they have at most this part of the nodes. */
    private static final double WORTHWHILE = 0.5;

    final StreetGraph graph;
    final StreetRoles roles;
    final StreetChains chains;

    /** The short problem's number of each junction, and the node that each of its nodes is. */
    final int[] shortNode;

    final int[] wholeNode;

    /** The arc of the short problem that stands for each arc among others, and the steps from where that is entered; {@link StreetRoles#NONE} if none does. */
    final int[] shortArc;

    final int[] stepsIn;

    final FlowProblem problem;

    /** The same with waiting at the junctions that something was left out at. */
    final FlowProblem withWaiting;

    ShortStreets(FlowProblem whole) {
        this(new StreetGraph(whole));
    }

    private ShortStreets(StreetGraph graph) {
        this(graph, new StreetRoles(graph));
    }

    private ShortStreets(StreetGraph graph, StreetRoles roles) {
        this.graph = graph;
        this.roles = roles;
        this.chains = new StreetChains(graph, roles);
        this.shortNode = new int[graph.nodes];
        int size = 0;
        for (int node = 0; node < graph.nodes; node++) {
            shortNode[node] = roles.isJunction(node) ? size++ : StreetRoles.NONE;
        }
        this.wholeNode = new int[size];
        this.shortArc = new int[graph.tail.length];
        this.stepsIn = new int[graph.tail.length];
        Arrays.fill(shortArc, StreetRoles.NONE);
        FlowProblem.Builder builder = FlowProblem.over(graph.problem.horizon());
        addNodes(builder);
        addArcs(builder);
        addEnds(builder);
        this.problem = builder.build();
        this.withWaiting = withWaiting();
    }

    /** The short problems of a problem that is much longer; empty if it is not. */
    static Optional<ShortStreets> find(FlowProblem whole) {
        StreetGraph graph = new StreetGraph(whole);
        StreetRoles roles = new StreetRoles(graph);
        int junctions = 0;
        for (int node = 0; node < graph.nodes; node++) {
            junctions += roles.isJunction(node) ? 1 : 0;
        }
        return junctions <= WORTHWHILE * graph.nodes ? Optional.of(new ShortStreets(graph, roles)) : Optional.empty();
    }

    private void addNodes(FlowProblem.Builder builder) {
        for (int node = 0; node < graph.nodes; node++) {
            if (shortNode[node] != StreetRoles.NONE) {
                wholeNode[shortNode[node]] = node;
                builder.node(graph.problem.nodes().get(node));
            }
        }
    }

    private void addArcs(FlowProblem.Builder builder) {
        for (int a = 0; a < graph.tail.length; a++) {
            if (roles.isJunction(graph.tail[a]) && roles.isJunction(graph.head[a])) {
                Arc arc = graph.problem.arcs().get(a);
                shortArc[a] = builder.arc(shortNode[arc.tail()], shortNode[arc.head()], arc.transit(), arc.capacity());
            }
        }
        for (int chain = 0; chain < chains.size(); chain++) {
            addChain(builder, chain, true);
            addChain(builder, chain, false);
        }
    }

    private void addChain(FlowProblem.Builder builder, int chain, boolean isOnward) {
        int steps = chains.steps(chain, isOnward, 0);
        if (!chains.leads(chain, isOnward) || steps > graph.problem.horizon()) {
            return;
        }
        int from = shortNode[isOnward ? chains.from(chain) : chains.to(chain)];
        int to = shortNode[isOnward ? chains.to(chain) : chains.from(chain)];
        int tightest = chains.arc(chain, isOnward, chains.tightest(chain, isOnward));
        int made =
                builder.arc(from, to, steps, graph.problem.arcs().get(tightest).capacity());
        for (int i = 0; i < chains.length(chain); i++) {
            int arc = chains.arc(chain, isOnward, i);
            shortArc[arc] = made;
            stepsIn[arc] = steps - chains.steps(chain, isOnward, i);
        }
    }

    private void addEnds(FlowProblem.Builder builder) {
        for (Source source : graph.problem.sources()) {
            builder.source(new Source(shortNode[source.node()], source.amount(), source.release(), source.rank()));
        }
        for (Sink sink : graph.problem.sinks()) {
            builder.sink(new Sink(shortNode[sink.node()], sink.limit(), sink.rate(), sink.rank()));
        }
    }

    private FlowProblem withWaiting() {
        FlowProblem.Builder builder = problem.copyOver(problem.horizon());
        for (int arc = 0; arc < graph.tail.length; arc++) {
            letWait(builder, graph.tail[arc], graph.head[arc]);
            letWait(builder, graph.head[arc], graph.tail[arc]);
        }
        return builder.build();
    }

    private void letWait(FlowProblem.Builder builder, int node, int neighbour) {
        if (roles.isJunction(node) && !roles.isJunction(neighbour)) {
            builder.node(shortNode[node], new Node(FlowProblem.UNLIMITED, Profile.unlimited()));
        }
    }
}
