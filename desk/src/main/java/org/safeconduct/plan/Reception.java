package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Scenario.Destination;

/** How many people each destination can still take in. Not thread-safe. */
final class Reception {

    private final RoadNetwork network;
    private final Map<String, double[]> received = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();

    Reception(RoadNetwork network) {
        this.network = network;
    }

    /** Sinks for vehicles that carry {@code perVehicle} people each, at the given destinations, in their order. */
    List<FlowProblem.Sink> sinks(List<String> destinations, double perVehicle) {
        return destinations.stream()
                .map(id -> sink(destination(id), perVehicle, false))
                .toList();
    }

    /** The same for a bound: a limit on people is rounded up to vehicles, since the last one need not be full. */
    List<FlowProblem.Sink> bounding(List<String> destinations, double perVehicle) {
        return destinations.stream()
                .map(id -> sink(destination(id), perVehicle, true))
                .toList();
    }

    /** Counts people who came before anything can be decided: they take from what a place takes in at all, not from its hours to come. */
    void receiveBefore(Movement movement) {
        before.merge(movement.destination(), movement.people(), Long::sum);
    }

    /** Counts people who come; the half of one too, where two cars hold five. */
    void receive(String destination, int step, double people) {
        received.computeIfAbsent(destination, id -> new double[network.axis().horizon() + 1])[step] += people;
    }

    private FlowProblem.Sink sink(Destination destination, double perVehicle, boolean up) {
        int limit = destination
                .reception()
                .map(figure -> vehicles(
                        Math.round(network.numbers().most(figure))
                                - before.getOrDefault(destination.id(), 0L)
                                - Arrays.stream(received(destination)).sum(),
                        perVehicle,
                        up))
                .orElse(FlowProblem.UNLIMITED);
        Profile rate = destination
                .peoplePerHour()
                .map(figure -> rest(
                        Case.perHour(
                                network.numbers().most(figure) / perVehicle,
                                network.axis().step()),
                        received(destination),
                        perVehicle))
                .orElse(Profile.unlimited());
        return new FlowProblem.Sink(network.place(destination.place()), limit, rate, destination.rank());
    }

    /** True if a destination states how many it takes in, at all or in an hour. */
    boolean isLimited(String destination) {
        return destination(destination).reception().isPresent()
                || destination(destination).peoplePerHour().isPresent();
    }

    private double[] received(Destination destination) {
        return received.getOrDefault(destination.id(), new double[0]);
    }

    /** What is left of a rate: whoever came in a step without a slot takes the next ones. */
    private static Profile rest(Rate rate, double[] people, double perVehicle) {
        if (people.length == 0) {
            return Profile.always(rate);
        }
        List<Profile.Piece> pieces = new ArrayList<>();
        double owed = 0;
        for (int step = 0; step < people.length; step++) {
            double left = rate.at(step) - people[step] / perVehicle - owed;
            owed = Math.max(0, -left);
            Rate now = Rate.perStep((int) Math.max(0, Math.floor(left)));
            if (pieces.isEmpty() || !pieces.getLast().rate().equals(now)) {
                pieces.add(new Profile.Piece(step, now));
            }
        }
        return new Profile(pieces);
    }

    private static int vehicles(double people, double perVehicle, boolean up) {
        double exact = people / perVehicle;
        return (int) Math.max(
                0, Math.min(Rate.UNLIMITED.units() - 1, up ? Math.ceil(exact - 1e-9) : Math.floor(exact + 1e-9)));
    }

    private Destination destination(String id) {
        return network.scenario().getDestination(id);
    }
}
