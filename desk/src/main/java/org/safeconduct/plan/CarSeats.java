package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who is in which of people's own cars. Not thread-safe.
 *
 * <pre>
 *   two and a half to a car, by arrival:   2  3  2  3  2  3      out by then:  2  5  7  10  12  15
 * </pre>
 *
 * At no moment are more people out than full cars can have brought, fractions of people dropped: that is what a bound counts. A place that takes in so many is
 * counted by itself, so that the cars with three do not all go there. Cars are seated in the order in which they arrive and stay in the order in which they were planned.
 */
final class CarSeats {

    private final List<Demand.Cell> cells;
    private final double[] expected;
    private final List<Integer> numbers = new ArrayList<>();

    CarSeats(Demand home) {
        this.cells = home.cells();
        this.expected = cells.stream().mapToDouble(Demand.Cell::withCar).toArray();
    }

    /** Cars that share their fractions. */
    private record Queue(int cell, String destination) {}

    /** Whole people in full cars; products of decimal fractions are not exact. */
    static long whole(int cars, double perCar) {
        return (long) Math.floor(cars * perCar + 1e-9);
    }

    /** Takes cars of a cell; returns the people they will bring, on average. */
    double take(int number, Movement cars) {
        numbers.add(number);
        double people = Math.min(
                expected[cars.cell()], cars.vehicles() * cells.get(cars.cell()).perCar());
        expected[cars.cell()] -= people;
        return people;
    }

    /** People in the cars taken, by the number they were taken with. */
    Map<Integer, Long> seat(List<Movement> movements, Predicate<String> isLimited) {
        long[] left = cells.stream().mapToLong(Demand.Cell::withCar).toArray();
        Map<Queue, Integer> before = new HashMap<>();
        Map<Integer, Long> seated = new LinkedHashMap<>();
        numbers.stream()
                .sorted(Comparator.comparingInt(number -> movements.get(number).arrival()))
                .forEach(number -> {
                    Movement cars = movements.get(number);
                    int cell = cars.cell();
                    double perCar = cells.get(cell).perCar();
                    Queue queue = new Queue(cell, isLimited.test(cars.destination()) ? cars.destination() : "");
                    int upTo = before.merge(queue, cars.vehicles(), Integer::sum);
                    long people = Math.min(left[cell], whole(upTo, perCar) - whole(upTo - cars.vehicles(), perCar));
                    left[cell] -= people;
                    seated.put(number, people);
                });
        return seated;
    }
}
