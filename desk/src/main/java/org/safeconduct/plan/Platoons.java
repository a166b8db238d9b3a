package org.safeconduct.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.safeconduct.flow.FlowProblem;

/**
 * Single vehicles gathered into sources: those that start at the same node in the same step are one, since any of them can stand for any other.
 *
 * @param sources one per node and step
 * @param members who is in each, in the order given
 */
record Platoons<T>(List<FlowProblem.Source> sources, List<List<T>> members) {

    static <T> Platoons<T> of(List<T> vehicles, Function<T, FlowProblem.Source> start) {
        Map<FlowProblem.Source, List<T>> groups = new LinkedHashMap<>();
        vehicles.forEach(vehicle -> groups.computeIfAbsent(start.apply(vehicle), source -> new ArrayList<>())
                .add(vehicle));
        List<FlowProblem.Source> sources = groups.entrySet().stream()
                .map(group -> new FlowProblem.Source(
                        group.getKey().node(),
                        group.getValue().size(),
                        group.getKey().release(),
                        group.getKey().rank()))
                .toList();
        return new Platoons<>(sources, List.copyOf(groups.values()));
    }

    /** Gives each vehicle that travels its trip, first come first served; vehicles without one are passed over. */
    void each(List<Trip> trips, BiConsumer<T, Trip> action) {
        List<Deque<T>> waiting = new ArrayList<>();
        members.forEach(group -> waiting.add(new ArrayDeque<>(group)));
        for (Trip trip : trips) {
            for (int i = 0; i < trip.vehicles(); i++) {
                action.accept(waiting.get(trip.source()).removeFirst(), trip);
            }
        }
    }
}
