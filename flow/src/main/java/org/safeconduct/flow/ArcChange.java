package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.flow.Profile.Piece;

/** What becomes known of one arc while flow is under way. Steps are those of the problem; what is said of steps before the change is known has no effect. */
public sealed interface ArcChange {

    /** Number of the arc. */
    int arc();

    /**
     * Nothing may enter from the change on, and who is on the arc is dealt with by {@link OnClosing}.
     *
     * @param until first step in which the arc is as it was before; {@link Integer#MAX_VALUE} if never
     */
    record Closed(int arc, int until) implements ArcChange {}

    /**
     * Another capacity from the change on; who is on the arc goes on to its head.
     *
     * @param capacity what may enter in each step, by the steps of the problem
     */
    record Capacity(int arc, Profile capacity) implements ArcChange {}

    /** An arc that is closed for good. */
    static ArcChange closed(int arc) {
        return new Closed(arc, Integer.MAX_VALUE);
    }

    /** The capacity of the arc if the change is known from step {@code tau} on. */
    default Profile after(int tau, Profile before) {
        return switch (this) {
            case Closed closed ->
                spliced(spliced(before, tau, Profile.closed()), Math.max(tau, closed.until()), before);
            case Capacity other -> spliced(before, tau, other.capacity());
        };
    }

    /** One profile until a step, another from then on. */
    static Profile spliced(Profile first, int step, Profile then) {
        if (step <= 0) {
            return then;
        }
        List<Piece> pieces = new ArrayList<>();
        first.pieces().stream().filter(piece -> piece.fromStep() < step).forEach(pieces::add);
        pieces.add(new Piece(step, then.rateAt(step)));
        then.pieces().stream().filter(piece -> piece.fromStep() > step).forEach(pieces::add);
        return new Profile(pieces);
    }
}
