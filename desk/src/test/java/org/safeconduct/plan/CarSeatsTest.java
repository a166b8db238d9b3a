package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Needs;

class CarSeatsTest {

    private static final Figure ONE = new Figure(1, 1, "test", "");

    @Test
    void carsPlannedLastButThereFirstHaveTheFirstSeats() {
        assertThat(seats(10, 2.5, List.of(40, 30, 20, 10), "")).containsExactly(3L, 2L, 3L, 2L);
    }

    @Test
    void theLastCarNeedNotBeFull() {
        assertThat(seats(9, 2.5, List.of(10, 20, 30, 40), "")).containsExactly(2L, 3L, 2L, 2L);
    }

    @Test
    void carsWithThreeDoNotAllEndWhereOnlySoManyCan() {
        assertThat(seats(10, 2.5, List.of(10, 20, 30, 40), "limited")).containsExactly(2L, 2L, 3L, 3L);
    }

    @Test
    void whoStaysWithTooFewCarsHasFullerOnes() {
        Demand.Cell left = cell(10, 2.5).without(4, 2, Seats.Load.NONE);
        assertThat(left.cars()).isEqualTo(2);
        assertThat(left.perCar()).isEqualTo(3);
    }

    /** Of one car each, in the order planned; they go to two destinations by turns. */
    private static List<Long> seats(int people, double perCar, List<Integer> arrivals, String limited) {
        CarSeats seats = new CarSeats(new Demand(List.of(cell(people, perCar))));
        List<Movement> cars = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            cars.add(new Movement(
                    Plan.Mode.OWN_CAR,
                    "own cars",
                    0,
                    "market",
                    i % 2 == 0 ? "limited" : "open",
                    0,
                    0,
                    0,
                    arrivals.get(i),
                    1,
                    0,
                    List.of()));
            seats.take(i, cars.getLast());
        }
        Map<Integer, Long> seated = seats.seat(cars, limited::equals);
        return seated.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Demand.Cell cell(int people, double perCar) {
        Assembly assembly = new Assembly(
                "market",
                "Market",
                "alder",
                ONE,
                Instant.EPOCH,
                Optional.empty(),
                ONE,
                ONE,
                Map.of(),
                "",
                Needs.NONE,
                0,
                Optional.empty());
        int cars = (int) Math.ceil(people / perCar);
        return new Demand.Cell(assembly, List.of("limited", "open"), people, perCar, cars, 0, Needs.NONE);
    }
}
