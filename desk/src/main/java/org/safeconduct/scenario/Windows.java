package org.safeconduct.scenario;

import java.time.Instant;
import java.util.Optional;
import org.safeconduct.terms.Window;

/** Reads moments and windows, and holds them against the horizon. */
final class Windows {
    private static final String WIDEN = "Correct it, or widen horizon.";

    private Windows() {}

    /** The window that {@code from} and {@code to} say. */
    static Optional<Window> needed(Section section) {
        section.need("from");
        section.need("to");
        Optional<Times.Moment> from = section.findMoment("from");
        Optional<Times.Moment> to = section.findMoment("to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Instant start = from.get().instant();
        Instant end = to.get().instant();
        if (!start.isBefore(end)) {
            String both = "from is " + shown(section, start) + ", to is " + shown(section, end) + ".";
            String problem =
                    start.equals(end) ? "is when the window starts; it has no length: " : "ends before it starts: ";
            section.problem("to", problem + both, "Write a later time; check date and zone.");
            return Optional.empty();
        }
        return Optional.of(new Window(start, end, from.get().zone()));
    }

    /** A window all of which must lie within the horizon: announced hours are never cut. */
    static Optional<Window> insideHorizon(Section section) {
        Optional<Window> window = needed(section);
        Optional<Window> horizon = section.reading().horizon;
        if (window.isEmpty() || horizon.isEmpty()) {
            return window;
        }
        String remedy = "Widen horizon: announced hours must lie in it.";
        if (window.get().from().isBefore(horizon.get().from())) {
            section.problem(
                    "from", "is before the horizon, " + section.reading().shownHorizon() + ".", remedy);
        }
        if (window.get().to().isAfter(horizon.get().to())) {
            section.problem("to", "is after the horizon, " + section.reading().shownHorizon() + ".", remedy);
        }
        return window;
    }

    /** A window of which some part must lie within the horizon. */
    static Optional<Window> touchingHorizon(Section section) {
        Optional<Window> window = needed(section);
        Optional<Window> horizon = section.reading().horizon;
        if (window.isPresent() && horizon.isPresent() && !overlap(window.get(), horizon.get())) {
            section.problem(
                    "from",
                    "begins a window outside the horizon, " + section.reading().shownHorizon() + ".",
                    WIDEN);
        }
        return window;
    }

    static boolean overlap(Window a, Window b) {
        return a.from().isBefore(b.to()) && b.from().isBefore(a.to());
    }

    /** A moment that must lie within the horizon. */
    static Optional<Instant> findInside(Section section, String key) {
        Optional<Instant> moment = section.findMoment(key).map(Times.Moment::instant);
        Optional<Window> horizon = section.reading().horizon;
        if (moment.isPresent() && horizon.isPresent() && !horizon.get().contains(moment.get())) {
            section.problem(key, "is outside the horizon, " + section.reading().shownHorizon() + ".", WIDEN);
        }
        return moment;
    }

    /** The first moment something can happen: {@code from}, else the horizon's first. */
    static Instant start(Section section) {
        Instant first = section.reading().horizon.map(Window::from).orElse(Instant.EPOCH);
        if (!section.has("from")) {
            section.assume("from", shown(section, first));
        }
        return findInside(section, "from").orElse(first);
    }

    private static String shown(Section section, Instant moment) {
        return section.reading().times.shown(moment);
    }
}
