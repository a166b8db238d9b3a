package org.safeconduct.road;

/** Takes what one block of a file holds, in one thread, while others take other blocks. */
interface OsmBlock extends OsmSink {

    /** Hands on what must be in the order of the file; called for one block after the other. */
    void release();
}
