package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Solution;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Convoy;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * Plans provided vehicles, lift by lift: empty to an assembly, load, to a destination, unload, and back if they shuttle.
 *
 * <pre>
 *   base ──empty──► assembly [load] ──full──► destination [unload] ──empty──► assembly [load] ──full──► …
 *        round 1                                       round 2
 * </pre>
 *
 * In each round all vehicles of the fleet are planned together, first the empty trips, then the full ones, each to the optimum on what is left of the roads. A
 * vehicle that could not bring anyone out in a round does not move in it. The rounds one after the other are not an optimum: the plan says what it achieves
 * beside a bound.
 */
final class FleetPlanner {

    /** A vehicle between two lifts. */
    private record Vehicle(int number, String place, int free, int lifts) {}

    /** A vehicle sent to load: who, for which cell of the demand, loaded and ready to set out when. */
    private record Order(Vehicle vehicle, int cell, int loadingFrom, int ready) {
        Order notBefore(int step) {
            return new Order(vehicle, cell, loadingFrom, Math.max(ready, step));
        }
    }

    /** A lift that arrives. */
    private record Done(Order order, Trip trip, String destination) {}

    /** What a round would bring, and the roads after it. */
    record Round(Ledger ledger, List<Done> done, List<Order> sent) {

        boolean isEmpty() {
            return done.isEmpty();
        }

        /** The step in which the last vehicle sent is loaded. */
        int loaded() {
            return sent.stream().mapToInt(Order::ready).max().orElse(0);
        }

        /** The step in which the last one arrives. */
        int arrived() {
            return done.stream().mapToInt(d -> d.trip().end()).max().orElse(0);
        }
    }

    private static final int TRIES = 6;

    private final Fleet fleet;
    private final List<String> destinations;
    private final RoadNetwork network;
    private final TimeAxis axis;
    private final Booking booking;
    private List<Vehicle> vehicles = new ArrayList<>();

    FleetPlanner(Fleet fleet, Booking booking) {
        this.fleet = fleet;
        this.booking = booking;
        this.network = booking.ledger().network();
        this.axis = network.axis();
        List<String> version = network.version().destinations();
        this.destinations = fleet.destinations().isEmpty()
                ? version
                : fleet.destinations().stream().filter(version::contains).toList();
        int count = (int) Math.floor(network.numbers().most(fleet.vehicles()) + 1e-9);
        for (int number = 1; number <= count; number++) {
            vehicles.add(new Vehicle(number, fleet.base(), axis.notBefore(fleet.from()), 0));
        }
    }

    /** Plans rounds until nobody more can be brought out. */
    void planAll() {
        Round round = next(booking.ledger(), 0);
        while (!round.isEmpty()) {
            settle(round);
            round = next(booking.ledger(), 0);
        }
    }

    /** True if some vehicle of the fleet could still find somebody to load. */
    boolean hasWork() {
        return !assign().isEmpty();
    }

    /** What the next round would bring on these roads, nobody setting out before {@code notBefore}; nothing is booked. */
    Round next(Ledger roads, int notBefore) {
        return bestRound(roads, notBefore, assign());
    }

    /** A vehicle and the cell it should load. */
    private record Assigned(Vehicle vehicle, int cell) {}

    /** Gives each vehicle, first free first, the assembly with the greatest share of its people still waiting. */
    private List<Assigned> assign() {
        Seats trial = booking.seats().copy();
        List<Assigned> assigned = new ArrayList<>();
        List<Integer> cells = trial.servedBy(fleet, destinations);
        vehicles.stream()
                .sorted(Comparator.comparingInt(Vehicle::free).thenComparingInt(Vehicle::number))
                .forEach(vehicle -> neediest(trial, cells).ifPresent(cell -> {
                    trial.board(cell, fleet);
                    assigned.add(new Assigned(vehicle, cell));
                }));
        return assigned;
    }

    private Optional<Integer> neediest(Seats trial, List<Integer> cells) {
        Optional<Integer> best = Optional.empty();
        for (int cell : cells) {
            if (trial.canBoard(cell, fleet) && (best.isEmpty() || isNeedier(trial, cell, best.get()))) {
                best = Optional.of(cell);
            }
        }
        return best;
    }

    private static boolean isNeedier(Seats trial, int cell, int than) {
        int rank = trial.cell(cell).assembly().rank();
        int otherRank = trial.cell(than).assembly().rank();
        double share =
                (double) trial.waiting(cell) / Math.max(1, trial.cell(cell).withoutCar());
        double otherShare =
                (double) trial.waiting(than) / Math.max(1, trial.cell(than).withoutCar());
        return rank < otherRank || (rank == otherRank && share > otherShare);
    }

    /** Tries a round, leaves out whoever brings nobody out, and tries again. */
    private Round bestRound(Ledger roads, int notBefore, List<Assigned> assigned) {
        List<Assigned> sent = assigned;
        Round round = tryRound(roads, notBefore, sent);
        for (int tries = 0; tries < TRIES && round.done().size() < sent.size(); tries++) {
            sent = round.done().stream()
                    .map(done ->
                            new Assigned(done.order().vehicle(), done.order().cell()))
                    .toList();
            round = tryRound(roads, notBefore, sent);
        }
        return round;
    }

    private Round tryRound(Ledger roads, int notBefore, List<Assigned> assigned) {
        Ledger trial = roads.copy();
        List<Order> orders = position(trial, assigned).stream()
                .map(order -> order.notBefore(notBefore))
                .toList();
        List<Done> done = deliver(trial, orders);
        return new Round(trial, done, orders);
    }

    private List<Order> position(Ledger trial, List<Assigned> assigned) {
        Map<String, List<Assigned>> byTarget = new LinkedHashMap<>();
        assigned.forEach(a -> byTarget.computeIfAbsent(place(a.cell()), place -> new ArrayList<>())
                .add(a));
        List<Order> orders = new ArrayList<>();
        byTarget.forEach((target, group) -> orders.addAll(position(trial, target, group)));
        return convoys(orders);
    }

    private List<Order> position(Ledger trial, String target, List<Assigned> group) {
        List<Order> orders = new ArrayList<>();
        List<Assigned> away = new ArrayList<>();
        for (Assigned a : group) {
            if (a.vehicle().place().equals(target)) {
                orders.add(order(a, a.vehicle().free()));
            } else {
                away.add(a);
            }
        }
        if (!away.isEmpty()) {
            Platoons<Assigned> platoons = Platoons.of(
                    away,
                    a -> source(network.place(a.vehicle().place()), a.vehicle().free(), 0));
            FlowProblem part = trial.rest(platoons.sources(), List.of(sink(target)));
            Solution solution = Solving.solve(part);
            trial.enter(fleet.name() + ", empty", part, solution.flow());
            platoons.each(Trip.of(solution), (a, trip) -> orders.add(order(a, trip.end())));
        }
        return orders;
    }

    private FlowProblem.Sink sink(String place) {
        return new FlowProblem.Sink(network.place(place), FlowProblem.UNLIMITED, Profile.unlimited(), 0);
    }

    private static FlowProblem.Source source(int node, int release, int rank) {
        return new FlowProblem.Source(node, 1, release, rank);
    }

    private Order order(Assigned a, int there) {
        int from = Math.max(
                there,
                axis.notBefore(booking.seats().cell(a.cell()).assembly().from().minus(fleet.loading())));
        return new Order(a.vehicle(), a.cell(), from, Math.toIntExact(from + axis.up(fleet.loading())));
    }

    /** Holds loaded vehicles until their convoy is complete; a convoy that stays incomplete leaves as it is. */
    private List<Order> convoys(List<Order> orders) {
        List<Order> sorted = new ArrayList<>(orders);
        sorted.sort(Comparator.comparingInt(Order::cell)
                .thenComparingInt(Order::ready)
                .thenComparingInt(order -> order.vehicle().number()));
        if (fleet.convoy().isEmpty()) {
            return sorted;
        }
        Convoy convoy = fleet.convoy().get();
        int gap = Math.toIntExact(axis.up(convoy.gap()));
        List<Order> held = new ArrayList<>();
        int i = 0;
        while (i < sorted.size()) {
            int end = i;
            while (end < sorted.size()
                    && end < i + convoy.size()
                    && sorted.get(end).cell() == sorted.get(i).cell()) {
                end++;
            }
            int leave = sorted.get(end - 1).ready();
            if (!held.isEmpty() && held.getLast().cell() == sorted.get(i).cell()) {
                leave = Math.max(leave, held.getLast().ready() + gap);
            }
            for (; i < end; i++) {
                Order order = sorted.get(i);
                held.add(new Order(order.vehicle(), order.cell(), order.loadingFrom(), leave));
            }
        }
        return held;
    }

    private List<Done> deliver(Ledger trial, List<Order> orders) {
        Map<List<String>, List<Order>> byChoice = new LinkedHashMap<>();
        orders.forEach(order -> byChoice.computeIfAbsent(choice(order.cell()), choice -> new ArrayList<>())
                .add(order));
        List<Done> done = new ArrayList<>();
        byChoice.forEach((choice, group) -> done.addAll(deliver(trial, choice, group)));
        return wholeConvoys(done);
    }

    private List<Done> deliver(Ledger trial, List<String> choice, List<Order> orders) {
        Platoons<Order> platoons = Platoons.of(orders, this::loaded);
        FlowProblem part = trial.rest(platoons.sources(), booking.reception().sinks(choice, Seats.most(fleet)));
        Solution solution = Solving.solve(part);
        trial.enter(fleet.name(), part, solution.flow());
        List<Done> done = new ArrayList<>();
        platoons.each(Trip.of(solution), (order, trip) -> done.add(new Done(order, trip, choice.get(trip.sink()))));
        return done;
    }

    private FlowProblem.Source loaded(Order order) {
        Assembly assembly = booking.seats().cell(order.cell()).assembly();
        return source(
                network.getNode(new RoadNetwork.Node.Gathering(assembly.id())),
                Math.max(0, order.ready() - 1),
                assembly.rank());
    }

    /** Convoys are all or none: leaves out the vehicles of the last, incomplete ones. */
    private List<Done> wholeConvoys(List<Done> done) {
        if (fleet.convoy().isEmpty()) {
            return done;
        }
        int size = fleet.convoy().get().size();
        Map<Integer, List<Done>> byCell = new LinkedHashMap<>();
        done.forEach(d -> byCell.computeIfAbsent(d.order().cell(), cell -> new ArrayList<>())
                .add(d));
        List<Done> whole = new ArrayList<>();
        for (List<Done> group : byCell.values()) {
            group.sort(Comparator.comparingInt(d -> d.trip().end()));
            int keep = group.size() < size ? group.size() : group.size() / size * size;
            whole.addAll(group.subList(0, keep));
        }
        return whole;
    }

    /** Books a round: who was in each vehicle, when it is free again. */
    void settle(Round round) {
        booking.roads(round.ledger());
        List<Vehicle> free = new ArrayList<>();
        List<Done> byDeparture = new ArrayList<>(round.done());
        byDeparture.sort(Comparator.comparingInt((Done d) -> d.trip().start())
                .thenComparingInt(d -> d.order().vehicle().number()));
        for (Done d : byDeparture) {
            Order order = d.order();
            Seats.Load load = booking.seats().board(order.cell(), fleet);
            String assembly = booking.seats().cell(order.cell()).assembly().id();
            booking.reception().receive(d.destination(), d.trip().end(), load.people());
            booking.movements()
                    .add(new Movement(
                            Plan.Mode.PROVIDED_VEHICLE,
                            fleet.name(),
                            assembly,
                            d.destination(),
                            d.trip().start() + 1,
                            d.trip().end(),
                            1,
                            load.people(),
                            d.trip().legs()));
            int empty = Math.toIntExact(Math.min(axis.horizon(), d.trip().end() + axis.up(fleet.unloading())));
            Vehicle vehicle = new Vehicle(
                    order.vehicle().number(),
                    placeOf(d.destination()),
                    empty,
                    order.vehicle().lifts() + 1);
            booking.lifts()
                    .add(new Plan.Lift(
                            fleet.id(),
                            vehicle.number(),
                            vehicle.lifts(),
                            assembly,
                            axis.at(order.loadingFrom()),
                            axis.at(d.trip().start() + 1),
                            axis.at(d.trip().end()),
                            axis.at(empty),
                            d.destination(),
                            load.people()));
            free.add(vehicle);
        }
        vehicles = fleet.shuttles() ? free : List.of();
    }

    private List<String> choice(int cell) {
        return booking.seats().cell(cell).destinations().stream()
                .filter(destinations::contains)
                .toList();
    }

    private String place(int cell) {
        return booking.seats().cell(cell).assembly().place();
    }

    private String placeOf(String destination) {
        return network.scenario().getDestination(destination).place();
    }
}
