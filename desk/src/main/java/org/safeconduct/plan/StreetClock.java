package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;

/**
 * Whole steps for streets that take less than one.
 *
 * <p>Rounding each street up to a step would make a way of forty streets take twice as long. So each place has a clock of its own that runs behind by less than a step:
 * whoever is there "in step k" is there at k steps + its lag.
 *
 * <pre>
 *   steps from a to b = (lag of a + drive − lag of b) ÷ step,  up for a plan, down for a bound
 * </pre>
 *
 * A way's roundings then never add up: it takes less than a step longer (or shorter) than it should, and with lags taken from the time left to the nearest destination the
 * quickest ways take exactly what they should. A plan gives every street a step at least. In a bound, places that are less than a step apart are one place.
 *
 * <p><b>Beats.</b> In a plan nobody stands on the road. If all roads kept one beat, who enters one would find the next between two beats: at 17 vehicles an hour nobody at all would come through
 * three short streets in a row. So a street's beat is ahead by the steps that are left from its start to the nearest destination. On the quickest ways there who enters one street in its
 * beat finds all others of its rate in theirs.
 *
 * <p>Without streets all lags are zero, and no beat is ahead.
 */
final class StreetClock {
    private static final Duration FINE = Duration.ofSeconds(2);

    /** The longest horizon that is counted so finely: work grows with the steps, and over many hours one more rounding matters less. */
    private static final Duration LONGEST_FINE = Duration.ofHours(6);

    private final Case numbers;
    private final TimeAxis axis;
    private final boolean hasStreets;
    private final Map<String, Long> lags = new HashMap<>();
    private final Map<String, Long> stepsLeft = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<BitSet, BitSet> shifted = new HashMap<>();

    private StreetClock(Case numbers, TimeAxis axis, boolean hasStreets) {
        this.numbers = numbers;
        this.axis = axis;
        this.hasStreets = hasStreets;
    }

    /** The step a network counts in: on streets a bound over at most six hours counts finer, so that few places are less than a step apart. */
    static Duration step(Scenario scenario, List<Road> roads, Case numbers) {
        Duration step = scenario.step();
        boolean coarse = step.compareTo(FINE) > 0
                && step.toMillis() % FINE.toMillis() == 0
                && scenario.horizon().length().compareTo(LONGEST_FINE) <= 0;
        boolean onStreets = roads.stream().anyMatch(road -> road.street().isPresent());
        return coarse && onStreets && numbers.rounding() == Case.Rounding.OUTER ? FINE : step;
    }

    /** The clocks of one version's places. */
    static StreetClock of(Scenario scenario, Version version, List<Road> roads, Case numbers, TimeAxis axis) {
        boolean hasStreets = roads.stream().anyMatch(road -> road.street().isPresent());
        StreetClock clock = new StreetClock(numbers, axis, hasStreets);
        if (hasStreets) {
            List<String> ends = version.destinations().stream()
                    .map(id -> scenario.getDestination(id).place())
                    .toList();
            List<Drive> drives = clock.drives(roads);
            clock.setLags(drives, ends);
            switch (numbers.rounding()) {
                case PLAN -> clock.stepsLeft.putAll(left(drives, ends, clock::steps));
                case OUTER -> {
                    clock.neverBack(drives);
                    drives.forEach(clock::merge);
                }
            }
        }
        return clock;
    }

    /** Steps of a drive between two places; in a bound 0 where they are one place. */
    int steps(String from, String to, Duration drive) {
        if (!hasStreets) {
            return Math.max(1, numbers.steps(axis, drive));
        }
        long steps = numbers.steps(axis, drive.plusMillis(lag(from) - lag(to)));
        return Math.toIntExact(Math.max(numbers.rounding() == Case.Rounding.PLAN ? 1 : 0, steps));
    }

    /**
     * Steps in which a drive may begin or go on, as the clocks of its two ends count them: in a plan it must be over when the road closes, so a lag at its end takes a
     * step off; in a bound a lag at its start gives one.
     */
    BitSet entering(BitSet open, String from, String to) {
        boolean plan = numbers.rounding() == Case.Rounding.PLAN;
        if (lag(plan ? to : from) == 0) {
            return open;
        }
        return shifted.computeIfAbsent(open, steps -> {
            BitSet moved = steps.get(1, Math.max(1, steps.length()));
            if (plan) {
                moved.and(steps);
            } else {
                moved.or(steps);
            }
            return moved;
        });
    }

    /** A rate in the beat of those who will be at a place so many steps later. */
    Rate inBeat(Rate rate, String place, int later) {
        return rate.earlier(Math.toIntExact((stepsLeft.getOrDefault(place, 0L) + later) % rate.perSteps()));
    }

    /** The place that stands for it: itself, but where a bound takes several for one. */
    String standIn(String place) {
        String root = place;
        while (mergedInto.containsKey(root)) {
            root = mergedInto.get(root);
        }
        return root;
    }

    private long lag(String place) {
        return lags.getOrDefault(place, 0L);
    }

    // ---- lags -------------------------------------------------------------------------------------------------

    private record Drive(String from, String to, long millis) {}

    private record Left(String place, long length) {}

    private List<Drive> drives(List<Road> roads) {
        List<Drive> drives = new ArrayList<>();
        for (Road road : roads) {
            long millis = road.duration(numbers.least(road.travel())).toMillis();
            drives.add(new Drive(road.segment().from(), road.segment().to(), millis));
            if (road.bothWays()) {
                drives.add(new Drive(road.segment().to(), road.segment().from(), millis));
            }
        }
        return drives;
    }

    private int steps(Drive drive) {
        return steps(drive.from(), drive.to(), Duration.ofMillis(drive.millis()));
    }

    private void setLags(List<Drive> drives, List<String> ends) {
        long step = axis.step().toMillis();
        left(drives, ends, Drive::millis).forEach((place, millis) -> lags.put(place, Math.floorMod(-millis, step)));
    }

    /** What is left from each place to the nearest end. */
    private static Map<String, Long> left(List<Drive> drives, List<String> ends, ToLongFunction<Drive> length) {
        Map<String, List<Drive>> into = new HashMap<>();
        drives.forEach(drive ->
                into.computeIfAbsent(drive.to(), to -> new ArrayList<>()).add(drive));
        Map<String, Long> left = new HashMap<>();
        PriorityQueue<Left> open =
                new PriorityQueue<>(Comparator.comparingLong(Left::length).thenComparing(Left::place));
        ends.forEach(end -> open.add(new Left(end, 0)));
        while (!open.isEmpty()) {
            Left next = open.remove();
            if (left.putIfAbsent(next.place(), next.length()) == null) {
                for (Drive drive : into.getOrDefault(next.place(), List.of())) {
                    if (!left.containsKey(drive.from())) {
                        open.add(new Left(drive.from(), next.length() + length.applyAsLong(drive)));
                    }
                }
            }
        }
        return left;
    }

    /** Lowers lags until no drive, however short, ends in an earlier step than it began. */
    private void neverBack(List<Drive> drives) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Drive drive : drives) {
                long latest = lag(drive.from()) + drive.millis();
                if (lag(drive.to()) > latest) {
                    lags.put(drive.to(), latest);
                    changed = true;
                }
            }
        }
    }

    private void merge(Drive drive) {
        String from = standIn(drive.from());
        String to = standIn(drive.to());
        if (!from.equals(to) && steps(drive) == 0) {
            mergedInto.put(from.compareTo(to) < 0 ? to : from, from.compareTo(to) < 0 ? from : to);
        }
    }
}
