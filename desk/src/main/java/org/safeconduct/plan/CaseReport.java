package org.safeconduct.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;

/** Tells a finished run row by row: who is out, who is left and why, what happens where. */
final class CaseReport {

    private static final int MOST_CURVE_POINTS = 1500;

    /** A curve with fewer points leaves none out. */
    static final int LEAST_OF_A_LONG_CURVE = MOST_CURVE_POINTS / 2;

    private final CaseRun run;
    private final RoadNetwork network;
    private final Relaxation bound;
    private final Stranded stranded;
    private final Map<List<Integer>, BitSet[]> leading = new HashMap<>();

    CaseReport(CaseRun run, Relaxation bound) {
        this.run = run;
        this.network = run.network();
        this.bound = bound;
        this.stranded = new Stranded(run);
    }

    Plan.CasePlan tell(Relaxation outer, List<Plan.Bottleneck> bottlenecks, List<Plan.Lever> levers) {
        Optional<Plan.Replanned> told = run.start().past().map(past -> new Interruption(run, past).tell());
        long[] planned = run.curve();
        boolean optimal = Arrays.equals(planned, bound.curve());
        RouteBook book = new RouteBook(network, run.movements(), run.start().step());
        return new Plan.CasePlan(
                network.numbers().range(),
                optimal,
                run.demand().people(),
                run.planned(),
                bound.end(),
                bound.name(),
                outer.end(),
                curve(planned),
                network.scenario().assemblies().stream().map(this::assembly).toList(),
                network.version().destinations().stream().map(this::destination).toList(),
                modes(),
                book.routes(),
                book.departures(),
                run.lifts(),
                book.passages(),
                checkpoints(),
                bottlenecks,
                levers,
                stranded.rows(),
                book.journeys(),
                run.aidRows(),
                told);
    }

    private List<Plan.CurvePoint> curve(long[] planned) {
        List<Plan.CurvePoint> points = new ArrayList<>();
        for (int k = TimeAxis.LEAD; k < planned.length; k++) {
            boolean changes = planned[k] != planned[k - 1] || bound.curve()[k] != bound.curve()[k - 1];
            if (changes || k == TimeAxis.LEAD || k == planned.length - 1) {
                points.add(new Plan.CurvePoint(at(k), planned[k], bound.curve()[k]));
            }
        }
        return thinned(points);
    }

    /** Keeps a long curve readable: every n-th point, and always the last. */
    private static List<Plan.CurvePoint> thinned(List<Plan.CurvePoint> points) {
        int every = Math.ceilDiv(points.size(), MOST_CURVE_POINTS);
        List<Plan.CurvePoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % every == 0 || i == points.size() - 1) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private Plan.AssemblyRow assembly(Assembly assembly) {
        List<Movement> out = run.movements().stream()
                .filter(m -> m.assembly().equals(assembly.id()))
                .toList();
        List<Demand.Cell> cells = run.demand().cells().stream()
                .filter(c -> c.assembly().id().equals(assembly.id()))
                .toList();
        long expected = cells.stream().mapToLong(Demand.Cell::people).sum();
        long people = out.stream().mapToLong(Movement::people).sum();
        int needs = cells.stream().mapToInt(c -> c.needs().total()).sum();
        int needsLeft = run.seats().needsWaiting(assembly.id());
        return new Plan.AssemblyRow(
                assembly.id(),
                expected,
                people,
                expected - people,
                whyLeft(assembly, cells, out),
                out.stream().map(m -> m.setOut()).min(Integer::compare).map(this::at),
                out.stream().map(m -> m.setOut()).max(Integer::compare).map(this::at),
                lastUseful(assembly, cells),
                needs - needsLeft,
                needsLeft);
    }

    private List<Plan.Left> whyLeft(Assembly assembly, List<Demand.Cell> cells, List<Movement> out) {
        long elsewhere = cells.stream()
                .filter(c -> !c.canTravel())
                .mapToLong(Demand.Cell::people)
                .sum();
        long withCar = cells.stream()
                .filter(Demand.Cell::canTravel)
                .mapToLong(Demand.Cell::withCar)
                .sum();
        long withoutCar = cells.stream()
                .filter(Demand.Cell::canTravel)
                .mapToLong(Demand.Cell::withoutCar)
                .sum();
        long byCar = out.stream()
                .filter(m -> m.mode() == Plan.Mode.OWN_CAR)
                .mapToLong(Movement::people)
                .sum();
        long provided = out.stream()
                .filter(m -> m.mode() == Plan.Mode.PROVIDED_VEHICLE)
                .mapToLong(Movement::people)
                .sum();
        boolean served =
                network.scenario().fleets().stream().anyMatch(f -> f.serves().contains(assembly.id()));
        List<Plan.Left> reasons = new ArrayList<>();
        reasons.add(new Plan.Left(Plan.Why.DESTINATION_NOT_ON_THIS_VERSION, elsewhere));
        reasons.add(new Plan.Left(Plan.Why.CAR_NOT_THROUGH_IN_TIME, withCar - byCar));
        reasons.add(new Plan.Left(
                served ? Plan.Why.NO_PLACE_IN_A_VEHICLE_IN_TIME : Plan.Why.NO_VEHICLE_STATED, withoutCar - provided));
        return reasons.stream()
                .filter(reason -> reason.people() > 0)
                .sorted((a, b) -> Long.compare(b.people(), a.people()))
                .toList();
    }

    private Optional<Instant> lastUseful(Assembly assembly, List<Demand.Cell> cells) {
        List<Integer> targets = cells.stream()
                .flatMap(cell -> cell.destinations().stream())
                .distinct()
                .map(id -> network.place(getDestination(id).place()))
                .toList();
        BitSet[] able = leading.computeIfAbsent(targets, ends -> Reach.to(network.problem(), ends));
        int last = able[network.getNode(new RoadNetwork.Node.Gathering(assembly.id()))].length() - 1;
        return last < 0 ? Optional.empty() : Optional.of(at(last + 1));
    }

    private Plan.DestinationRow destination(String id) {
        List<Movement> in =
                run.movements().stream().filter(m -> m.destination().equals(id)).toList();
        return new Plan.DestinationRow(
                id,
                in.stream().mapToLong(Movement::people).sum(),
                in.stream().mapToLong(Movement::vehicles).sum(),
                getDestination(id)
                        .reception()
                        .map(figure -> Math.round(network.numbers().most(figure))),
                in.stream().map(m -> m.arrival()).min(Integer::compare).map(this::at),
                in.stream().map(m -> m.arrival()).max(Integer::compare).map(this::at));
    }

    private List<Plan.ModeRow> modes() {
        return run.movements().stream()
                .map(m -> m.mode() + "\u0000" + m.name())
                .distinct()
                .map(key -> {
                    List<Movement> of = run.movements().stream()
                            .filter(m -> (m.mode() + "\u0000" + m.name()).equals(key))
                            .toList();
                    return new Plan.ModeRow(
                            of.getFirst().mode(),
                            of.getFirst().name(),
                            of.stream().mapToLong(Movement::people).sum(),
                            of.stream().mapToLong(Movement::vehicles).sum());
                })
                .toList();
    }

    private List<Plan.CheckpointRow> checkpoints() {
        return network.scenario().checkpoints().stream()
                .filter(post -> network.version().silence().containsKey(post.segment()))
                .map(this::checkpoint)
                .toList();
    }

    private Plan.CheckpointRow checkpoint(Checkpoint post) {
        long through = 0;
        long longest = 0;
        int longestAt = -1;
        for (boolean leaving : new boolean[] {false, true}) {
            Optional<Integer> node = network.findNode(new RoadNetwork.Node.BeforeCheckpoint(post.id(), leaving));
            if (node.isPresent()) {
                through += Arrays.stream(run.passing(node.get())).asLongStream().sum();
                int[] waiting = run.waiting(node.get());
                for (int k = 0; k < waiting.length; k++) {
                    if (waiting[k] > longest) {
                        longest = waiting[k];
                        longestAt = k;
                    }
                }
            }
        }
        Simulation.Post came = stranded.post(post.id());
        Optional<Instant> when = longestAt < 0 ? Optional.empty() : Optional.of(at(longestAt));
        return new Plan.CheckpointRow(
                post.id(),
                through,
                through,
                longest,
                when,
                came.entered,
                came.left,
                came.held,
                came.turnedBack,
                came.longestQueue);
    }

    private Scenario.Destination getDestination(String id) {
        return network.scenario().getDestination(id);
    }

    private Instant at(int step) {
        return network.axis().at(step);
    }
}
