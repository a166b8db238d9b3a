package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.flow.Departure;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.AidConvoy;

/**
 * What a run begins with: in the morning everybody is at home; when news comes, some have arrived and some are on the road.
 *
 * @param step first step that can still be decided; 0 in the morning
 * @param home who has not set out
 * @param settingOut of these, cars by cell that set out just as the news comes
 * @param cars people's own cars under way
 * @param fleets provided vehicles by id of their fleet
 * @param aid inbound vehicles by id of their convoy
 * @param past the run that was under way; empty in the morning
 */
record Start(
        int step,
        Demand home,
        int[] settingOut,
        List<OnTheWay> cars,
        Map<String, FleetStart> fleets,
        Map<String, AidStart> aid,
        Optional<CaseRun> past) {

    /**
     * Inbound vehicles of one convoy.
     *
     * @param waiting that have not set out
     * @param underWay on the road
     * @param arrived what has arrived, trip by trip
     */
    record AidStart(int waiting, List<AidOnTheWay> underWay, List<AidTrip> arrived) {
        AidStart {
            underWay = List.copyOf(underWay);
            arrived = List.copyOf(arrived);
        }
    }

    /** Inbound vehicles where they are next at a node. */
    record AidOnTheWay(OnTheWay.Spot spot, int vehicles) {}

    /** Inbound vehicles that travel together. */
    record AidTrip(int node, int began, int end, int vehicles, List<Departure.Leg> legs, boolean wasUnderWay) {}

    static Start ofDay(RoadNetwork network, Demand demand) {
        Scenario scenario = network.scenario();
        Map<String, FleetStart> fleets = new LinkedHashMap<>();
        scenario.fleets().forEach(fleet -> fleets.put(fleet.id(), FleetStart.ofDay(fleet, network)));
        Map<String, AidStart> aid = new LinkedHashMap<>();
        for (AidConvoy convoy : scenario.aid()) {
            aid.put(convoy.id(), new AidStart(convoy.vehicles(), List.of(), List.of()));
        }
        return new Start(0, demand, new int[demand.cells().size()], List.of(), fleets, aid, Optional.empty());
    }

    /** The nodes by which those come in who are on the road, class by class. */
    List<RoadNetwork.Entry> entries(Scenario scenario) {
        List<RoadNetwork.Entry> entries = new ArrayList<>();
        carsByClass()
                .forEach((destinations, groups) ->
                        entries.addAll(Entries.of(groups).nodes(CarPlanner.name(destinations))));
        for (Scenario.Fleet fleet : scenario.fleets()) {
            FleetStart start = fleet(fleet.id());
            entries.addAll(Entries.of(start.carried().stream()
                            .map(FleetStart.Carried::way)
                            .toList())
                    .nodes(fleet.name()));
            entries.addAll(FleetPlanner.empties(start.vehicles()).nodes(FleetPlanner.emptyName(fleet)));
        }
        for (AidConvoy convoy : scenario.aid()) {
            entries.addAll(AidPlanner.entries(aid(convoy.id())).nodes(convoy.name()));
        }
        return entries;
    }

    /** Cars under way by the destinations they may end at. */
    Map<List<String>, List<OnTheWay>> carsByClass() {
        Map<List<String>, List<OnTheWay>> classes = new LinkedHashMap<>();
        for (OnTheWay group : cars) {
            classes.computeIfAbsent(
                            home.cells().get(group.movement().cell()).destinations(), destinations -> new ArrayList<>())
                    .add(group);
        }
        return classes;
    }

    /** Those who had arrived before. */
    List<Movement> arrived() {
        return past.stream()
                .flatMap(run -> run.movements().stream())
                .filter(movement -> movement.arrival() < step)
                .toList();
    }

    /** People who had not arrived. */
    long people() {
        long underWay = cars.stream().mapToLong(way -> way.movement().people()).sum();
        long carried = fleets.values().stream()
                .flatMap(fleet -> fleet.carried().stream())
                .mapToLong(one -> one.way().movement().people())
                .sum();
        return home.people() + underWay + carried;
    }

    FleetStart fleet(String id) {
        return Optional.ofNullable(fleets.get(id)).orElseThrow();
    }

    AidStart aid(String id) {
        return Optional.ofNullable(aid.get(id)).orElseThrow();
    }
}
