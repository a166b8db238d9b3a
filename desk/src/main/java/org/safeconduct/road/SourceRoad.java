package org.safeconduct.road;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A road as a reader hands it over, without its nodes: a way of OpenStreetMap, a link of a simulation, a row of a table.
 *
 * @param way the source's number for it, for people who look it up; {@link RoadsBuilder#way} gives one where it is any text
 * @param roadClass its class
 * @param name its name; may be empty
 * @param ref its number; may be empty
 * @param flags what is true of it in both directions
 * @param forward along its nodes; null if nobody may drive so
 * @param backward against its nodes; null if nobody may drive so
 */
public record SourceRoad(
        long way,
        RoadClass roadClass,
        String name,
        String ref,
        Set<RoadFlag> flags,
        @Nullable Direction forward,
        @Nullable Direction backward) {

    public SourceRoad {
        flags = Set.copyOf(flags);
        if (forward == null && backward == null) {
            throw new IllegalArgumentException("a road that leads nowhere: leave it out");
        }
    }
}
