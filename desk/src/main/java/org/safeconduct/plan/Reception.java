package org.safeconduct.plan;

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
    private final Map<String, Long> received = new HashMap<>();

    Reception(RoadNetwork network) {
        this.network = network;
    }

    /** Sinks for vehicles that carry {@code perVehicle} people each, at the given destinations, in their order. */
    List<FlowProblem.Sink> sinks(List<String> destinations, double perVehicle) {
        return destinations.stream().map(id -> sink(destination(id), perVehicle)).toList();
    }

    void receive(String destination, long people) {
        received.merge(destination, people, Long::sum);
    }

    Reception copy() {
        Reception copy = new Reception(network);
        copy.received.putAll(received);
        return copy;
    }

    private FlowProblem.Sink sink(Destination destination, double perVehicle) {
        int limit = destination.reception()
                .map(figure -> vehicles(Math.round(network.numbers().most(figure)) - received.getOrDefault(destination.id(), 0L), perVehicle))
                .orElse(FlowProblem.UNLIMITED);
        Profile rate = destination.peoplePerHour()
                .map(figure -> Profile.always(Case.perHour(network.numbers().most(figure) / perVehicle, network.axis().step())))
                .orElse(Profile.unlimited());
        return new FlowProblem.Sink(network.place(destination.place()), limit, rate, destination.rank());
    }

    private static int vehicles(long people, double perVehicle) {
        return (int) Math.max(0, Math.min(Rate.UNLIMITED.units() - 1, Math.floor(people / perVehicle)));
    }

    private Destination destination(String id) {
        return network.scenario().destinations().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }
}
