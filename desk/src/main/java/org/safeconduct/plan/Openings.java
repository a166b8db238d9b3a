package org.safeconduct.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Curfew;
import org.safeconduct.terms.Window;

/**
 * When a segment may be entered: the whole drive must fit into silence, between closures and curfews.
 *
 * <pre>
 *   silence        |=======================)
 *   closure                 |xxxxx)
 *   may enter      |eeee)         |eeeeee)        each e + the drive ends before the next bar
 * </pre>
 */
final class Openings {

    private final Scenario.Version version;
    private final TimeAxis axis;
    private final Case.Rounding rounding;
    private final Map<String, List<Scenario.Closure>> closures = new HashMap<>();
    private final List<Set<String>> curfews;
    private final Map<Hours, BitSet> known = new HashMap<>();

    /** What decides when a segment is open: most streets share it. */
    private record Hours(List<Window> silence, List<Scenario.Closure> closures, BitSet curfews) {}

    Openings(Scenario scenario, Scenario.Version version, TimeAxis axis, Case.Rounding rounding) {
        this.version = version;
        this.axis = axis;
        this.rounding = rounding;
        scenario.closures()
                .forEach(closure -> closures.computeIfAbsent(closure.segment(), segment -> new ArrayList<>())
                        .add(closure));
        this.curfews = version.curfews().stream()
                .map(curfew -> Set.copyOf(curfew.segments()))
                .toList();
    }

    /** Steps in which the segment is open: bit k stands for the time between step k and step k + 1. Shared: not to be changed. */
    BitSet open(String segment) {
        BitSet nights = new BitSet();
        for (int i = 0; i < curfews.size(); i++) {
            nights.set(i, curfews.get(i).contains(segment));
        }
        List<Window> silence = version.silence().getOrDefault(segment, List.of());
        return known.computeIfAbsent(new Hours(silence, closures.getOrDefault(segment, List.of()), nights), this::open);
    }

    private BitSet open(Hours hours) {
        BitSet open = new BitSet(axis.horizon() + 1);
        hours.silence().forEach(window -> set(open, window, true));
        hours.closures().forEach(closure -> set(open, closure.window(), false));
        hours.curfews().stream()
                .mapToObj(version.curfews()::get)
                .forEach(curfew -> nights(curfew).forEach(night -> set(open, night, false)));
        return open;
    }

    /** The rate in the steps in which a drive of {@code transit} steps can begin and end while {@code open}. */
    static Profile entering(BitSet open, int transit, Rate rate, int horizon) {
        BitSet enter = new BitSet(horizon + 1);
        for (int from = open.nextSetBit(0); from >= 0; from = open.nextSetBit(from)) {
            int to = open.nextClearBit(from);
            if (to - transit >= from) {
                enter.set(from, to - transit + 1);
            }
            from = to;
        }
        return profile(enter, rate);
    }

    /** {@code rate} in the steps of {@code enter}, nothing in the others. */
    static Profile profile(BitSet enter, Rate rate) {
        List<Profile.Piece> pieces = new ArrayList<>();
        if (!enter.get(0)) {
            pieces.add(new Profile.Piece(0, Rate.NONE));
        }
        for (int from = enter.nextSetBit(0); from >= 0; ) {
            int to = enter.nextClearBit(from);
            pieces.add(new Profile.Piece(from, rate));
            pieces.add(new Profile.Piece(to, Rate.NONE));
            from = enter.nextSetBit(to);
        }
        return new Profile(pieces);
    }

    /** Steps between two moments in which vehicles may set out under this version. */
    BitSet settingOut() {
        int from = version.earliestDeparture().map(axis::notBefore).orElse(TimeAxis.LEAD);
        int to = version.latestDeparture().map(axis::notAfter).orElse(axis.horizon());
        BitSet steps = new BitSet(axis.horizon() + 1);
        if (to >= from) {
            steps.set(from, to + 1);
        }
        return steps;
    }

    /** The first moment after which the segment is never open again. */
    int closesForGood(String segment) {
        return open(segment).length();
    }

    private void set(BitSet steps, Window window, boolean value) {
        // A plan counts a step as open only if all of it is; the outer bound if any of it is.
        boolean wholeSteps = value == (rounding == Case.Rounding.PLAN);
        int from = wholeSteps ? axis.notBefore(window.from()) : Math.max(0, axis.notAfter(window.from()));
        int to = wholeSteps ? axis.notAfter(window.to()) : axis.notBefore(window.to());
        if (to > from) {
            steps.set(from, to, value);
        }
    }

    private List<Window> nights(Curfew curfew) {
        ZoneId zone = curfew.zone();
        LocalDate day = LocalDate.ofInstant(axis.at(0), zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(axis.at(axis.horizon()), zone);
        List<Window> nights = new ArrayList<>();
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate ends = curfew.to().isAfter(curfew.from()) ? day : day.plusDays(1);
            Instant from = LocalDateTime.of(day, curfew.from()).atZone(zone).toInstant();
            Instant to = LocalDateTime.of(ends, curfew.to()).atZone(zone).toInstant();
            if (from.isBefore(to)) {
                nights.add(new Window(from, to, zone));
            }
        }
        return nights;
    }
}
