package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Json;

/**
 * A number of people with all that it depends on: who, from where, what became of them, as of when, according to whom.
 * Figures that seem to contradict each other often only count something else (DOMAIN.md §3, item 25).
 *
 * @param who is counted, in words
 * @param from where they come from, in words; empty if anywhere
 * @param what became of them
 * @param low the least, at most {@code high}
 * @param asOf at which moment
 * @param accordingTo where it is not whoever says the rest; else empty
 */
public record Count(
        String who, String from, What what, long low, long high, Optional<Instant> asOf, String accordingTo) {

    /** What became of them. */
    public enum What {
        WAITING,
        LEFT,
        ARRIVED,
        TURNED_BACK,
        STAYED,
        INJURED,
        DEAD
    }

    static List<Count> readAll(Content from) {
        return from.each("counts", Count::read);
    }

    private static Count read(Content from) {
        long low = from.whole("low", 0, Json.GREATEST);
        return new Count(
                from.text("who"),
                from.findText("from").orElse(""),
                from.word("what", What.values()),
                low,
                from.has("high") ? Math.max(low, from.whole("high", low, Json.GREATEST)) : low,
                from.findMoment("as-of"),
                from.findText("according-to").orElse(""));
    }
}
