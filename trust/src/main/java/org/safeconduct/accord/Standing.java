package org.safeconduct.accord;

/** Where a text stands. States that are easily confused, and must not be: DOMAIN.md §3, item 4. */
public enum Standing {
    PROPOSED,
    /** All parties say yes to all clauses that are there, at least in principle; something is still to settle. */
    IN_PRINCIPLE,
    /** Every point settled, every decision taken. */
    AGREED,
    /** Agreed, and all its conditions are fulfilled in time. */
    CONDITIONS_FULFILLED,
    /** A party does not accept it as a whole. */
    NOT_ACCEPTED,
    WITHDRAWN,
    /** The time to answer is over. */
    EXPIRED,
    /** Whether it was ratified in time cannot be shown. */
    DISPUTED_IN_TIME,
    /** Another text, which replaces it, was agreed. */
    SUPERSEDED,
    /** Said by one side alone; no step on the way to an agreement. */
    UNILATERAL,
    /** Entries are withheld that may say something else. */
    UNKNOWN;

    /** Whether parties are bound by it. */
    public boolean isAgreed() {
        return this == AGREED || this == CONDITIONS_FULFILLED;
    }
}
