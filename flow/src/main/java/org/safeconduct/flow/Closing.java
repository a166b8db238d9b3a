package org.safeconduct.flow;

/**
 * An arc that nothing may enter for a while, known before anything moves.
 *
 * @param arc number of the arc
 * @param from first step in which it is closed
 * @param until first step after that in which it is as it was; {@link Integer#MAX_VALUE} if never
 */
public record Closing(int arc, int from, int until) {
    public Closing {
        if (arc < 0 || from < 0 || until <= from) {
            throw new IllegalArgumentException("arc " + arc + " closed from step " + from + " until " + until
                    + ": give an arc, a step of 0 or more and a later one");
        }
    }

    /** An arc that is closed all the time. */
    public static Closing throughout(int arc) {
        return new Closing(arc, 0, Integer.MAX_VALUE);
    }

    /** The capacity that is left of one. */
    Profile of(Profile capacity) {
        Profile closed = ArcChange.spliced(capacity, from, Profile.closed());
        return until == Integer.MAX_VALUE ? closed : ArcChange.spliced(closed, until, capacity);
    }
}
