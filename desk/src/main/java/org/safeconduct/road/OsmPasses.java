package org.safeconduct.road;

import java.io.IOException;

/** An OpenStreetMap file that can be gone through twice: ways first, so that of the many nodes only those on roads are kept. */
interface OsmPasses {

    /** Hands on all ways. */
    void ways(OsmSink sink) throws IOException, RoadProblems;

    /** Hands on all nodes. */
    void nodes(OsmSink sink) throws IOException, RoadProblems;
}
