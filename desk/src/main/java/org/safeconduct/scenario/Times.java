package org.safeconduct.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments, times of day and durations as people write them.
 *
 * <pre>
 *   2022-03-05 09:00                   in the scenario's first zone
 *   2022-03-05T09:00+02:00             with offset
 *   2022-03-05 10:00 Europe/Moscow     with zone
 *   90 min     1 h 30 min     45 s
 * </pre>
 *
 * A local time that the change of clocks skips, or repeats, is refused: it is never guessed.
 */
public record Times(ZoneId zone, Problems problems) {
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?: ?(Z|[+-]\\d{2}:\\d{2})|"
                    + " ([A-Za-z][A-Za-z0-9_+/-]{0,63}))?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern DURATION =
            Pattern.compile("(?=\\d)(?:(\\d{1,4}) ?h)? ?(?:(\\d{1,5}) ?min)? ?(?:(\\d{1,6}) ?s)?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
    private static final String MOMENT_REMEDY =
            "Write 2022-03-05 09:00 for local time, 2022-03-05T09:00+02:00, or 2022-03-05 10:00 Europe/Moscow.";

    /** A moment with the zone its author thought in. */
    public record Moment(Instant instant, ZoneId zone) {}

    public Optional<Moment> moment(Spot spot) {
        Matcher m = MOMENT.matcher(spot.text());
        if (!m.matches()) {
            problems.add(spot, "is not a date with a time.", MOMENT_REMEDY);
            return Optional.empty();
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(m.group(1) + "T" + m.group(2));
        } catch (DateTimeException e) {
            problems.add(spot, "is not a day and time of the calendar.", MOMENT_REMEDY);
            return Optional.empty();
        }
        if (m.group(3) != null) {
            return offset(spot, m.group(3)).map(offset -> new Moment(local.toInstant(offset), offset));
        }
        Optional<ZoneId> in = m.group(4) == null ? Optional.of(zone) : zone(spot.withText(m.group(4)));
        return in.flatMap(z -> inZone(spot, local, z));
    }

    private Optional<ZoneOffset> offset(Spot spot, String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            problems.add(
                    spot,
                    "has an offset that no clock uses.",
                    "Write an offset from -18:00 to +18:00, such as +02:00.");
            return Optional.empty();
        }
    }

    private Optional<Moment> inZone(Spot spot, LocalDateTime local, ZoneId in) {
        List<ZoneOffset> offsets = in.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return Optional.of(new Moment(local.toInstant(offsets.getFirst()), in));
        }
        ZoneOffsetTransition change = in.getRules().getTransition(local);
        if (offsets.isEmpty()) {
            problems.add(
                    spot,
                    "does not exist in " + in + ": clocks go from " + time(change.getDateTimeBefore()) + " to "
                            + time(change.getDateTimeAfter()) + " that day.",
                    "Write " + shown(local, change.getOffsetBefore()) + " or " + shown(local, change.getOffsetAfter())
                            + ", whichever is meant.");
        } else {
            problems.add(
                    spot,
                    "comes twice in " + in + ": clocks go back from " + time(change.getDateTimeBefore()) + " to "
                            + time(change.getDateTimeAfter()) + " that day.",
                    "Write " + shown(local, offsets.getFirst()) + " for the first or " + shown(local, offsets.getLast())
                            + " for the second.");
        }
        return Optional.empty();
    }

    private static String time(LocalDateTime local) {
        return local.toLocalTime().toString();
    }

    private static String shown(LocalDateTime local, ZoneOffset offset) {
        return local.toString() + offset;
    }

    /** A zone by name, such as Europe/Kyiv. */
    public Optional<ZoneId> zone(Spot spot) {
        if (ZoneId.getAvailableZoneIds().contains(spot.text())) {
            return Optional.of(ZoneId.of(spot.text()));
        }
        // In reverse, so that of two equally near names Kyiv comes before Kiev.
        List<String> names = ZoneId.getAvailableZoneIds().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        String remedy = Near.to(spot.text(), names)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Write a name of the IANA time zone database, such as Europe/Kyiv.");
        problems.add(spot, "is not a time zone.", remedy);
        return Optional.empty();
    }

    Optional<LocalTime> timeOfDay(Spot spot) {
        if (TIME_OF_DAY.matcher(spot.text()).matches()) {
            try {
                return Optional.of(LocalTime.parse(spot.text()));
            } catch (DateTimeException e) {
                problems.add(spot, "is not a time of day.", "Write 00:00 to 23:59.");
                return Optional.empty();
            }
        }
        problems.add(spot, "is not a time of day.", "Write hours and minutes, such as 20:00 or 06:00.");
        return Optional.empty();
    }

    /** A duration of at most 9,999 hours. */
    Optional<Duration> duration(Spot spot) {
        Matcher m = DURATION.matcher(spot.text());
        if (!m.matches()) {
            problems.add(spot, "is not a duration.", "Write it with units: 90 min, 1 h 30 min, or 45 s.");
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(part(m, 1)).plusMinutes(part(m, 2)).plusSeconds(part(m, 3)));
    }

    private static long part(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** A moment for people, in the scenario's first zone. */
    String shown(Instant moment) {
        return SHOWN.format(moment.atZone(zone)).replaceFirst(":00$", "") + " " + zone;
    }

    /** A duration as it is written in files. */
    static String shown(Duration duration) {
        String text = (duration.toHours() > 0 ? duration.toHours() + " h " : "")
                + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + " min " : "")
                + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + " s" : "");
        return text.isEmpty() ? "0 s" : text.strip();
    }
}
