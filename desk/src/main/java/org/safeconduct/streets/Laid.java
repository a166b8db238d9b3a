package org.safeconduct.streets;

import org.safeconduct.scenario.Scenario;

/**
 * A scenario laid on a road network.
 *
 * @param scenario with streets among its segments; its streets say what ground they were laid on
 * @param arcs how many arcs the network has, one for each direction of a street
 * @param pieces how many stretches of street were kept
 */
public record Laid(Scenario scenario, int arcs, int pieces) {}
