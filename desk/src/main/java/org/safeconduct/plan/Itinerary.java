package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.FlowProblem;

/**
 * A movement told place by place.
 *
 * @param stops places in order, the first where it sets out; a queue before a checkpoint is part of the drive
 * @param segments ids of the segments between them, one fewer than stops
 */
record Itinerary(List<Stop> stops, List<String> segments) {

    /** When a place is reached and left, in steps. */
    record Stop(String place, int reached, int left) {}

    static Itinerary of(RoadNetwork network, Movement movement) {
        FlowProblem problem = network.problem();
        List<Stop> stops = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        int step = movement.began();
        int reached = -1;
        for (Departure.Leg leg : movement.legs()) {
            FlowProblem.Arc arc = problem.arcs().get(leg.arc());
            step += leg.waitBefore();
            if (network.way(leg.arc()) instanceof RoadNetwork.Way.Drive drive && !drive.onward()) {
                stops.add(new Stop(drive.from(), reached, step));
                segments.add(drive.segment());
            }
            step += arc.transit();
            if (network.meaning(arc.head()) instanceof RoadNetwork.Node.AtPlace) {
                reached = step;
            }
        }
        int last = movement.legs().isEmpty()
                ? movement.node()
                : problem.arcs().get(movement.legs().getLast().arc()).head();
        if (network.meaning(last) instanceof RoadNetwork.Node.AtPlace(String place)) {
            stops.add(new Stop(place, reached, movement.arrival()));
        }
        return new Itinerary(List.copyOf(stops), List.copyOf(segments));
    }

    /** The stops with moments instead of steps. */
    List<Plan.Stop> times(TimeAxis axis) {
        return stops.stream()
                .map(stop -> new Plan.Stop(
                        stop.place(), axis.at(stop.reached() < 0 ? stop.left() : stop.reached()), axis.at(stop.left())))
                .toList();
    }

    List<String> places() {
        return stops.stream().map(Stop::place).toList();
    }
}
