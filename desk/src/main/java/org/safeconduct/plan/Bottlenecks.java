package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Solution;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.Bottleneck.Kind;
import org.safeconduct.plan.Plan.Bottleneck.Side;

/**
 * Reads the last cuts of the binding bound as places and hours, and asks what a little more there would be worth.
 *
 * <p>A minimum cut need not be the only one. What lies in the cut nearest the destinations and in the one nearest the start is the bottleneck; what lies in one of them only is as tight,
 * but widening it alone gains nothing.
 */
final class Bottlenecks {

    /** One more vehicle a minute: what {@code worth} is the worth of. */
    static final double MORE_PER_HOUR = 60;

    /** More vehicles for a fleet: what {@code worth} is the worth of there. */
    static final int MORE_VEHICLES = 1;

    private static final int MOST_LISTED = 6;
    private static final int MOST_VALUED = 12;
    private static final int MOST_VALUED_ON_STREETS = 4;

    private record Place(Kind kind, String id) {}

    /** Steps and capacity of a place in a cut, and what it lets through whether it is in the cut or not. */
    private static final class Stretch {
        private int from = Integer.MAX_VALUE;
        private int to = -1;
        private long capacity;
        private final Set<Profile> profiles = new LinkedHashSet<>();

        void add(int first, int last, long units, Optional<Profile> through) {
            from = Math.min(from, first);
            to = Math.max(to, last);
            capacity += units;
            through.ifPresent(profiles::add);
        }

        /** Of streets in a row a cut may take now this one, now that one: what crosses it at one of them is less than that one takes. */
        double units() {
            return profiles.stream()
                    .mapToDouble(profile -> IntStream.rangeClosed(from, to)
                            .mapToObj(profile::rateAt)
                            .mapToDouble(rate -> (double) rate.units() / rate.perSteps())
                            .sum())
                    .max()
                    .orElse((double) capacity);
        }
    }

    private final CaseRun run;
    private final RoadNetwork network;
    private final List<Solution> binding;
    private final ToLongFunction<Change> gain;

    /**
     * @param gain people more in the plan if a change is made
     */
    Bottlenecks(CaseRun run, Relaxation bound, ToLongFunction<Change> gain) {
        this.run = run;
        this.network = run.network();
        this.binding = bound.binding();
        this.gain = gain;
    }

    /** What holds people back, what is worth most first; empty if everyone is out. */
    List<Bottleneck> list() {
        if (run.planned() == run.demand().people()) {
            return List.of();
        }
        boolean onStreets = network.scenario().roads().stream()
                .anyMatch(road -> road.street().isPresent());
        Map<Place, Stretch> nearEnd = new LinkedHashMap<>();
        Map<Place, Stretch> nearStart = new LinkedHashMap<>();
        for (Solution solution : binding) {
            cut(solution.problem(), solution.sinkSide(), nearEnd);
            cut(solution.problem(), solution.sourceSide(), nearStart);
        }
        Map<Place, Stretch> all = new LinkedHashMap<>(nearEnd);
        nearStart.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().kind() != Kind.PEOPLE)
                .map(entry -> new Found(entry.getKey(), entry.getValue(), side(entry.getKey(), nearEnd, nearStart)))
                .sorted(Comparator.comparing(Found::side).thenComparingLong(found -> -found.stretch().capacity))
                .limit(onStreets ? MOST_VALUED_ON_STREETS : MOST_VALUED) // each is planned anew
                .toList()
                .parallelStream()
                .map(found -> bottleneck(found.place(), found.stretch(), found.side()))
                .sorted(Comparator.comparing(Bottleneck::side)
                        .thenComparing(Comparator.comparingLong(
                                        (Bottleneck b) -> b.worth().orElse(0L))
                                .reversed())
                        .thenComparingDouble(Bottleneck::perHour)
                        .thenComparing(Bottleneck::id))
                .limit(MOST_LISTED)
                .toList();
    }

    /** A place in a cut, not valued yet. */
    private record Found(Place place, Stretch stretch, Side side) {}

    private static Side side(Place place, Map<Place, Stretch> nearEnd, Map<Place, Stretch> nearStart) {
        if (nearEnd.containsKey(place)) {
            return nearStart.containsKey(place) ? Side.BOTH_CUTS : Side.NEAR_DESTINATIONS;
        }
        return Side.NEAR_START;
    }

    private Bottleneck bottleneck(Place place, Stretch stretch, Side side) {
        Instant from = network.axis().at(stretch.from);
        Instant to = network.axis().at(stretch.to + 1);
        double hours = Duration.between(from, to).toMillis() / 3_600_000.0;
        return new Bottleneck(
                place.kind(),
                place.id(),
                side,
                from,
                to,
                Math.round(stretch.units() / hours * 10) / 10.0,
                worth(place));
    }

    private Optional<Long> worth(Place place) {
        return switch (place.kind()) {
            case ROAD -> Optional.of(gain.applyAsLong(new Change.RoadRate(place.id(), MORE_PER_HOUR)));
            case CHECKPOINT -> Optional.of(gain.applyAsLong(new Change.CheckpointRate(place.id(), MORE_PER_HOUR)));
            case VEHICLES -> Optional.of(gain.applyAsLong(new Change.Vehicles(place.id(), MORE_VEHICLES)));
            case SETTING_OUT, HALT, PEOPLE, RECEPTION -> Optional.empty();
        };
    }

    /** Everything that leads across the cut of the last step, by place. */
    private void cut(FlowProblem problem, CutFamily cuts, Map<Place, Stretch> across) {
        for (org.safeconduct.flow.Bottleneck.CutArc arc : org.safeconduct.flow.Bottleneck.of(problem, cuts)) {
            if (arc.capacity() > 0) {
                Stretch stretch = across.computeIfAbsent(place(problem, arc), place -> new Stretch());
                stretch.add(
                        Math.max(TimeAxis.LEAD, arc.from()),
                        Math.max(TimeAxis.LEAD, arc.to()),
                        arc.capacity(),
                        profile(problem, arc));
            }
        }
    }

    /** What it lets through by the step; empty for what holds for all steps together. */
    private static Optional<Profile> profile(FlowProblem problem, org.safeconduct.flow.Bottleneck.CutArc arc) {
        return switch (arc.kind()) {
            case ROAD -> Optional.of(problem.arcs().get(arc.item()).capacity());
            case THROUGHPUT -> Optional.of(problem.nodes().get(arc.item()).throughput());
            case SINK_RATE -> Optional.of(problem.sinks().get(arc.item()).rate());
            case WAITING_ROOM, SINK_LIMIT, SOURCE_AMOUNT -> Optional.empty();
        };
    }

    private Place place(FlowProblem problem, org.safeconduct.flow.Bottleneck.CutArc arc) {
        return switch (arc.kind()) {
            case ROAD -> road(network.way(arc.item()));
            case THROUGHPUT, WAITING_ROOM -> node(arc.item());
            case SINK_RATE, SINK_LIMIT ->
                new Place(Kind.RECEPTION, place(problem.sinks().get(arc.item()).node()));
            case SOURCE_AMOUNT -> node(problem.sources().get(arc.item()).node());
        };
    }

    private static Place road(RoadNetwork.Way way) {
        return switch (way) {
            case RoadNetwork.Way.Drive drive -> new Place(Kind.ROAD, drive.segment());
            case RoadNetwork.Way.SettingOut out -> new Place(Kind.SETTING_OUT, out.assembly());
            case RoadNetwork.Way.Assigning assigning -> new Place(Kind.VEHICLES, assigning.fleet());
            case RoadNetwork.Way.Joining joining -> new Place(Kind.PEOPLE, joining.who());
        };
    }

    private Place node(int node) {
        return switch (network.meaning(node)) {
            case RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving) ->
                new Place(Kind.CHECKPOINT, checkpoint);
            case RoadNetwork.Node.Pool(String fleet) -> new Place(Kind.VEHICLES, fleet);
            case RoadNetwork.Node.Gathering(String assembly) -> new Place(Kind.PEOPLE, assembly);
            case RoadNetwork.Node.AtPlace(String place) -> new Place(Kind.HALT, place);
            case RoadNetwork.Node.UnderWay(String who, int to, boolean stands) -> new Place(Kind.PEOPLE, who);
        };
    }

    private String place(int node) {
        String place = network.meaning(node) instanceof RoadNetwork.Node.AtPlace(String id) ? id : "";
        return network.scenario().destinations().stream()
                .filter(d -> d.place().equals(place))
                .findFirst()
                .map(d -> d.id())
                .orElse(place);
    }
}
