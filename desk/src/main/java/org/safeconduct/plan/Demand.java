package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Needs;

/**
 * Who wants to go where, and how: people of each assembly by stated destination, with and without a car of their own.
 *
 * @param cells one per assembly and stated choice of destination, in file order
 */
record Demand(List<Cell> cells) {

    /**
     * People of one assembly who may end at the same places.
     *
     * @param assembly where they gather
     * @param destinations ids they may end at under this version; empty if the place they chose is not on it
     * @param withCar people who leave in cars of their own
     * @param perCar people in such a car
     * @param cars their cars
     * @param withoutCar people who need a place in a provided vehicle, {@code needs} included
     * @param needs of them, who needs more than a seat
     */
    record Cell(
            Assembly assembly,
            List<String> destinations,
            long withCar,
            double perCar,
            int cars,
            long withoutCar,
            Needs needs) {

        long people() {
            return withCar + withoutCar;
        }

        /**
         * Those who are left when some cars, and some without a car, have gone. If more cars with two people have gone than with three, there is one of three for each that
         * is left, and not two and a half.
         */
        Cell without(long inCars, int goneCars, Seats.Load aboard) {
            long stay = withCar - inCars;
            int staying = cars - goneCars;
            boolean fit = stay <= CarSeats.whole(staying, perCar);
            return new Cell(
                    assembly,
                    destinations,
                    stay,
                    fit ? perCar : Math.ceil((double) stay / staying),
                    staying,
                    withoutCar - aboard.people(),
                    new Needs(
                            needs.stretcher() - aboard.needs().stretcher(),
                            needs.wheelchair() - aboard.needs().wheelchair(),
                            needs.unaccompaniedChildren() - aboard.needs().unaccompaniedChildren()));
        }

        boolean canTravel() {
            return !destinations.isEmpty();
        }
    }

    static Demand of(Scenario scenario, Scenario.Version version, Case numbers) {
        List<Cell> cells = new ArrayList<>();
        for (Assembly assembly : scenario.assemblies()) {
            long people = Math.round(numbers.most(assembly.people()));
            if (assembly.destinations().isEmpty()) {
                cells.add(cell(assembly, version.destinations(), people, assembly.needs(), numbers));
            } else {
                cells.addAll(split(assembly, version, people, numbers));
            }
        }
        return new Demand(List.copyOf(cells));
    }

    long people() {
        return cells.stream().mapToLong(Cell::people).sum();
    }

    private static List<Cell> split(Assembly assembly, Scenario.Version version, long people, Case numbers) {
        List<Cell> cells = new ArrayList<>();
        double share = 0;
        long before = 0;
        Needs needs =
                assembly.needs(); // counted with the first destination: where they go is not stated person by person
        for (Map.Entry<String, Double> choice : assembly.destinations().entrySet()) {
            share += choice.getValue();
            long upTo = Math.round(people * Math.min(1, share));
            List<String> open = version.destinations().contains(choice.getKey()) ? List.of(choice.getKey()) : List.of();
            cells.add(cell(assembly, open, upTo - before, needs, numbers));
            before = upTo;
            needs = Needs.NONE;
        }
        return cells;
    }

    private static Cell cell(Assembly assembly, List<String> destinations, long people, Needs needs, Case numbers) {
        long withCar = Math.min(
                Math.round(people * numbers.most(assembly.ownCarShare())), Math.max(0, people - needs.total()));
        double perCar = numbers.most(assembly.personsPerCar());
        int cars = Math.toIntExact((long) Math.ceil(withCar / perCar - 1e-9));
        return new Cell(assembly, destinations, withCar, perCar, cars, people - withCar, needs);
    }
}
