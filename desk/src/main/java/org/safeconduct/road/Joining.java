package org.safeconduct.road;

/** Where roads are joined to one arc at a node in which nothing but the one continues as the other. */
public enum Joining {
    /** Nowhere: every node of the source that lies on a road is a junction. */
    NEVER,
    /** Where directions, class, lanes, capacity, flags, name and number are the same before and behind. Times are added. */
    ALIKE,
    /**
     * Wherever directions are the same: times are added, the least capacity counts, lanes are the fewest, a flag holds if it holds somewhere; class, name
     * and number are those of the longest part.
     */
    ALWAYS
}
