package org.safeconduct.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * Plans all fleets: linked ones in lockstep first, then the others in file order. Who is on the road with people on board is planned before anyone sets out.
 *
 * <p>Two fleets are linked where one side's vehicles move only if the other's do (DOMAIN 24). Then lift n of both sets out when both are loaded, lift n + 1 not before both have
 * arrived; if one of them cannot bring anyone out, neither moves. Once one side has nobody left to bring, its part is done and the other goes on alone.
 */
final class Fleets {

    private Fleets() {}

    static void plan(Start start, Booking booking) {
        Scenario scenario = booking.ledger().network().scenario();
        Set<String> planned = new HashSet<>();
        for (Scenario.Link link : scenario.links()) {
            FleetPlanner one = planner(scenario.getFleet(link.fleet()), start, booking);
            FleetPlanner other = planner(scenario.getFleet(link.with()), start, booking);
            planned.addAll(List.of(link.fleet(), link.with()));
            planLinked(one, other, booking);
        }
        for (Fleet fleet : scenario.fleets()) {
            if (!planned.contains(fleet.id())) {
                planner(fleet, start, booking).planAll();
            }
        }
    }

    private static FleetPlanner planner(Fleet fleet, Start start, Booking booking) {
        FleetPlanner planner = new FleetPlanner(fleet, start, booking);
        planner.bringIn();
        return planner;
    }

    private static void planLinked(FleetPlanner one, FleetPlanner other, Booking booking) {
        int barrier = Math.max(one.lastArrival(), other.lastArrival());
        while (one.hasWork() && other.hasWork()) {
            int loaded = Math.max(
                    barrier,
                    Math.max(
                            one.next(booking.ledger(), barrier).loaded(),
                            other.next(booking.ledger(), barrier).loaded()));
            FleetPlanner.Round first = one.next(booking.ledger(), loaded);
            FleetPlanner.Round second = other.next(first.ledger(), loaded);
            if (first.isEmpty() || second.isEmpty()) {
                return;
            }
            one.settle(first);
            other.settle(second);
            barrier = Math.max(first.arrived(), second.arrived());
        }
        one.planAll();
        other.planAll();
    }
}
