package org.safeconduct.accord;

/** What a text is to be. */
public enum TextKind {
    /** People leave, or aid comes in, by a route in agreed hours. */
    CORRIDOR,
    /** Nobody fires, for a time. */
    CEASE_FIRE,
    /** What was talked about at a meeting, in words that the sides sign. */
    READOUT
}
