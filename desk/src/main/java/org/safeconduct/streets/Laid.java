package org.safeconduct.streets;

import java.util.List;
import org.safeconduct.scenario.Scenario;

/**
 * A scenario laid on a road network.
 *
 * @param scenario with streets among its segments
 * @param joined where each place met the network, in file order
 * @param arcs how many arcs the network has, one for each direction of a street
 * @param pieces how many stretches of street were kept
 */
public record Laid(Scenario scenario, List<Joined> joined, int arcs, int pieces) {}
