package org.safeconduct.accord;

import java.time.Instant;
import org.safeconduct.record.Entry;

/** An entry whose turn it is: who says it, and where it stands. */
record Turn(Entry entry, long index, Actor actor) {

    String side() {
        return actor.side();
    }

    /** When its author says it was written. */
    Instant claimed() {
        return entry.body().claimed();
    }

    Effect not(Rule rule, String about, String remedy) {
        return new Effect.NotAccepted(rule, about, side(), remedy);
    }

    Effect needs(Said.Right right, String about) {
        return not(Rule.NO_RIGHT, about, "ask a principal of " + side() + " for a mandate to " + Words.of(right));
    }
}
