package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Brought;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;

/**
 * Plans people who leave in cars of their own.
 *
 * <p>Cars that may end at the same places are one class and are planned to the optimum on what earlier classes left. Several classes take turns in {@link #TURNS} equal
 * shares each, so that none takes all the slots. Who is on the road already cannot wait for a turn: they are planned in the first.
 */
final class CarPlanner {

    /** Shares in which several classes take turns. */
    static final int TURNS = 6;

    static final String NAME = "own cars";

    private static final String CLASS = "cars to ";

    private final Booking booking;
    private final Start start;
    private final RoadNetwork network;

    CarPlanner(Booking booking, Start start) {
        this.booking = booking;
        this.start = start;
        this.network = booking.ledger().network();
    }

    /** Name of the class of cars that may end at some destinations. */
    static String name(List<String> destinations) {
        return CLASS + String.join(" or ", destinations);
    }

    static boolean isClass(String name) {
        return name.startsWith(CLASS);
    }

    /** Plans all cars; the result is entered in the ledger. */
    void plan() {
        List<CarClass> classes = classes();
        int turns = classes.size() == 1 ? 1 : TURNS;
        for (int turn = 0; turn < turns; turn++) {
            for (CarClass one : classes) {
                planTurn(one, turn, turns - turn);
            }
        }
        booking.seatCars();
    }

    /**
     * People who would be out in cars: as many as {@link #plan} books. Where cars are one class the number does not hang on who drives which way, so they need not be planned for it.
     *
     * @param near a run of much the same scenario
     */
    long count(CaseRun near) {
        List<CarClass> classes = classes();
        boolean isOneClass = classes.size() == 1 && classes.getFirst().underWay.isEmpty();
        if (!isOneClass || classes.getFirst().destinations.stream().anyMatch(booking.reception()::isLimited)) {
            int before = booking.movements().size();
            plan();
            return booking.movements().stream()
                    .skip(before)
                    .mapToLong(Movement::people)
                    .sum();
        }
        CarClass one = classes.getFirst();
        FlowProblem part = rest(one, Entries.of(List.of()), 1);
        long[] cars = Brought.of(part, one.goingAs(near, part));
        long people = 0;
        for (int i = 0; i < cars.length; i++) {
            Demand.Cell cell = one.home.get(i).cell;
            people += Math.min(cell.withCar(), CarSeats.whole(Math.toIntExact(cars[i]), cell.perCar()));
        }
        return people;
    }

    private List<CarClass> classes() {
        Map<List<String>, CarClass> classes = new LinkedHashMap<>();
        List<Demand.Cell> cells = start.home().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).canTravel() && cells.get(cell).cars() > 0) {
                classes.computeIfAbsent(cells.get(cell).destinations(), CarClass::new)
                        .add(cell, cells.get(cell), start.settingOut()[cell]);
            }
        }
        start.carsByClass()
                .forEach((destinations, groups) -> classes.computeIfAbsent(destinations, CarClass::new)
                        .underWay
                        .addAll(groups));
        return List.copyOf(classes.values());
    }

    /** Cars that may end at the same places. */
    private static final class CarClass {
        private final List<String> destinations;
        private final List<AtHome> home = new ArrayList<>();
        private final List<OnTheWay> underWay = new ArrayList<>();
        private double most;

        CarClass(List<String> destinations) {
            this.destinations = destinations;
        }

        /** Those that set out just as news comes are a group of their own: they need not wait for the next step. */
        void add(int number, Demand.Cell cell, int settingOut) {
            if (settingOut > 0) {
                home.add(new AtHome(number, cell, settingOut, true));
            }
            home.add(new AtHome(number, cell, cell.cars() - settingOut, false));
            most = Math.max(most, cell.perCar());
        }

        /** Those of its cars that go in another run, the way they go there; none where the roads are numbered otherwise. */
        List<Departure> goingAs(CaseRun other, FlowProblem part) {
            if (other.network().problem().arcs().size() != part.arcs().size()) {
                return List.of();
            }
            int[] sources = new int[other.demand().cells().size()];
            Arrays.fill(sources, -1);
            for (int i = 0; i < home.size(); i++) {
                sources[home.get(i).number] = i;
            }
            return other.movements().stream()
                    .filter(cars -> cars.mode() == Plan.Mode.OWN_CAR && sources[cars.cell()] >= 0)
                    .map(cars -> cars.departure(sources[cars.cell()], destinations.indexOf(cars.destination()), part))
                    .toList();
        }
    }

    /** Cars of one cell that have not set out. */
    private static final class AtHome {
        private final int number;
        private final Demand.Cell cell;
        private final boolean settingOut;
        private int cars;

        AtHome(int number, Demand.Cell cell, int cars, boolean settingOut) {
            this.number = number;
            this.cell = cell;
            this.cars = cars;
            this.settingOut = settingOut;
        }
    }

    private void planTurn(CarClass one, int turn, int turnsLeft) {
        Entries entries = Entries.of(turn == 0 ? one.underWay : List.of());
        FlowProblem part = rest(one, entries, turnsLeft);
        DirectWays ways = ways(part, turnsLeft == 1 && turn == 0);
        booking.ledger().enter(name(one.destinations), part, ways.flow());
        List<Trip> trips = Trip.of(ways);
        if (turn == 0) {
            booking.goOn(one.underWay, entries, trips, one.destinations);
        }
        trips.stream()
                .filter(trip -> trip.source() >= entries.count())
                .forEach(trip -> book(one, one.home.get(trip.source() - entries.count()), trip));
    }

    /** Where cars of one class are all that is planned, what is found for them is the bound on all plans, too. */
    private DirectWays ways(FlowProblem part, boolean isOneClass) {
        if (!isOneClass || booking.ledger().hasEntries() || part.hasLimitedReception()) {
            return Solving.solve(part);
        }
        Solution solution = Solving.proven(part);
        booking.prove(solution);
        return DirectWays.of(part, solution.flow());
    }

    /** The problem of a class on the roads as the others left them. */
    private FlowProblem rest(CarClass one, Entries entries, int turnsLeft) {
        List<FlowProblem.Source> sources = new ArrayList<>(entries.sources(network, name(one.destinations)));
        for (AtHome home : one.home) {
            sources.add(source(home, home.settingOut ? 1 : turnsLeft));
        }
        double most = one.underWay.stream().mapToDouble(OnTheWay::fullest).reduce(one.most, Math::max);
        return booking.ledger().rest(sources, booking.reception().sinks(one.destinations, most));
    }

    private FlowProblem.Source source(AtHome home, int turnsLeft) {
        int share = Math.ceilDiv(home.cars, turnsLeft);
        int node = network.getNode(
                new RoadNetwork.Node.Gathering(home.cell.assembly().id()));
        int from = network.axis().notBefore(home.cell.assembly().from()) - 1;
        int release = Math.max(from, home.settingOut ? start.step() - 1 : start.step());
        return new FlowProblem.Source(
                node, share, Math.max(0, release), home.cell.assembly().rank());
    }

    private void book(CarClass one, AtHome home, Trip trip) {
        home.cars -= trip.vehicles();
        int node = network.getNode(
                new RoadNetwork.Node.Gathering(home.cell.assembly().id()));
        booking.bookCars(new Movement(
                Plan.Mode.OWN_CAR,
                NAME,
                home.number,
                home.cell.assembly().id(),
                one.destinations.get(trip.sink()),
                trip.start() + 1,
                node,
                trip.start(),
                trip.end(),
                trip.vehicles(),
                0, // all are seated once all are planned
                trip.legs()));
    }
}
