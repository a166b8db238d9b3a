package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.plan.Plan.Stranding.Discipline;

/** Runs the simulation for both disciplines and every delay. */
final class Stranded {

    /** Delays reported: none, half an hour, one hour, two hours. */
    static final List<Duration> DELAYS =
            List.of(Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));

    private final CaseRun run;
    private final RoadNetwork network;
    private final List<Plan.Stranding> rows = new ArrayList<>();
    private Map<String, Simulation.Post> asTheyCome = Map.of();

    Stranded(CaseRun run) {
        this.run = run;
        this.network = run.network();
        Demand home = run.start().home();
        double noVehicle = Math.max(0, withoutCar(home) - setOut(Plan.Mode.PROVIDED_VEHICLE));
        double notPlanned = Math.max(0, home.people() - setOut(Plan.Mode.PROVIDED_VEHICLE) - setOut(Plan.Mode.OWN_CAR));
        for (Duration late : DELAYS) {
            rows.add(simulate(sheet(late)).result(Discipline.BY_THE_SHEET, late, notPlanned));
        }
        for (Duration late : DELAYS) {
            Simulation simulation = simulate(comers(late));
            if (late.isZero()) {
                asTheyCome = simulation.posts();
            }
            rows.add(simulation.result(Discipline.AS_THEY_COME, late, noVehicle + withoutWay()));
        }
    }

    private static long withoutCar(Demand home) {
        return home.people()
                - home.cells().stream().mapToLong(Demand.Cell::withCar).sum();
    }

    /** People who are to set out from home. */
    private long setOut(Plan.Mode mode) {
        return run.ahead().stream()
                .filter(m -> m.mode() == mode && !isUnderWay(m))
                .mapToLong(Movement::people)
                .sum();
    }

    List<Plan.Stranding> rows() {
        return List.copyOf(rows);
    }

    /** What checkpoints see if everyone comes on time and as they can. */
    Simulation.Post post(String checkpoint) {
        return asTheyCome.getOrDefault(checkpoint, new Simulation.Post());
    }

    private Simulation simulate(List<Simulation.Group> groups) {
        Simulation simulation = new Simulation(network);
        simulation.arrivedBefore(run.arrivedBefore());
        run.stranded()
                .forEach(way ->
                        simulation.stand(way.spot().node(), way.movement().people()));
        run.stuck()
                .forEach(one -> simulation.stand(
                        one.way().spot().node(), one.way().movement().people()));
        simulation.run(groups);
        return simulation;
    }

    private double withoutWay() {
        return run.start().home().cells().stream()
                .filter(cell -> way(cell).isEmpty())
                .mapToLong(Demand.Cell::withCar)
                .sum();
    }

    private List<Simulation.Group> sheet(Duration late) {
        return run.ahead().stream().map(movement -> shifted(movement, late)).toList();
    }

    /** Everybody with a car sets out as soon as they may; provided vehicles keep their sheet. */
    private List<Simulation.Group> comers(Duration late) {
        List<Simulation.Group> groups = new ArrayList<>();
        run.ahead().stream()
                .filter(m -> m.mode() == Plan.Mode.PROVIDED_VEHICLE || isUnderWay(m))
                .map(m -> shifted(m, late))
                .forEach(groups::add);
        run.start().home().cells().stream()
                .filter(cell -> cell.cars() > 0)
                .forEach(cell -> way(cell).ifPresent(way -> {
                    int[] notBefore = new int[way.length];
                    int from = Math.max(
                            run.start().step(),
                            network.axis().notBefore(cell.assembly().from()));
                    notBefore[0] =
                            Math.max(0, Math.toIntExact(from + network.axis().up(late)) - 1);
                    groups.add(new Simulation.Group(
                            cell.assembly().id(),
                            way,
                            notBefore,
                            cell.cars(),
                            (double) cell.withCar() / cell.cars(),
                            false));
                }));
        return groups;
    }

    private Simulation.Group shifted(Movement movement, Duration late) {
        return group(network, movement, Math.toIntExact(network.axis().up(late)));
    }

    /** A movement as vehicles to drive, those not under way so many steps late. */
    static Simulation.Group group(RoadNetwork network, Movement movement, int late) {
        FlowProblem problem = network.problem();
        int delay = isUnderWay(network, movement) ? 0 : late;
        int[] arcs = new int[movement.legs().size()];
        int[] notBefore = new int[arcs.length];
        int step = movement.began();
        for (int i = 0; i < arcs.length; i++) {
            Departure.Leg leg = movement.legs().get(i);
            step += leg.waitBefore();
            arcs[i] = leg.arc();
            notBefore[i] = step + delay;
            step += problem.arcs().get(leg.arc()).transit();
        }
        return new Simulation.Group(
                movement.assembly(),
                arcs,
                notBefore,
                movement.vehicles(),
                (double) movement.people() / movement.vehicles(),
                isUnderWay(network, movement));
    }

    private boolean isUnderWay(Movement movement) {
        return isUnderWay(network, movement);
    }

    private static boolean isUnderWay(RoadNetwork network, Movement movement) {
        return !(network.meaning(movement.node()) instanceof RoadNetwork.Node.Gathering);
    }

    /** The way most people of an assembly take in the plan to where these want to go; the quickest one if the plan has none. */
    private Optional<int[]> way(Demand.Cell cell) {
        return run.movements().stream()
                .filter(m -> m.assembly().equals(cell.assembly().id())
                        && cell.destinations().contains(m.destination())
                        && m.began() >= run.start().step() - 1
                        && !isUnderWay(m))
                .max(Comparator.comparingLong(Movement::people)
                        .thenComparing(Movement::setOut, Comparator.reverseOrder()))
                .map(m -> m.legs().stream().mapToInt(Departure.Leg::arc).toArray())
                .or(() -> ShortestWay.of(network, cell.assembly().id(), cell.destinations()));
    }
}
