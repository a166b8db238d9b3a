package org.safeconduct.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.terms.Window;

/** Zones, step and horizon: what must be known before any other time can be read. */
record Frame(List<ZoneId> zones, Duration step, Optional<Window> horizon) {
    static final int MOST_STEPS = 100_000;
    static final int FEWEST_STEPS = 10;
    private static final Duration STEP_ON_STREETS = Duration.ofSeconds(10);

    static Frame read(Yaml.Fields file, Problems problems) {
        Section first =
                Section.root(file, new Reading(problems, new Times(ZoneOffset.UTC, problems), Optional.empty()));
        List<ZoneId> zones = zones(first);
        Times times = new Times(zones.isEmpty() ? ZoneOffset.UTC : zones.getFirst(), problems);
        Section section = Section.root(file, new Reading(problems, times, Optional.empty()));
        Duration step = section.findDuration("step")
                .orElse(StreetsReader.isNamed(section) ? STEP_ON_STREETS : Duration.ofMinutes(1));
        if (!section.has("horizon")) {
            section.problem("horizon", "is missing.", "Add " + Shape.example("horizon"));
        }
        Optional<Window> horizon = section.findSection("horizon", Shape.HORIZON).flatMap(Windows::needed);
        horizon.ifPresent(window -> steps(section, step, window));
        return new Frame(zones, step, horizon);
    }

    private static List<ZoneId> zones(Section section) {
        if (!section.has("zones")) {
            section.problem("zones", "is missing.", "Add " + Shape.example("zones"));
        }
        List<ZoneId> zones = new ArrayList<>();
        for (Spot spot : section.findSpots("zones")) {
            section.reading().times.zone(spot).ifPresent(zones::add);
        }
        return List.copyOf(zones);
    }

    private static void steps(Section section, Duration step, Window horizon) {
        if (step.isZero()) {
            section.problem("step", "is zero.", "Write 1 min, or as little as 1 s.");
            return;
        }
        long steps = horizon.length().dividedBy(step);
        String are = "makes " + Range.plain((double) steps) + " steps of the horizon of "
                + Times.shown(horizon.length()) + ".";
        if (steps > MOST_STEPS) {
            Duration least = Duration.ofSeconds(-Math.floorDiv(-horizon.length().toSeconds(), MOST_STEPS));
            section.problem(
                    "step",
                    are,
                    "Write a step of " + Times.shown(least)
                            + " or longer, or a shorter horizon: 100,000 steps are the most.");
        } else if (steps < FEWEST_STEPS) {
            section.problem("step", are, "Write a shorter step: fewer than 10 say nothing.");
        } else if (!step.multipliedBy(steps).equals(horizon.length())) {
            section.problem(
                    "step",
                    "does not divide the horizon of " + Times.shown(horizon.length()) + ".",
                    "Let horizon be a whole number of steps.");
        }
    }
}
