package org.safeconduct.plan;

import java.util.List;
import org.safeconduct.scenario.Scenario;

/**
 * The plan itself, before anything is said about it: inbound aid first, then provided vehicles fleet by fleet, then people's own cars, each on what the others left.
 *
 * @param network the roads, and the numbers they were made with
 * @param demand who wanted to leave
 * @param ledger what is used when, layer by layer
 * @param movements people on their way out, by class, then time
 * @param lifts of provided vehicles
 * @param aid inbound
 * @param seats who still waits for a provided vehicle
 */
record CaseRun(
        RoadNetwork network,
        Demand demand,
        Ledger ledger,
        List<Movement> movements,
        List<Plan.Lift> lifts,
        List<Plan.AidRow> aid,
        Seats seats) {

    static CaseRun of(Scenario scenario, Scenario.Version version, Case numbers) {
        RoadNetwork network = new RoadNetwork(scenario, version, numbers);
        Demand demand = Demand.of(scenario, version, numbers);
        Ledger ledger = new Ledger(network);
        List<Plan.AidRow> aid = AidPlanner.plan(ledger);
        Booking booking = new Booking(ledger, new Seats(demand), new Reception(network));
        Fleets.plan(scenario, booking);
        booking.movements().addAll(new CarPlanner(booking.ledger(), booking.reception()).plan(demand));
        return new CaseRun(
                network,
                demand,
                booking.ledger(),
                List.copyOf(booking.movements()),
                List.copyOf(booking.lifts()),
                aid,
                booking.seats());
    }

    /** People out by the end. */
    long planned() {
        return movements.stream().mapToLong(Movement::people).sum();
    }

    /** People out by each step. */
    long[] curve() {
        long[] curve = new long[network.problem().horizon() + 1];
        movements.forEach(movement -> curve[movement.arrival()] += movement.people());
        for (int k = 1; k < curve.length; k++) {
            curve[k] += curve[k - 1];
        }
        return curve;
    }
}
