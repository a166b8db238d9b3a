package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.FlowProblem;

/**
 * Vehicles that enter the network in one step and travel the same way.
 *
 * @param source number of the source in the problem it was found for
 * @param sink number of the sink in that problem
 * @param start step in which they enter the network
 * @param end step in which they arrive
 * @param vehicles how many
 * @param legs the way, with the steps waited before each arc
 */
record Trip(int source, int sink, int start, int end, int vehicles, List<Departure.Leg> legs) {

    /** The trips of a flow, by start, source and end. */
    static List<Trip> of(DirectWays ways) {
        List<Trip> trips = new ArrayList<>();
        for (Departure departure : ways.departures()) {
            int length = duration(ways.problem(), departure);
            for (int step = departure.from(); step <= departure.to(); step++) {
                trips.add(new Trip(
                        departure.source(),
                        departure.sink(),
                        step,
                        step + length,
                        departure.amount(),
                        departure.legs()));
            }
        }
        trips.sort(Comparator.comparingInt(Trip::start)
                .thenComparingInt(Trip::source)
                .thenComparingInt(Trip::end));
        return trips;
    }

    private static int duration(FlowProblem problem, Departure departure) {
        int steps = departure.waitAtEnd();
        for (Departure.Leg leg : departure.legs()) {
            steps += leg.waitBefore() + problem.arcs().get(leg.arc()).transit();
        }
        return steps;
    }
}
