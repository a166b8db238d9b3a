package org.safeconduct.accord;

import java.time.Instant;
import org.safeconduct.record.Entry;
import org.safeconduct.terms.Label;

/** An entry whose turn it is: who says it, and where it stands. */
record Turn(Entry entry, long index, Actor actor) {

    String side() {
        return actor.side();
    }

    /** Whose it is what its author says with a voice. */
    String party(Voice voice) {
        return voice.party().isEmpty() ? side() : voice.party();
    }

    /**
     * For whom it is. What was written down for another party is that party's until it releases it, unless it can be read
     * in public anyway.
     */
    Label labelFor(String party, Assurance assurance) {
        Label label = entry.body().label();
        boolean isOwn = party.equals(side()) || (assurance == Assurance.REPORTED && label == Label.PUBLIC);
        return isOwn ? label : Label.BILATERAL;
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
