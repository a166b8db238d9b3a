package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeconduct.plan.OnTheWay.Spot;
import org.safeconduct.plan.OnTheWay.Turn;

/** Tells what news did to a plan that was under way: who was on the road, who turned back, who stands where, and what would happen if nobody did anything. */
final class Interruption {

    private final CaseRun run;
    private final CaseRun past;
    private final RoadNetwork network;

    Interruption(CaseRun run, CaseRun past) {
        this.run = run;
        this.past = past;
        this.network = run.network();
    }

    Plan.Replanned tell() {
        List<OnTheWay> onRoad = onRoad();
        List<OnTheWay> stopped = new ArrayList<>(run.stranded());
        run.stuck().forEach(one -> stopped.add(one.way()));
        long people = people(onRoad);
        Plan.Stranding nothing = doingNothing();
        return new Plan.Replanned(
                network.axis().at(run.start().step()),
                run.arrivedBefore(),
                people,
                people - people(stopped),
                turnedBack(onRoad),
                stopped(stopped),
                past.planned(),
                nothing.arrived(),
                nothing.heldAt());
    }

    private List<OnTheWay> onRoad() {
        List<OnTheWay> onRoad = new ArrayList<>(run.start().cars());
        run.start().fleets().values().stream()
                .flatMap(fleet -> fleet.carried().stream())
                .map(FleetStart.Carried::way)
                .forEach(onRoad::add);
        return onRoad;
    }

    private static long people(List<OnTheWay> groups) {
        return groups.stream().mapToLong(way -> way.movement().people()).sum();
    }

    private static List<Plan.Count> turnedBack(List<OnTheWay> onRoad) {
        Map<String, Long> bySegment = new TreeMap<>();
        onRoad.forEach(way -> way.spot()
                .turned()
                .ifPresent(
                        turn -> bySegment.merge(turn.segment(), way.movement().people(), Long::sum)));
        return bySegment.entrySet().stream()
                .map(entry -> new Plan.Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** By place and by where they turned; the first to be there says from when on. */
    private List<Plan.Stopped> stopped(List<OnTheWay> groups) {
        Map<List<String>, long[]> rows = new TreeMap<>(Comparator.comparing(Object::toString));
        for (OnTheWay group : groups) {
            Spot spot = group.spot();
            long[] row = rows.computeIfAbsent(
                    List.of(
                            network.placeOf(spot.node()),
                            spot.turned().map(Turn::segment).orElse("")),
                    key -> new long[] {Integer.MAX_VALUE, 0});
            row[0] = Math.min(row[0], spot.step());
            row[1] += group.movement().people();
        }
        List<Plan.Stopped> stopped = new ArrayList<>();
        rows.forEach((key, row) ->
                stopped.add(new Plan.Stopped(key.getFirst(), network.axis().at((int) row[0]), row[1], key.getLast())));
        return stopped;
    }

    /** Everybody drives the old sheet on the roads as they are now. */
    private Plan.Stranding doingNothing() {
        int step = run.start().step();
        List<Movement> sheet = new ArrayList<>();
        Simulation simulation = new Simulation(network);
        simulation.arrivedBefore(run.arrivedBefore());
        for (OnTheWay way : onRoad()) {
            Movement ahead = way.ahead();
            if (way.spot().turned().isPresent() || way.spot().stands()) {
                simulation.stand(way.spot().node(), ahead.people());
            } else {
                sheet.add(ahead);
            }
        }
        Set<Movement> setOut = Collections.newSetFromMap(new IdentityHashMap<>());
        onRoad().forEach(way -> setOut.add(way.movement()));
        past.movements().stream()
                .filter(movement -> movement.arrival() >= step && !setOut.contains(movement))
                .forEach(sheet::add);
        simulation.run(sheet.stream()
                .map(movement -> Stranded.group(network, movement, 0))
                .toList());
        return simulation.result(Plan.Stranding.Discipline.BY_THE_SHEET, Duration.ZERO, 0);
    }
}
