package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Timetable;
import org.safeconduct.scenario.Scenario;

/**
 * The plan of one scenario and what became of it in the simulator.
 *
 * @param scenario id
 * @param timetable what was planned
 * @param traffic what was sent
 * @param seen by kind of simulation, those that were run
 */
record SumoCase(String scenario, Timetable timetable, SumoTraffic traffic, Map<SumoRun.Kind, SumoRun.Seen> seen) {

    /**
     * What to run.
     *
     * @param kinds of simulation
     * @param seed of the simulator
     */
    record Options(List<SumoRun.Kind> kinds, int seed) {}

    /** Plans the first version of a scenario that lies on streets and simulates it in a folder. */
    static SumoCase run(Scenario scenario, Path folder, Options options) throws IOException, InterruptedException {
        Scenario.Version version = scenario.versions().getFirst();
        Timetable timetable = Timetable.of(scenario, version);
        SumoTraffic traffic = new SumoTraffic(scenario, timetable);
        SumoRun run = new SumoRun(folder, new SumoNetwork(scenario, version), traffic);
        Map<SumoRun.Kind, SumoRun.Seen> seen = new TreeMap<>();
        for (SumoRun.Kind kind : options.kinds()) {
            System.err.println(
                    scenario.id() + ": " + kind + ", " + traffic.vehicles().size() + " vehicles");
            seen.put(kind, run.simulate(kind, options.seed()));
        }
        return new SumoCase(scenario.id(), timetable, traffic, seen);
    }

    /** Arrivals side by side. */
    QuarterHours quarterHours(SumoRun.Kind kind) {
        List<QuarterHours.Arrival> planned = new ArrayList<>();
        List<QuarterHours.Arrival> simulated = new ArrayList<>();
        double[] arrivals = getSeen(kind).arrivals();
        for (int i = 0; i < arrivals.length; i++) {
            SumoTraffic.Vehicle vehicle = traffic.vehicles().get(i);
            planned.add(new QuarterHours.Arrival(
                    vehicle.people(), traffic.after(vehicle.planned().arrival())));
            simulated.add(new QuarterHours.Arrival(vehicle.people(), arrivals[i]));
        }
        double horizon = Duration.between(timetable.start(), timetable.end()).toSeconds();
        return QuarterHours.of(planned, simulated, horizon);
    }

    /** Seconds by which vehicles that arrived were late, in growing order; negative if early. */
    List<Double> lateness(SumoRun.Kind kind) {
        List<Double> late = new ArrayList<>();
        double[] arrivals = getSeen(kind).arrivals();
        for (int i = 0; i < arrivals.length; i++) {
            if (!Double.isNaN(arrivals[i])) {
                late.add(arrivals[i]
                        - traffic.after(traffic.vehicles().get(i).planned().arrival()));
            }
        }
        late.sort(Double::compare);
        return late;
    }

    SumoRun.Seen getSeen(SumoRun.Kind kind) {
        SumoRun.Seen found = seen.get(kind);
        if (found == null) {
            throw new IllegalStateException(kind + " was not run");
        }
        return found;
    }

    /** How many vehicles are buses and the like. */
    long buses() {
        return traffic.vehicles().stream()
                .filter(vehicle -> vehicle.planned().mode() == Plan.Mode.PROVIDED_VEHICLE)
                .count();
    }
}
