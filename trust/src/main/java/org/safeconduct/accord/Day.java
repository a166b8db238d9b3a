package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said of a corridor's segments on the day. Not for several threads. */
final class Day {

    /**
     * The confirming party's word for a segment.
     *
     * @param from when it was said, as its author says
     * @param until it lapses then, and reads "not confirmed" again
     */
    record Confirmed(Instant from, Instant until, Optional<Relayed> relayed) {
        boolean holdsAt(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** Somebody stopped it. */
    record Suspended(String by, String reason, Optional<Relayed> relayed) {}

    /** Somebody saw something. */
    record Observed(String by, Said.Observation said, long index) {
        TextView.Seen seen() {
            return new TextView.Seen(by, said.segments(), said.saw(), said.at(), said.isMoving(), said.counts(), index);
        }
    }

    private static final int MOST_SHOWN = 20; // the record has them all

    private final Map<String, Map<Said.Subject, Confirmed>> confirmed = new HashMap<>();
    private final Map<String, Suspended> suspended = new HashMap<>();
    private final List<Observed> observed = new ArrayList<>();
    private boolean isOpened;
    private boolean isClosed;

    void confirm(String segment, Said.Subject of, Confirmed by) {
        confirmed
                .computeIfAbsent(segment, _ -> new EnumMap<>(Said.Subject.class))
                .put(of, by);
    }

    /** Whatever was confirmed of these segments before counts no more: each must be confirmed anew. */
    void suspend(List<String> segments, Suspended by) {
        for (String segment : segments) {
            confirmed.remove(segment);
            suspended.put(segment, by);
        }
        isOpened = false;
    }

    void open() {
        suspended.clear();
        isOpened = true;
        isClosed = false;
    }

    /** What was opened is not what the text says now. */
    void end() {
        isOpened = false;
    }

    /** Whatever was confirmed of a segment was confirmed of another stretch. */
    void forget(String segment) {
        confirmed.remove(segment);
    }

    void close() {
        isOpened = false;
        isClosed = true;
    }

    void observe(Observed one) {
        observed.add(one);
        if (observed.size() > MOST_SHOWN) {
            observed.removeFirst();
        }
    }

    /** What holds of a segment at a moment. */
    Optional<Confirmed> findConfirmed(String segment, Said.Subject of, Instant at) {
        return Optional.ofNullable(confirmed.getOrDefault(segment, Map.of()).get(of))
                .filter(one -> one.holdsAt(at));
    }

    /** When what was confirmed of a segment lapsed; empty if it holds, or nothing was. */
    Optional<Confirmed> findLapsed(String segment, Said.Subject of, Instant at) {
        return Optional.ofNullable(confirmed.getOrDefault(segment, Map.of()).get(of))
                .filter(one -> !one.until().isAfter(at));
    }

    Optional<Suspended> findSuspended(String segment) {
        return Optional.ofNullable(suspended.get(segment));
    }

    boolean isOpened() {
        return isOpened;
    }

    boolean isClosed() {
        return isClosed;
    }

    /** The last ones. */
    List<Observed> listObserved() {
        return List.copyOf(observed);
    }
}
