package org.safeconduct.accord;

import java.time.Instant;
import org.safeconduct.terms.Label;

/**
 * From where the state is looked at.
 *
 * @param at the moment: deadlines and confirmations that lapse depend on it
 * @param times when entries can be shown to have been written
 * @param reader id of the party that looks; {@link #EVERYTHING} for the facilitator's team, {@link #PUBLIC} for anybody
 */
public record Viewpoint(Instant at, Times times, String reader) {

    /** The facilitator's team: sees what every party said. */
    public static final String EVERYTHING = "*";

    /** Sees only what is for everybody. */
    public static final String PUBLIC = "";

    /** Whether what a party said under a label is shown. */
    boolean sees(String party, Label label) {
        if (reader.equals(EVERYTHING) || reader.equals(party)) {
            return true;
        }
        return switch (label) {
            case INTERNAL, BILATERAL -> false;
            case PARTIES -> !reader.equals(PUBLIC);
            case PUBLIC -> true;
        };
    }

    /** Whether this reader learns whose decision of a party is missing. */
    boolean seesDecisionsOf(String party) {
        return reader.equals(EVERYTHING) || reader.equals(party);
    }
}
