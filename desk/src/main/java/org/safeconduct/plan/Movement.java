package org.safeconduct.plan;

import java.util.List;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.FlowProblem;

/**
 * People on their way out: vehicles that set out from an assembly in one step and arrive together.
 *
 * @param mode how they travel
 * @param name "own cars" or the fleet's name
 * @param cell whose they are: number of the demand's cell
 * @param assembly id
 * @param destination id
 * @param setOut step in which they leave the assembly's place
 * @param node where the legs begin: where they gather, or the junction they turned back to
 * @param began step in which they are there
 * @param arrival step in which they arrive
 * @param vehicles how many
 * @param people in them
 * @param legs the way from that node on; from where they gather, the first leg is the setting out
 */
record Movement(
        Plan.Mode mode,
        String name,
        int cell,
        String assembly,
        String destination,
        int setOut,
        int node,
        int began,
        int arrival,
        int vehicles,
        long people,
        List<Departure.Leg> legs) {

    Movement {
        legs = List.copyOf(legs);
    }

    /** The same people going on from another node, or along other legs. */
    Movement along(int newNode, int newBegan, List<Departure.Leg> newLegs) {
        return new Movement(
                mode, name, cell, assembly, destination, setOut, newNode, newBegan, arrival, vehicles, people, newLegs);
    }

    /** The same way, ending elsewhere or later. */
    Movement endingAt(String newDestination, int newArrival) {
        return new Movement(
                mode, name, cell, assembly, newDestination, setOut, node, began, newArrival, vehicles, people, legs);
    }

    /** The same in a problem with the same roads, from one of its sources to one of its sinks. */
    Departure departure(int source, int sink, FlowProblem problem) {
        int onTheWay = 0;
        for (Departure.Leg leg : legs) {
            onTheWay += leg.waitBefore() + problem.arcs().get(leg.arc()).transit();
        }
        return new Departure(source, sink, began, began, vehicles, legs, Math.max(0, arrival - began - onTheWay));
    }

    /** Some of them. */
    Movement part(int someVehicles, long somePeople) {
        return new Movement(
                mode, name, cell, assembly, destination, setOut, node, began, arrival, someVehicles, somePeople, legs);
    }
}
