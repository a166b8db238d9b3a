package org.safeconduct.road;

import java.io.IOException;

/**
 * An OpenStreetMap file that can be gone through again and again: ways first, so that of the many nodes only those on roads are kept; and before
 * that, if only an area is wanted, the nodes in it, so that of the many ways only those are.
 */
interface OsmPasses {

    /** Notes the nodes that lie in an area. */
    void inside(InsideIds ids) throws IOException, RoadProblems;

    /** Hands on all ways. */
    void ways(OsmSink sink) throws IOException, RoadProblems;

    /** Hands on all nodes. */
    void nodes(OsmSink sink) throws IOException, RoadProblems;
}
