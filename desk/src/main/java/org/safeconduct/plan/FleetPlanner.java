package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.FleetStart.Empty;
import org.safeconduct.plan.FleetStart.Lifting;
import org.safeconduct.plan.FleetStart.Vehicle;
import org.safeconduct.plan.OnTheWay.Spot;
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

    /** A vehicle sent to load: who, for which cell of the demand, loaded and ready to set out when, after which drive. */
    private record Order(Vehicle vehicle, int cell, int loadingFrom, int ready, Optional<Empty> empty) {
        Order notBefore(int step) {
            return new Order(vehicle, cell, loadingFrom, Math.max(ready, step), empty);
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
    private final Start start;
    private final Booking booking;
    private List<Vehicle> vehicles;
    private int lastArrival;

    FleetPlanner(Fleet fleet, Start start, Booking booking) {
        this.fleet = fleet;
        this.start = start;
        this.booking = booking;
        this.network = booking.ledger().network();
        this.axis = network.axis();
        List<String> version = network.version().destinations();
        this.destinations = fleet.destinations().isEmpty()
                ? version
                : fleet.destinations().stream().filter(version::contains).toList();
        this.vehicles = start.fleet(fleet.id()).vehicles();
    }

    static String emptyName(Fleet fleet) {
        return fleet.name() + ", empty";
    }

    /** Entries of those among some vehicles that are on the road. */
    static Entries empties(List<Vehicle> vehicles) {
        List<Spot> onRoad = onRoad(vehicles);
        return new Entries(onRoad, onRoad.stream().mapToInt(spot -> 1).toArray());
    }

    /** Where those among some vehicles are that are on the road. */
    static List<Spot> onRoad(List<Vehicle> vehicles) {
        return vehicles.stream()
                .filter(Vehicle::isOnRoad)
                .map(v -> new Spot(v.node(), v.free(), v.turned(), v.stands(), 0, 0))
                .toList();
    }

    /** Plans those who are on the road with people, then those who are being loaded; none on an ordinary morning. */
    void bringIn() {
        FleetStart from = start.fleet(fleet.id());
        if (!from.carried().isEmpty()) {
            carry(from.carried());
        }
        if (!from.loading().isEmpty()) {
            Ledger trial = booking.ledger().copy();
            List<Order> orders = from.loading().stream()
                    .map(l -> new Order(l.vehicle(), l.cell(), l.loadingFrom(), l.ready(), Optional.empty()))
                    .toList();
            List<Vehicle> others = vehicles;
            Round round = new Round(trial, deliver(trial, orders), orders);
            settle(round);
            Set<Integer> gone = new HashSet<>();
            round.done().forEach(done -> gone.add(done.order().vehicle().number()));
            List<Vehicle> all = new ArrayList<>(others);
            all.addAll(vehicles);
            orders.stream()
                    .filter(order -> !gone.contains(order.vehicle().number()))
                    .map(Order::vehicle)
                    .forEach(all::add);
            vehicles = all;
        }
    }

    private void carry(List<Carried> carried) {
        Map<List<String>, List<Carried>> byChoice = new LinkedHashMap<>();
        for (Carried one : carried) {
            byChoice.computeIfAbsent(choice(one.way().movement().cell()), choice -> new ArrayList<>())
                    .add(one);
        }
        byChoice.forEach(this::carry);
    }

    private void carry(List<String> choice, List<Carried> carried) {
        Entries entries = Entries.of(carried.stream().map(Carried::way).toList());
        FlowProblem part = booking.ledger()
                .rest(
                        entries.sources(network, fleet.name()),
                        booking.reception().sinks(choice, Seats.most(fleet)));
        DirectWays ways = Solving.solve(part);
        booking.ledger().enter(fleet.name(), part, ways.flow());
        List<Vehicle> all = new ArrayList<>(vehicles);
        entries.each(Trip.of(ways), (group, vehicles, trip) -> {
            Carried one = carried.get(group);
            String destination = choice.get(trip.sink());
            Movement movement = booking.goOn(
                    one.way(), trip, destination, 1, one.way().movement().people());
            Lifting lift = one.lifting();
            int free = free(trip.end());
            booking.liftings()
                    .add(new Lifting(
                            lift.fleet(),
                            lift.vehicle(),
                            lift.empty(),
                            lift.loadingFrom(),
                            lift.ready(),
                            lift.load(),
                            movement,
                            free));
            lastArrival = Math.max(lastArrival, trip.end());
            if (fleet.shuttles()) {
                Vehicle v = lift.vehicle();
                all.add(Vehicle.at(placeOf(destination), v.number(), free, v.lifts() + 1));
            }
        });
        for (int i = 0; i < carried.size(); i++) {
            if (entries.left(i) > 0) {
                booking.stuck().add(carried.get(i));
            }
        }
        vehicles = all;
    }

    /** The step in which the last one arrives that was brought in; 0 if none was. */
    int lastArrival() {
        return lastArrival;
    }

    private int free(int arrival) {
        return Math.toIntExact(Math.min(axis.horizon(), arrival + axis.up(fleet.unloading())));
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
        List<Assigned> onRoad = new ArrayList<>();
        List<Assigned> away = new ArrayList<>();
        for (Assigned a : group) {
            if (a.vehicle().place().equals(target)) {
                orders.add(order(a, a.vehicle().free(), Optional.empty()));
            } else if (a.vehicle().isOnRoad()) {
                onRoad.add(a);
            } else {
                away.add(a);
            }
        }
        if (!onRoad.isEmpty()) {
            orders.addAll(positionOnRoad(trial, target, onRoad));
        }
        if (!away.isEmpty()) {
            Platoons<Assigned> platoons = Platoons.of(
                    away,
                    a -> source(network.place(a.vehicle().place()), a.vehicle().free(), 0));
            FlowProblem part = trial.rest(platoons.sources(), List.of(sink(target)));
            DirectWays ways = Solving.solve(part);
            trial.enter(emptyName(fleet), part, ways.flow());
            platoons.each(Trip.of(ways), (a, trip) -> {
                int node = network.place(a.vehicle().place());
                orders.add(order(
                        a, trip.end(), Optional.of(new Empty(node, trip.start(), trip.end(), trip.legs(), false))));
            });
        }
        return orders;
    }

    /** Vehicles without people that are on the road when news comes: they cannot wait there. */
    private List<Order> positionOnRoad(Ledger trial, String target, List<Assigned> group) {
        Entries entries = empties(group.stream().map(Assigned::vehicle).toList());
        FlowProblem part = trial.rest(entries.sources(network, emptyName(fleet)), List.of(sink(target)));
        DirectWays ways = Solving.solve(part);
        trial.enter(emptyName(fleet), part, ways.flow());
        List<Order> orders = new ArrayList<>();
        entries.each(Trip.of(ways), (index, vehicles, trip) -> {
            Assigned a = group.get(index);
            List<Departure.Leg> onward = trip.legs().subList(1, trip.legs().size());
            Empty drive = new Empty(a.vehicle().node(), trip.start() + 1, trip.end(), onward, true);
            orders.add(order(a, trip.end(), Optional.of(drive)));
        });
        return orders;
    }

    private FlowProblem.Sink sink(String place) {
        return new FlowProblem.Sink(network.place(place), FlowProblem.UNLIMITED, Profile.unlimited(), 0);
    }

    private static FlowProblem.Source source(int node, int release, int rank) {
        return new FlowProblem.Source(node, 1, release, rank);
    }

    private Order order(Assigned a, int there, Optional<Empty> empty) {
        int from = Math.max(
                there,
                axis.notBefore(booking.seats().cell(a.cell()).assembly().from().minus(fleet.loading())));
        return new Order(a.vehicle(), a.cell(), from, Math.toIntExact(from + axis.up(fleet.loading())), empty);
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
                held.add(new Order(order.vehicle(), order.cell(), order.loadingFrom(), leave, order.empty()));
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
        DirectWays ways = Solving.solve(part);
        trial.enter(fleet.name(), part, ways.flow());
        List<Done> done = new ArrayList<>();
        platoons.each(Trip.of(ways), (order, trip) -> done.add(new Done(order, trip, choice.get(trip.sink()))));
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
            Movement movement = movement(d, load);
            booking.book(movement);
            int empty = free(d.trip().end());
            booking.liftings()
                    .add(new Lifting(
                            fleet.id(),
                            order.vehicle(),
                            order.empty(),
                            order.loadingFrom(),
                            order.ready(),
                            load,
                            movement,
                            empty));
            free.add(Vehicle.at(
                    placeOf(d.destination()),
                    order.vehicle().number(),
                    empty,
                    order.vehicle().lifts() + 1));
        }
        vehicles = fleet.shuttles() ? free : List.of();
    }

    private Movement movement(Done d, Seats.Load load) {
        Assembly assembly = booking.seats().cell(d.order().cell()).assembly();
        return new Movement(
                Plan.Mode.PROVIDED_VEHICLE,
                fleet.name(),
                d.order().cell(),
                assembly.id(),
                d.destination(),
                d.trip().start() + 1,
                network.getNode(new RoadNetwork.Node.Gathering(assembly.id())),
                d.trip().start(),
                d.trip().end(),
                1,
                load.people(),
                d.trip().legs());
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
