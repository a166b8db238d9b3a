package org.safeconduct.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.scenario.Scenario;

/**
 * A moment on the command line.
 *
 * <pre>
 *   10:30                      on the first day of the scenario on which that is within its hours, in its first zone
 *   2022-03-05 10:30           in the first zone
 *   2022-03-05T10:30+02:00     2022-03-05 11:30 Europe/Moscow
 * </pre>
 *
 * Like in scenario files, a local time that the change of clocks skips or repeats is not guessed.
 */
final class MomentOption {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern LOCAL =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2})(?: ([A-Za-z][A-Za-z0-9_+/-]{0,63}))?");

    private MomentOption() {}

    /** The moment; empty if the words are none, or if it is not within the scenario's hours. */
    static Optional<Instant> of(String text, Scenario scenario) {
        List<Instant> candidates;
        try {
            candidates = candidates(text, scenario);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(at -> !at.isBefore(scenario.horizon().from())
                        && at.isBefore(scenario.horizon().to()))
                .findFirst();
    }

    private static List<Instant> candidates(String text, Scenario scenario) {
        ZoneId first = scenario.zones().getFirst();
        if (TIME.matcher(text).matches()) {
            LocalTime time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
            LocalDate last = LocalDate.ofInstant(scenario.horizon().to(), first);
            return LocalDate.ofInstant(scenario.horizon().from(), first)
                    .datesUntil(last.plusDays(1))
                    .flatMap(day -> instant(day.atTime(time), first).stream())
                    .toList();
        }
        Matcher local = LOCAL.matcher(text);
        if (local.matches()) {
            LocalDateTime at = LocalDateTime.parse(local.group(1) + "T" + local.group(2));
            ZoneId zone = local.group(3) == null ? first : ZoneId.of(local.group(3));
            return instant(at, zone).stream().toList();
        }
        return List.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    }

    private static Optional<Instant> instant(LocalDateTime at, ZoneId zone) {
        return zone.getRules().getValidOffsets(at).size() == 1
                ? Optional.of(at.atZone(zone).toInstant())
                : Optional.empty();
    }
}
