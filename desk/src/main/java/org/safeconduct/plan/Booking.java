package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.Solution;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.FleetStart.Lifting;

/** What is booked so far while a case is planned: roads, places in vehicles, reception, and who travels how. Not thread-safe. */
final class Booking {

    private Ledger ledger;
    private final Seats seats;
    private final Reception reception;
    private final CarSeats cars;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Movement> ahead = new ArrayList<>();
    private final List<Lifting> liftings = new ArrayList<>();
    private final List<OnTheWay> stranded = new ArrayList<>();
    private final List<Carried> stuck = new ArrayList<>();
    private Optional<Solution> proof = Optional.empty();

    Booking(Ledger ledger, Demand home, Reception reception) {
        this.ledger = ledger;
        this.seats = new Seats(home);
        this.reception = reception;
        this.cars = new CarSeats(home);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Takes over the roads of a round that is settled. */
    void roads(Ledger settled) {
        ledger = settled;
    }

    Seats seats() {
        return seats;
    }

    Reception reception() {
        return reception;
    }

    /** Books people who set out and arrive. */
    void book(Movement movement) {
        book(movement, movement);
    }

    /**
     * Books people who arrive.
     *
     * @param movement their whole way
     * @param rest their way from where the run began
     */
    private void book(Movement movement, Movement rest) {
        reception.receive(movement.destination(), movement.arrival(), (double) movement.people());
        movements.add(movement);
        ahead.add(rest);
    }

    /** Books cars that set out and arrive; who is in them is settled by {@link #seatCars}. */
    void bookCars(Movement empty) {
        reception.receive(empty.destination(), empty.arrival(), cars.take(movements.size(), empty));
        movements.add(empty);
        ahead.add(empty);
    }

    /** Seats people in all cars booked. */
    void seatCars() {
        int behind = movements.size() - ahead.size();
        cars.seat(movements, reception::isLimited).forEach((number, people) -> {
            Movement full = movements.get(number).part(movements.get(number).vehicles(), people);
            movements.set(number, full);
            ahead.set(number - behind, full);
        });
    }

    /** Books those who have arrived before the run began. */
    void arrived(Movement movement) {
        reception.receiveBefore(movement);
        movements.add(movement);
    }

    /** Books groups under way: those who go on, and those who are stranded. */
    void goOn(List<OnTheWay> groups, Entries entries, List<Trip> trips, List<String> destinations) {
        long[] people = groups.stream().mapToLong(g -> g.movement().people()).toArray();
        int[] vehicles = groups.stream().mapToInt(g -> g.movement().vehicles()).toArray();
        entries.each(trips, (group, some, trip) -> {
            long inside = Math.round((double) people[group] * some / vehicles[group]);
            vehicles[group] -= some;
            people[group] -= inside;
            goOn(groups.get(group), trip, destinations.get(trip.sink()), some, inside);
        });
        for (int i = 0; i < vehicles.length; i++) {
            if (vehicles[i] > 0) {
                OnTheWay all = groups.get(i);
                stranded.add(new OnTheWay(all.movement().part(vehicles[i], people[i]), all.spot()));
            }
        }
    }

    /** Books some under way who go on; returns their whole way. */
    Movement goOn(OnTheWay group, Trip trip, String destination, int vehicles, long people) {
        Movement whole = group.along(trip, vehicles, people).endingAt(destination, trip.end());
        List<Leg> onward = trip.legs().subList(1, trip.legs().size());
        book(whole, whole.along(group.spot().node(), trip.start() + 1, onward));
        return whole;
    }

    /** Keeps the proof of a solution that is all there is to plan. */
    void prove(Solution solution) {
        proof = Optional.of(solution);
    }

    Optional<Solution> proof() {
        return proof;
    }

    List<Movement> movements() {
        return movements;
    }

    /** The movements that do not lie before the run, told from where it began. */
    List<Movement> ahead() {
        return ahead;
    }

    List<Lifting> liftings() {
        return liftings;
    }

    List<OnTheWay> stranded() {
        return stranded;
    }

    List<Carried> stuck() {
        return stuck;
    }
}
