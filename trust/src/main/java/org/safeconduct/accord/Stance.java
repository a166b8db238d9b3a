package org.safeconduct.accord;

/** What a party says of a clause. */
public enum Stance {
    ACCEPTED,
    /** Not binding yet: somebody else decides, or not everything is known. */
    IN_PRINCIPLE,
    /** Accepted if something else is so, stated in words. */
    CONDITIONAL,
    NOT_ACCEPTED,
    /** The party leaves it open in so many words. */
    LEFT_OPEN
}
