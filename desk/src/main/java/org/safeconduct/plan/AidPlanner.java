package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Solution;
import org.safeconduct.scenario.Scenario.AidConvoy;

/** Plans inbound aid, before everything else: it takes its slots at shared checkpoints first. */
final class AidPlanner {

    private AidPlanner() {}

    static List<Plan.AidRow> plan(Ledger ledger) {
        List<Plan.AidRow> rows = new ArrayList<>();
        for (AidConvoy aid : ledger.network().scenario().aid()) {
            rows.add(plan(ledger, aid));
        }
        return rows;
    }

    private static Plan.AidRow plan(Ledger ledger, AidConvoy aid) {
        RoadNetwork network = ledger.network();
        TimeAxis axis = network.axis();
        FlowProblem part = ledger.rest(
                List.of(new FlowProblem.Source(
                        network.place(aid.fromPlace()), aid.vehicles(), axis.notBefore(aid.from()), 0)),
                List.of(new FlowProblem.Sink(
                        network.place(aid.toPlace()), FlowProblem.UNLIMITED, Profile.unlimited(), 0)));
        Solution solution = Solving.solve(part);
        ledger.enter(aid.name(), part, solution.flow());
        List<Trip> trips = Trip.of(solution);
        return new Plan.AidRow(
                aid.id(),
                aid.vehicles(),
                trips.stream().mapToLong(Trip::vehicles).sum(),
                trips.stream().map(trip -> trip.end()).min(Integer::compare).map(axis::at),
                trips.stream().map(trip -> trip.end()).max(Integer::compare).map(axis::at));
    }
}
