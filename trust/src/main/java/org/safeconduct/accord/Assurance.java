package org.safeconduct.accord;

/** How sure it is that somebody said something. Shown with everything that counts. */
public enum Assurance {
    /** Signed with a key of the party. */
    OWN_KEY,
    /** On paper, of which the hash is in the record; noted by somebody else. */
    PAPER,
    /** Noted by somebody else, not yet confirmed by the party. */
    NOTED,
    /** Somebody else reports that the party said so; the party has not confirmed it. */
    REPORTED
}
