package org.safeconduct.road;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a ferry takes: {@code 45} minutes, {@code 1:30} hours, {@code 00:20:00}, {@code PT1H30M}. */
final class Durations {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4})(?::(\\d{2}))?");
    private static final long MOST_MILLIS = Duration.ofDays(10).toMillis();

    private Durations() {}

    /** Milliseconds; empty if the text is no duration of one second to ten days. */
    static Optional<Long> millis(String text) {
        return seconds(text).map(seconds -> seconds * 1000).filter(millis -> millis > 0 && millis <= MOST_MILLIS);
    }

    private static Optional<Long> seconds(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(3600 * part(clock.group(1)) + 60 * part(clock.group(2)) + part(clock.group(3)));
        }
        if (!text.startsWith("P") || text.length() > 30) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text).toSeconds());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
