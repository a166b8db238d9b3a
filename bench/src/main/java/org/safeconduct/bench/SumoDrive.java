package org.safeconduct.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Timetable;
import org.safeconduct.scenario.Scenario;

/**
 * The way of a drive as it is given to the simulator.
 *
 * @param stops places in order
 * @param segments ids of the segments between them, one fewer
 * @param rounds how many circles were taken out
 */
record SumoDrive(List<Plan.Stop> stops, List<String> segments, int rounds) {

    static SumoDrive asPlanned(Timetable.Drive drive) {
        return new SumoDrive(drive.stops(), drive.segments(), 0);
    }

    /** When it sets out. */
    Instant departure() {
        return stops.getFirst().left();
    }

    /**
     * The same drive without going round a block to pass the time: it sets out later instead, and arrives when it did.
     *
     * <p>Plans have such circles, because whole vehicles in whole steps do not pass two roads in a row at the full rate of both, and nobody is planned to stand on the road.
     * A circle stays if a road before it would not be open by then, or if it holds a wait.
     */
    SumoDrive straight(Scenario.Version version) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < stops.size(); i++) {
            Integer before = seen.put(stops.get(i).place(), i);
            if (before != null && isFree(before, i) && isOpenLater(version, before, gap(before, i))) {
                return without(before, i).straight(version);
            }
        }
        return this;
    }

    private Duration gap(int from, int to) {
        return Duration.between(stops.get(from).reached(), stops.get(to).reached());
    }

    private boolean isFree(int from, int to) {
        return stops.subList(from, to).stream().allMatch(stop -> stop.left().equals(stop.reached()));
    }

    private boolean isOpenLater(Scenario.Version version, int legs, Duration gap) {
        for (int i = 0; i < legs; i++) {
            Instant from = stops.get(i).left().plus(gap);
            Instant to = stops.get(i + 1).reached().plus(gap);
            boolean open = version.silence().getOrDefault(segments.get(i), List.of()).stream()
                    .anyMatch(window -> !from.isBefore(window.from()) && !to.isAfter(window.to()));
            if (!open) {
                return false;
            }
        }
        return true;
    }

    private SumoDrive without(int from, int to) {
        Duration gap = gap(from, to);
        List<Plan.Stop> straight = new ArrayList<>();
        for (Plan.Stop stop : stops.subList(0, from)) {
            straight.add(new Plan.Stop(
                    stop.place(), stop.reached().plus(gap), stop.left().plus(gap)));
        }
        straight.addAll(stops.subList(to, stops.size()));
        List<String> way = new ArrayList<>(segments.subList(0, from));
        way.addAll(segments.subList(to, segments.size()));
        return new SumoDrive(List.copyOf(straight), List.copyOf(way), rounds + 1);
    }
}
