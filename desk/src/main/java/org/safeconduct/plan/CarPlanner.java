package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;

/**
 * Plans people who leave in cars of their own.
 *
 * <p>Cars that may end at the same places are one class and are planned to the optimum on what earlier classes left. Several classes take turns in {@link #TURNS} equal
 * shares each, so that none takes all the slots.
 */
final class CarPlanner {

    /** Shares in which several classes take turns. */
    static final int TURNS = 6;

    static final String NAME = "own cars";

    private final Ledger ledger;
    private final Reception reception;
    private final List<Movement> movements = new ArrayList<>();

    CarPlanner(Ledger ledger, Reception reception) {
        this.ledger = ledger;
        this.reception = reception;
    }

    /** Plans all cars of the demand; the result is entered in the ledger. */
    List<Movement> plan(Demand demand) {
        Map<List<String>, List<Demand.Cell>> classes = new LinkedHashMap<>();
        for (Demand.Cell cell : demand.cells()) {
            if (cell.canTravel() && cell.cars() > 0) {
                classes.computeIfAbsent(cell.destinations(), destinations -> new ArrayList<>())
                        .add(cell);
            }
        }
        int turns = classes.size() == 1 ? 1 : TURNS;
        List<CarClass> cars = new ArrayList<>();
        classes.forEach((destinations, cells) -> cars.add(new CarClass(destinations, cells, new Left(cells))));
        for (int turn = 0; turn < turns; turn++) {
            for (CarClass one : cars) {
                planTurn(one.destinations(), one.cells(), one.left(), turns - turn);
            }
        }
        return movements;
    }

    /** Cars that may end at the same places. */
    private record CarClass(List<String> destinations, List<Demand.Cell> cells, Left left) {}

    /** Cars and people of each cell not planned yet. */
    private static final class Left {
        private final int[] cars;
        private final long[] people;

        Left(List<Demand.Cell> cells) {
            cars = cells.stream().mapToInt(Demand.Cell::cars).toArray();
            people = cells.stream().mapToLong(Demand.Cell::withCar).toArray();
        }

        long take(int cell, int taken, double perCar) {
            long inside = cars[cell] == taken ? people[cell] : Math.min(people[cell], Math.round(taken * perCar));
            cars[cell] -= taken;
            people[cell] -= inside;
            return inside;
        }
    }

    private void planTurn(List<String> destinations, List<Demand.Cell> cells, Left left, int turnsLeft) {
        List<FlowProblem.Source> sources = new ArrayList<>();
        double most = 0;
        for (int i = 0; i < cells.size(); i++) {
            Demand.Cell cell = cells.get(i);
            int share = Math.ceilDiv(left.cars[i], turnsLeft);
            int node = ledger.network()
                    .getNode(new RoadNetwork.Node.Gathering(cell.assembly().id()));
            int release = Math.max(
                    0, ledger.network().axis().notBefore(cell.assembly().from()) - 1);
            sources.add(
                    new FlowProblem.Source(node, share, release, cell.assembly().rank()));
            most = Math.max(most, cell.perCar());
        }
        FlowProblem part = ledger.rest(sources, reception.sinks(destinations, most));
        Solution solution = Solving.solve(part);
        ledger.enter("cars to " + String.join(" or ", destinations), part, solution.flow());
        for (Trip trip : Trip.of(solution)) {
            Demand.Cell cell = cells.get(trip.source());
            long people = left.take(trip.source(), trip.vehicles(), cell.perCar());
            String destination = destinations.get(trip.sink());
            reception.receive(destination, trip.end(), people);
            movements.add(new Movement(
                    Plan.Mode.OWN_CAR,
                    NAME,
                    cell.assembly().id(),
                    destination,
                    trip.start() + 1,
                    trip.end(),
                    trip.vehicles(),
                    people,
                    trip.legs()));
        }
    }
}
