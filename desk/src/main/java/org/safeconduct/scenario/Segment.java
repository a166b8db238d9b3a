package org.safeconduct.scenario;

/**
 * A stretch of road between two places, the unit in which corridors are announced, confirmed and closed.
 *
 * @param id short name used in files
 * @param from id of the place it starts from
 * @param to id of the place it leads to
 */
public record Segment(String id, String from, String to) {}
