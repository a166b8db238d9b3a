package org.safeconduct.terms;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A stretch of time agreed or announced for something, with the zone its author wrote it in.
 *
 * <pre>
 *   from 09:00            to 16:00 (Europe/Kyiv)
 *   |====================)          a moment equal to {@code to} is outside
 * </pre>
 *
 * @param from first moment inside
 * @param to first moment after it
 * @param zone the zone it was announced in; instants are zone-free, people are not
 */
public record Window(Instant from, Instant to, ZoneId zone) {

    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window from " + from + " to " + to + " ends before it starts");
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
