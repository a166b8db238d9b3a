package org.safeconduct.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * Plans all fleets: linked ones in lockstep first, then the others in file order.
 *
 * <p>Two fleets are linked where one side's vehicles move only if the other's do (DOMAIN 24). Then lift n of both sets out when both are loaded, lift n + 1 not before both have
 * arrived; if one of them cannot bring anyone out, neither moves. Once one side has nobody left to bring, its part is done and the other goes on alone.
 */
final class Fleets {

    private Fleets() {}

    static void plan(Scenario scenario, Booking booking) {
        Set<String> planned = new HashSet<>();
        for (Scenario.Link link : scenario.links()) {
            FleetPlanner one = new FleetPlanner(fleet(scenario, link.fleet()), booking);
            FleetPlanner other = new FleetPlanner(fleet(scenario, link.with()), booking);
            planned.addAll(List.of(link.fleet(), link.with()));
            planLinked(one, other, booking);
        }
        for (Fleet fleet : scenario.fleets()) {
            if (!planned.contains(fleet.id())) {
                new FleetPlanner(fleet, booking).planAll();
            }
        }
    }

    private static void planLinked(FleetPlanner one, FleetPlanner other, Booking booking) {
        int barrier = 0;
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

    private static Fleet fleet(Scenario scenario, String id) {
        return scenario.getFleet(id);
    }
}
