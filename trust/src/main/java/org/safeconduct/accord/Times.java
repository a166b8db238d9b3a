package org.safeconduct.accord;

import java.time.Instant;

/** When an entry can be shown to have been written: after what it had seen, before who saw it. RECORD.md §3.7. */
@FunctionalInterface
public interface Times {

    /**
     * A stretch in which something was written.
     *
     * @param notBefore {@link Instant#MIN} if nothing shows
     * @param notAfter {@link Instant#MAX} if nothing shows
     */
    record Interval(Instant notBefore, Instant notAfter) {

        /** Nothing is known. */
        public static final Interval ANY = new Interval(Instant.MIN, Instant.MAX);

        /** Who looks at the record at a moment sees that all that is in it was written by then. */
        Interval seenAt(Instant moment) {
            return notAfter.isAfter(moment) ? new Interval(notBefore, moment) : this;
        }

        Timeliness by(Instant deadline) {
            if (!notAfter.isAfter(deadline)) {
                return Timeliness.IN_TIME;
            }
            return notBefore.isAfter(deadline) ? Timeliness.LATE : Timeliness.DISPUTED;
        }
    }

    /** Whether something was in time. */
    enum Timeliness {
        IN_TIME,
        LATE,
        /** Neither can be shown. */
        DISPUTED
    }

    /** Nothing shows when anything was written. */
    Times UNKNOWN = index -> Interval.ANY;

    Interval of(long index);
}
