package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.DirectWays;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.plan.OnTheWay.Spot;
import org.safeconduct.plan.Start.AidOnTheWay;
import org.safeconduct.plan.Start.AidStart;
import org.safeconduct.plan.Start.AidTrip;
import org.safeconduct.scenario.Scenario.AidConvoy;

/** Plans inbound aid, before everything else: it takes its slots at shared checkpoints first. */
final class AidPlanner {

    private AidPlanner() {}

    /** The trips of each convoy, by its id; those that arrived before are among them. */
    static Map<String, List<AidTrip>> plan(Ledger ledger, Start start) {
        Map<String, List<AidTrip>> trips = new LinkedHashMap<>();
        for (AidConvoy aid : ledger.network().scenario().aid()) {
            trips.put(aid.id(), plan(ledger, aid, start));
        }
        return trips;
    }

    static Entries entries(AidStart start) {
        return new Entries(
                start.underWay().stream().map(AidOnTheWay::spot).toList(),
                start.underWay().stream().mapToInt(AidOnTheWay::vehicles).toArray());
    }

    private static List<AidTrip> plan(Ledger ledger, AidConvoy aid, Start start) {
        RoadNetwork network = ledger.network();
        AidStart from = start.aid(aid.id());
        Entries entries = entries(from);
        List<FlowProblem.Source> sources = new ArrayList<>(entries.sources(network, aid.name()));
        int release = Math.max(start.step(), network.axis().notBefore(aid.from()));
        int home = network.place(aid.fromPlace());
        sources.add(new FlowProblem.Source(home, from.waiting(), release, 0));
        FlowProblem part = ledger.rest(
                sources,
                List.of(new FlowProblem.Sink(
                        network.place(aid.toPlace()), FlowProblem.UNLIMITED, Profile.unlimited(), 0)));
        DirectWays ways = Solving.solve(part);
        ledger.enter(aid.name(), part, ways.flow());
        List<AidTrip> trips = new ArrayList<>(from.arrived());
        List<Trip> found = Trip.of(ways);
        entries.each(
                found,
                (group, vehicles, trip) -> trips.add(goneOn(from.underWay().get(group), vehicles, trip)));
        found.stream()
                .filter(trip -> trip.source() == entries.count())
                .map(trip -> new AidTrip(home, trip.start(), trip.end(), trip.vehicles(), trip.legs(), false))
                .forEach(trips::add);
        return trips;
    }

    private static AidTrip goneOn(AidOnTheWay group, int vehicles, Trip trip) {
        Spot spot = group.spot();
        List<Leg> onward = trip.legs().subList(1, trip.legs().size());
        return new AidTrip(spot.node(), trip.start() + 1, trip.end(), vehicles, onward, true);
    }

    static Plan.AidRow row(AidConvoy aid, List<AidTrip> trips, TimeAxis axis) {
        return new Plan.AidRow(
                aid.id(),
                aid.vehicles(),
                trips.stream().mapToLong(AidTrip::vehicles).sum(),
                trips.stream().map(AidTrip::end).min(Integer::compare).map(axis::at),
                trips.stream().map(AidTrip::end).max(Integer::compare).map(axis::at));
    }
}
