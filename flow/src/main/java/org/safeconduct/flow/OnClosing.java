package org.safeconduct.flow;

/** What units do that are on an arc when it closes. */
public enum OnClosing {
    /** They turn, and are back at the arc's tail after as many steps as they have driven in. */
    TURN_BACK,
    /** They go on, and are at the arc's head as planned. */
    FINISH
}
