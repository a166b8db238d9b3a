package org.safeconduct.road;

import org.jspecify.annotations.Nullable;

/** Takes what an OpenStreetMap file holds. Tags are those that are read; they are used again after the call. */
interface OsmSink {

    /** Judges a way that has the tags of a road. May be called by several threads. */
    WayRules.Verdict judge(long id, OsmTags tags);

    /** A way that was judged, in the order of the file. */
    void way(WayRules.Verdict verdict, long[] nodes);

    /** A relation that says which turns are forbidden, in the order of the file. */
    void turns(TurnRule rule);

    /**
     * A node, with its tags if they bear on who can pass. May be called by several threads.
     *
     * @throws IllegalArgumentException if it does not lie on earth
     */
    void node(long id, int longitudeE7, int latitudeE7, @Nullable OsmTags tags);

    /** Says, once in a while, how many nodes and ways there were since the last time, whatever their tags. May be called by several threads. */
    void counted(long nodes, long ways);
}
