package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;

/**
 * The plan of record vehicle by vehicle: finer than the departure sheet, for those who carry it out in a simulator.
 *
 * <pre>{@code
 * Timetable.of(scenario, version).drives().getFirst().segments();   // [w4711, w12.2, …]
 * }</pre>
 *
 * Only people on their way out are told; a fleet's drives without them are not.
 *
 * @param start the first moment of the horizon
 * @param end the last moment in which anyone can arrive
 * @param step length of a planning step: vehicles of one drive set out at any time within it
 * @param people who want to leave
 * @param drives by kind of vehicle, then time
 */
public record Timetable(Instant start, Instant end, Duration step, long people, List<Drive> drives) {

    /**
     * Vehicles that set out in one step and drive the same way.
     *
     * @param mode how people travel
     * @param assembly id
     * @param destination id
     * @param vehicles how many
     * @param people in all of them
     * @param stops places in order, the first where they set out, the last where they arrive
     * @param segments ids of the segments between them, one fewer than stops
     */
    public record Drive(
            Plan.Mode mode,
            String assembly,
            String destination,
            int vehicles,
            long people,
            List<Plan.Stop> stops,
            List<String> segments) {

        /** When they set out. */
        public Instant departure() {
            return stops.getFirst().left();
        }

        /** When they arrive. */
        public Instant arrival() {
            return stops.getLast().left();
        }
    }

    /** Plans one version at the low end of the ranges, without its bounds, and tells every drive. */
    public static Timetable of(Scenario scenario, Scenario.Version version) {
        CaseRun run = CaseRun.of(scenario, version, new Case(Range.LOW, Case.Rounding.PLAN));
        TimeAxis axis = run.network().axis();
        List<Drive> drives = new ArrayList<>();
        run.movements().forEach(movement -> drives.add(drive(run.network(), movement)));
        return new Timetable(
                axis.at(TimeAxis.LEAD),
                axis.at(axis.horizon()),
                axis.step(),
                run.demand().people(),
                List.copyOf(drives));
    }

    private static Drive drive(RoadNetwork network, Movement movement) {
        Itinerary itinerary = Itinerary.of(network, movement);
        return new Drive(
                movement.mode(),
                movement.assembly(),
                movement.destination(),
                movement.vehicles(),
                movement.people(),
                itinerary.times(network.axis()),
                itinerary.segments());
    }
}
