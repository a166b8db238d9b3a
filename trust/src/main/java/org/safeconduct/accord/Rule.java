package org.safeconduct.accord;

/** Why an entry has no effect. Version 1 of the rules. */
public enum Rule {
    /** A record is founded once, by its first founding. */
    FOUNDED_ONCE,
    /** Nothing can be proposed or answered before all principals consented to the founding. */
    NOT_FOUNDED,
    /** Nobody by this key may say such a thing. */
    NO_RIGHT,
    /** The key was revoked before. */
    KEY_REVOKED,
    /** There is no such text, clause, segment or entry. */
    UNKNOWN_SUBJECT,
    /** Another text has this name. */
    NAME_TAKEN,
    /** It is about a version that is not the last one. */
    OTHER_VERSION,
    /** The text was withdrawn, or another took its place. */
    TEXT_ENDED,
    /** A text cannot be ratified before everything is settled. */
    STILL_TO_SETTLE,
    /** Only the confirming party of a segment confirms it. */
    NOT_CONFIRMING_PARTY,
    /** A corridor is opened only when every segment is confirmed. */
    SEGMENT_NOT_CONFIRMED,
    /** A new key must itself have signed that it follows the old one. */
    KEY_UNPROVEN,
    /** Each party is told of a notice, or left out for a reason that is written down. */
    RECIPIENT_UNDECIDED,
    /** Claims about incidents go into a log of their own, and nothing else does. */
    INCIDENTS_APART
}
