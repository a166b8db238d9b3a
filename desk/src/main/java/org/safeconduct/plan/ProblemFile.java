package org.safeconduct.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/**
 * {@code problem.json}: the discretised problems a plan answers, as the checker reads them ({@code spec/plan.md}).
 *
 * @param format always {@link #FORMAT}
 * @param scenario id of the scenario
 * @param scenarioHash SHA-256 of its files
 * @param label who may see it
 * @param notice what it does not say
 * @param networks one per version, end of the ranges and rounding
 */
record ProblemFile(
        String format, String scenario, String scenarioHash, String label, String notice, List<NetworkPart> networks) {

    static final String FORMAT = "safeconduct-problem/3";

    /** Written for a number without limit. */
    static final int UNLIMITED = -1;

    /**
     * Roads in steps, and who is planned on them.
     *
     * @param id such as {@code ua.low.plan}
     * @param start the moment of step 0
     * @param stepMillis length of a step
     * @param horizon last step
     * @param nodes in order of their numbers
     * @param arcs in order of their numbers
     * @param sources {@code [node, amount, release, rank]} each; of the plan, empty for an outer problem
     * @param sinks of the plan
     * @param classes of the plan: which sources and sinks belong together
     * @param kinds what the bounds are made of
     * @param people who are expected and have not arrived before
     * @param receptionCap most people all destinations together take in after that, or −1
     * @param from first step that can still be decided; 0 in the morning
     * @param arrived people who arrived before
     * @param underWay who was on the road then
     */
    record NetworkPart(
            String id,
            Instant start,
            long stepMillis,
            int horizon,
            List<NodePart> nodes,
            List<ArcPart> arcs,
            List<int[]> sources,
            List<SinkPart> sinks,
            List<ClassPart> classes,
            List<KindPart> kinds,
            long people,
            long receptionCap,
            int from,
            long arrived,
            UnderWayPart underWay) {

        NetworkPart with(UnderWayPart onRoad) {
            return new NetworkPart(
                    id,
                    start,
                    stepMillis,
                    horizon,
                    nodes,
                    arcs,
                    sources,
                    sinks,
                    classes,
                    kinds,
                    people,
                    receptionCap,
                    from,
                    arrived,
                    onRoad);
        }

        /** The problem the plan's layers are flows of. */
        FlowProblem problem() {
            FlowProblem.Builder builder = roads();
            sources.forEach(s -> builder.source(new FlowProblem.Source(s[0], s[1], s[2], s[3])));
            sinks.forEach(
                    s -> builder.sink(new FlowProblem.Sink(s.node(), limit(s.limit()), profile(s.rate()), s.rank())));
            return builder.build();
        }

        /** The relaxed problem of all kinds: their vehicles, ending at any of their destinations without limit. */
        FlowProblem together() {
            FlowProblem.Builder builder = roads();
            kinds.forEach(kind ->
                    kind.sources().forEach(s -> builder.source(new FlowProblem.Source(s[0], s[1], s[2], s[3]))));
            kinds.stream()
                    .flatMapToInt(kind -> kind.sinks().stream().mapToInt(SinkPart::node))
                    .distinct()
                    .sorted()
                    .forEach(builder::sink);
            return builder.build();
        }

        /** The relaxed problem of one kind alone; {@code totals}: with what its destinations take in altogether. */
        FlowProblem alone(KindPart kind, boolean totals) {
            FlowProblem.Builder builder = roads();
            kind.sources().forEach(s -> builder.source(new FlowProblem.Source(s[0], s[1], s[2], s[3])));
            kind.sinks()
                    .forEach(s -> builder.sink(new FlowProblem.Sink(
                            s.node(), totals ? limit(s.limit()) : FlowProblem.UNLIMITED, profile(s.rate()), s.rank())));
            return builder.build();
        }

        private FlowProblem.Builder roads() {
            FlowProblem.Builder builder = FlowProblem.over(horizon);
            nodes.forEach(node -> builder.node(new FlowProblem.Node(limit(node.room()), profile(node.throughput()))));
            arcs.forEach(arc -> builder.arc(arc.tail(), arc.head(), arc.transit(), profile(arc.capacity())));
            return builder;
        }
    }

    /** {@code room} −1: without limit. Profiles are {@code [fromStep, units, perSteps]}; units −1: without limit. */
    record NodePart(String name, int room, List<int[]> throughput) {}

    record ArcPart(String name, int tail, int head, int transit, List<int[]> capacity) {}

    record SinkPart(int node, int limit, List<int[]> rate, int rank) {}

    record ClassPart(String name, List<Integer> sources, List<Integer> sinks) {}

    /** Vehicles that carry the same number of people; {@code sources} as above, ranks without meaning. */
    record KindPart(double perVehicle, long people, List<int[]> sources, List<SinkPart> sinks) {

        long vehicles() {
            return sources.stream().mapToLong(s -> s[1]).sum();
        }
    }

    static NetworkPart part(
            String id, RoadNetwork network, FlowProblem joint, List<Ledger.Layer> layers, Relaxation bound) {
        TimeAxis axis = network.axis();
        List<NodePart> nodes = new ArrayList<>();
        for (int node = 0; node < joint.nodes().size(); node++) {
            FlowProblem.Node n = joint.nodes().get(node);
            nodes.add(new NodePart(NodeNames.of(network, node), number(n.room()), pieces(n.throughput())));
        }
        List<ArcPart> arcs = new ArrayList<>();
        for (int arc = 0; arc < joint.arcs().size(); arc++) {
            FlowProblem.Arc a = joint.arcs().get(arc);
            arcs.add(new ArcPart(NodeNames.ofArc(network, arc), a.tail(), a.head(), a.transit(), pieces(a.capacity())));
        }
        return new NetworkPart(
                id,
                axis.start(),
                axis.step().toMillis(),
                axis.horizon(),
                nodes,
                arcs,
                joint.sources().stream().map(ProblemFile::source).toList(),
                joint.sinks().stream().map(ProblemFile::sink).toList(),
                layers.stream()
                        .map(layer -> new ClassPart(layer.name(), layer.sources(), layer.sinks()))
                        .toList(),
                bound.kinds().stream()
                        .map(kind -> new KindPart(
                                kind.perVehicle(),
                                kind.people(),
                                kind.sources().stream().map(ProblemFile::source).toList(),
                                kind.sinks().stream().map(ProblemFile::sink).toList()))
                        .toList(),
                bound.people(),
                bound.receptionCap(),
                bound.step(),
                bound.arrived(),
                UnderWayPart.NONE);
    }

    private static int[] source(FlowProblem.Source s) {
        return new int[] {s.node(), s.amount(), s.release(), s.rank()};
    }

    private static SinkPart sink(FlowProblem.Sink s) {
        return new SinkPart(s.node(), number(s.limit()), pieces(s.rate()), s.rank());
    }

    private static int number(int limit) {
        return limit == FlowProblem.UNLIMITED ? UNLIMITED : limit;
    }

    private static int limit(int number) {
        return number == UNLIMITED ? FlowProblem.UNLIMITED : number;
    }

    private static List<int[]> pieces(Profile profile) {
        return profile.pieces().stream().map(ProblemFile::piece).toList();
    }

    /** Three numbers, and a fourth if the rate is ahead. */
    private static int[] piece(Profile.Piece piece) {
        Rate rate = piece.rate();
        int units = number(rate.units());
        return rate.ahead() == 0
                ? new int[] {piece.fromStep(), units, rate.perSteps()}
                : new int[] {piece.fromStep(), units, rate.perSteps(), rate.ahead()};
    }

    /** Vehicles that may enter an arc in a step. */
    static long unitsIn(ArcPart arc, int step) {
        Rate rate = profile(arc.capacity()).rateAt(step);
        return rate.isUnlimited() ? FlowProblem.UNLIMITED : rate.at(step);
    }

    private static Profile profile(List<int[]> pieces) {
        return new Profile(pieces.stream()
                .map(p -> new Profile.Piece(p[0], new Rate(limit(p[1]), p[2], p.length > 3 ? p[3] : 0)))
                .toList());
    }
}
