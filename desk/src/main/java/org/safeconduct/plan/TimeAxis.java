package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import org.safeconduct.terms.Window;

/**
 * Moments and steps of one planning problem.
 *
 * <pre>
 *   step   0      1      2 ............ horizon
 *          lead   lead   first moment   last step anyone can arrive in
 * </pre>
 *
 * The two steps of lead are spent before the scenario's first moment, so that setting out (one step) and being assigned from a
 * pool (one more) cost no time in it.
 *
 * @param start the moment of step 0
 * @param step length of a step
 * @param horizon the last step
 */
record TimeAxis(Instant start, Duration step, int horizon) {

    /** Steps before the scenario's first moment. */
    static final int LEAD = 2;

    static TimeAxis over(Window window, Duration step) {
        long steps = window.length().dividedBy(step);
        return new TimeAxis(window.from().minus(step.multipliedBy(LEAD)), step, Math.toIntExact(steps) + LEAD);
    }

    Instant at(int step) {
        return start.plus(this.step.multipliedBy(step));
    }

    /** The first step that does not begin before {@code moment}; 0 at the earliest. */
    int notBefore(Instant moment) {
        return clamp(up(Duration.between(start, moment)));
    }

    /** The last step that does not begin after {@code moment}; −1 if there is none. */
    int notAfter(Instant moment) {
        long down = Math.floorDiv(Duration.between(start, moment).toMillis(), step.toMillis());
        return (int) Math.max(-1, Math.min(down, horizon));
    }

    /** Steps that {@code duration} takes, rounded up. */
    long up(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), step.toMillis());
    }

    /** Steps that {@code duration} takes, rounded down. */
    long down(Duration duration) {
        return Math.floorDiv(duration.toMillis(), step.toMillis());
    }

    private int clamp(long steps) {
        return (int) Math.max(0, Math.min(steps, horizon + 1L));
    }
}
