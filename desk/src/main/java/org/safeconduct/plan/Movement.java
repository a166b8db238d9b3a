package org.safeconduct.plan;

import java.util.List;
import org.safeconduct.flow.Departure;

/**
 * People on their way out: vehicles that set out from an assembly in one step and arrive together.
 *
 * @param mode how they travel
 * @param name "own cars" or the fleet's name
 * @param assembly id
 * @param destination id
 * @param setOut step in which they leave the assembly's place
 * @param arrival step in which they arrive
 * @param vehicles how many
 * @param people in them
 * @param legs the way, the first leg being the setting out
 */
record Movement(
        Plan.Mode mode,
        String name,
        String assembly,
        String destination,
        int setOut,
        int arrival,
        int vehicles,
        long people,
        List<Departure.Leg> legs) {}
