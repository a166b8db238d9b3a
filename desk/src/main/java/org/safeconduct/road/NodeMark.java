package org.safeconduct.road;

/** What a node is to the roads that lead over it, besides a place. */
public enum NodeMark {
    /** A gate that can be opened stands there: arcs end there and are marked {@link RoadFlag#GATE}. */
    GATE,
    /** No vehicle passes: each road ends there by itself, in a junction of its own. */
    BLOCKED,
    /** Water runs over the road: arcs that touch it are marked {@link RoadFlag#FORD}. */
    FORD,
    /** Not every vehicle fits through: arcs that touch it are marked {@link RoadFlag#SIZE_LIMIT}. */
    SIZE_LIMIT
}
