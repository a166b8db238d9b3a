package org.safeconduct.accord;

import java.util.List;

/** Something between a text and its being agreed. */
public sealed interface Point {

    /** No clause says this yet, or the one that should is empty. */
    record ToFill(ClauseKind kind) implements Point {}

    /** A kind that may be left open, if all parties say so. */
    record ToFillOrLeaveOpen(ClauseKind kind) implements Point {}

    /** A party has not said what it thinks of a clause in this wording. */
    record ToAnswer(Clause clause, String party) implements Point {}

    /** Nothing is shared with this reader of what a party thinks of a clause; it may have said it to others. */
    record NotShared(Clause clause, String party) implements Point {}

    /** A party says something else than yes; {@code condition} is in words where there is one. */
    record Differs(Clause clause, String party, Stance stance, String condition) implements Point {}

    /** A party says yes, and that does not bind it yet. */
    record InPrincipleOnly(Clause clause, String party, Why why) implements Point {}

    /** Why a yes does not bind. */
    enum Why {
        /** The party says so. */
        SAID_SO,
        /** Whoever said it may not bind the party to such a clause. */
        NO_MANDATE,
        /** The mandate had ended. */
        MANDATE_ENDED,
        /** Whether the mandate had ended cannot be shown. */
        DISPUTED_IN_TIME,
        /** Somebody else noted it; the party has not confirmed it. */
        NOTED
    }

    /**
     * A decision is missing.
     *
     * @param has how many have taken it
     * @param needs how many must
     * @param offices whose it may still be
     */
    record ToDecide(String party, int has, int needs, List<String> offices) implements Point {
        public ToDecide {
            offices = List.copyOf(offices);
        }
    }
}
