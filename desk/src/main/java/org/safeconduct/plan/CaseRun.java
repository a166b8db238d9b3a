package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.FleetStart.Lifting;
import org.safeconduct.plan.Start.AidTrip;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;

/**
 * The plan itself, before anything is said about it: inbound aid first, then provided vehicles fleet by fleet, then people's own cars, each on what the others left.
 *
 * @param network the roads, and the numbers they were made with
 * @param demand who wanted to leave
 * @param start what it began with
 * @param ledger what is used when, layer by layer, from the start on
 * @param movements people on their way out, by class, then time; those that arrived before the start first
 * @param ahead those of them that arrive after the start, told from where they are then
 * @param liftings of provided vehicles, those before the start too
 * @param aid trips of inbound convoys, by id
 * @param seats who still waits for a provided vehicle
 * @param stranded cars under way that do not arrive
 * @param stuck provided vehicles with people on board that do not arrive
 * @param proof that nothing brings more, where cars of one class are all that is planned
 */
record CaseRun(
        RoadNetwork network,
        Demand demand,
        Start start,
        Ledger ledger,
        List<Movement> movements,
        List<Movement> ahead,
        List<Lifting> liftings,
        Map<String, List<AidTrip>> aid,
        Seats seats,
        List<OnTheWay> stranded,
        List<Carried> stuck,
        Optional<Solution> proof) {

    static CaseRun of(Scenario scenario, Version version, Case numbers) {
        RoadNetwork network = new RoadNetwork(scenario, version, numbers);
        Demand demand = Demand.of(scenario, version, numbers);
        return from(Start.ofDay(network, demand), network, demand);
    }

    /**
     * Plans from a start on.
     *
     * @param plain the roads without those under way
     */
    static CaseRun from(Start start, RoadNetwork plain, Demand demand) {
        RoadNetwork network = plain.with(start.entries(plain.scenario()));
        Ledger ledger = new Ledger(network);
        Map<String, List<AidTrip>> aid = AidPlanner.plan(ledger, start);
        Booking booking = booked(start, ledger);
        new CarPlanner(booking, start).plan();
        return new CaseRun(
                network,
                demand,
                start,
                booking.ledger(),
                List.copyOf(booking.movements()),
                List.copyOf(booking.ahead()),
                List.copyOf(booking.liftings()),
                aid,
                booking.seats(),
                List.copyOf(booking.stranded()),
                List.copyOf(booking.stuck()),
                booking.proof());
    }

    /**
     * People who would be out by the end: those that {@link #of} plans, but not how.
     *
     * @param near a run of much the same scenario: the more of its cars can go as they do there, the sooner the number is found
     */
    static long planned(Scenario scenario, Version version, Case numbers, CaseRun near) {
        RoadNetwork network = new RoadNetwork(scenario, version, numbers);
        Start start = Start.ofDay(network, Demand.of(scenario, version, numbers));
        Ledger ledger = new Ledger(network);
        AidPlanner.plan(ledger, start);
        Booking booking = booked(start, ledger);
        long lifted = booking.movements().stream().mapToLong(Movement::people).sum();
        return lifted + new CarPlanner(booking, start).count(near);
    }

    /** Books who arrived before, and provided vehicles. */
    private static Booking booked(Start start, Ledger ledger) {
        Booking booking = new Booking(ledger, start.home(), new Reception(ledger.network()));
        start.arrived().forEach(booking::arrived);
        start.past().stream()
                .flatMap(past -> past.liftings().stream())
                .filter(lifting -> lifting.movement().arrival() < start.step())
                .forEach(booking.liftings()::add);
        Fleets.plan(start, booking);
        return booking;
    }

    Scenario scenario() {
        return network.scenario();
    }

    /** People out by the end. */
    long planned() {
        return movements.stream().mapToLong(Movement::people).sum();
    }

    /** People out before the run began. */
    long arrivedBefore() {
        return start.arrived().stream().mapToLong(Movement::people).sum();
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

    /** What each provided vehicle does, by departure as planned. */
    List<Plan.Lift> lifts() {
        List<Plan.Lift> lifts = new ArrayList<>();
        for (Lifting lifting : liftings) {
            lifts.add(lift(lifting));
        }
        return lifts;
    }

    private Plan.Lift lift(Lifting lifting) {
        TimeAxis axis = network.axis();
        Movement movement = lifting.movement();
        return new Plan.Lift(
                lifting.fleet(),
                lifting.vehicle().number(),
                lifting.vehicle().lifts() + 1,
                movement.assembly(),
                axis.at(lifting.loadingFrom()),
                axis.at(movement.setOut()),
                axis.at(movement.arrival()),
                axis.at(lifting.free()),
                movement.destination(),
                movement.people());
    }

    List<Plan.AidRow> aidRows() {
        return scenario().aid().stream()
                .map(convoy -> AidPlanner.row(convoy, aid.getOrDefault(convoy.id(), List.of()), network.axis()))
                .toList();
    }

    /** Vehicles that pass a node in each step, all day. */
    int[] passing(int node) {
        return allDay(usage().passing(node), past -> past.passing(node));
    }

    /** Vehicles that wait at a node in each step, all day. */
    int[] waiting(int node) {
        return allDay(usage().waiting(node), past -> past.waiting(node));
    }

    private int[] allDay(int[] now, Function<CaseRun, int[]> before) {
        int[] day = now.clone();
        start.past().ifPresent(past -> {
            int[] earlier = before.apply(past);
            System.arraycopy(earlier, 0, day, 0, Math.min(start.step(), earlier.length));
        });
        return day;
    }

    private Usage usage() {
        Usage usage = new Usage(network.problem());
        FlowProblem joint = ledger.joint();
        ledger.layers().forEach(layer -> usage.add(joint, layer.flow()));
        return usage;
    }
}
