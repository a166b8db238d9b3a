package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Solution;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.Bottleneck.Kind;
import org.safeconduct.plan.Plan.Bottleneck.Side;

/**
 * Reads the last cut of all vehicles together as places and hours, and asks what a little more there would be worth.
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

    private record Place(Kind kind, String id) {}

    /** Steps and capacity of a place in a cut. */
    private static final class Stretch {
        private int from = Integer.MAX_VALUE;
        private int to = -1;
        private long capacity;

        void add(int step, long units) {
            from = Math.min(from, step);
            to = Math.max(to, step);
            capacity += units;
        }
    }

    private final CaseRun run;
    private final RoadNetwork network;
    private final FlowProblem problem;
    private final Solution together;
    private final ToLongFunction<Change> gain;

    /**
     * @param gain people more in the plan if a change is made
     */
    Bottlenecks(CaseRun run, Relaxation bound, ToLongFunction<Change> gain) {
        this.run = run;
        this.network = run.network();
        this.together = bound.together();
        this.problem = together.problem();
        this.gain = gain;
    }

    /** What holds people back, the least capacity first; empty if everyone is out. */
    List<Bottleneck> list() {
        if (run.planned() == run.demand().people()) {
            return List.of();
        }
        Map<Place, Stretch> nearEnd = cut(together.sinkSide());
        Map<Place, Stretch> nearStart = cut(together.sourceSide());
        Map<Place, Stretch> all = new LinkedHashMap<>(nearEnd);
        nearStart.forEach(all::putIfAbsent);
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().kind() != Kind.PEOPLE)
                .map(entry -> bottleneck(entry.getKey(), entry.getValue(), side(entry.getKey(), nearEnd, nearStart)))
                .sorted(Comparator.comparing(Bottleneck::side).thenComparingDouble(Bottleneck::perHour).thenComparing(Bottleneck::id))
                .limit(MOST_LISTED)
                .toList();
    }

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
        return new Bottleneck(place.kind(), place.id(), side, from, to, Math.round(stretch.capacity / hours * 10) / 10.0, worth(place));
    }

    private Optional<Long> worth(Place place) {
        return switch (place.kind()) {
            case ROAD -> Optional.of(gain.applyAsLong(new Change.RoadRate(place.id(), MORE_PER_HOUR)));
            case CHECKPOINT -> Optional.of(gain.applyAsLong(new Change.CheckpointRate(place.id(), MORE_PER_HOUR)));
            case VEHICLES -> Optional.of(gain.applyAsLong(new Change.Vehicles(place.id(), MORE_VEHICLES)));
            case SETTING_OUT, PEOPLE, RECEPTION -> Optional.empty();
        };
    }

    /** Everything that leads across the cut of the last step, by place. */
    private Map<Place, Stretch> cut(CutFamily cuts) {
        int end = problem.horizon();
        int[][] queue = labels(cuts.queue());
        int[][] gate = labels(cuts.gate());
        Map<Place, Stretch> across = new LinkedHashMap<>();
        for (int node = 0; node < queue.length; node++) {
            Profile throughput = problem.nodes().get(node).throughput();
            if (throughput.isUnlimited()) {
                gate[node] = queue[node];
            } else {
                cross(across, throughput, queue[node], gate[node], 0, meaning(node));
            }
        }
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            FlowProblem.Arc road = problem.arcs().get(arc);
            cross(across, road.capacity(), gate[road.tail()], queue[road.head()], road.transit(), meaning(network.way(arc)));
        }
        for (int source = 0; source < cuts.sources().length; source++) {
            if (cuts.sources()[source] <= end) {
                stock(across, source);
            }
        }
        return across;
    }

    private void stock(Map<Place, Stretch> across, int source) {
        FlowProblem.Source stock = problem.sources().get(source);
        across.computeIfAbsent(meaning(stock.node()), place -> new Stretch()).add(Math.min(problem.horizon(), stock.release() + TimeAxis.LEAD), stock.amount());
    }

    private void cross(Map<Place, Stretch> across, Profile capacity, int[] tail, int[] head, int transit, Place place) {
        int end = problem.horizon();
        for (int step = 0; step + transit <= end; step++) {
            boolean crosses = tail[step] > end && head[step + transit] <= end;
            if (crosses && capacity.rateAt(step).units() > 0) {
                across.computeIfAbsent(place, p -> new Stretch()).add(step, capacity.at(step));
            }
        }
    }

    private int[][] labels(List<CutFamily.LabelRun> runs) {
        int[][] labels = new int[problem.nodes().size()][problem.horizon() + 1];
        for (int[] row : labels) {
            Arrays.fill(row, CutFamily.NEVER);
        }
        for (CutFamily.LabelRun run : runs) {
            for (int step = run.from(); step <= run.to(); step++) {
                labels[run.node()][step] = run.label() + run.rise() * (step - run.from());
            }
        }
        return labels;
    }

    private static Place meaning(RoadNetwork.Way way) {
        return switch (way) {
            case RoadNetwork.Way.Drive drive -> new Place(Kind.ROAD, drive.segment());
            case RoadNetwork.Way.SettingOut out -> new Place(Kind.SETTING_OUT, out.assembly());
            case RoadNetwork.Way.Assigning assigning -> new Place(Kind.VEHICLES, assigning.fleet());
        };
    }

    private Place meaning(int node) {
        return switch (network.meaning(node)) {
            case RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving) -> new Place(Kind.CHECKPOINT, checkpoint);
            case RoadNetwork.Node.Pool(String fleet) -> new Place(Kind.VEHICLES, fleet);
            case RoadNetwork.Node.Gathering(String assembly) -> new Place(Kind.PEOPLE, assembly);
            case RoadNetwork.Node.AtPlace(String place) -> new Place(Kind.ROAD, place);
        };
    }
}
