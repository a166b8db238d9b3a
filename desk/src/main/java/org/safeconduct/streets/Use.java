package org.safeconduct.streets;

import java.util.List;
import java.util.Set;
import org.safeconduct.scenario.Streets;

/**
 * Who may use a stretch when.
 *
 * @param versions ids of the versions that lead over it
 * @param closed when it is closed
 */
record Use(Set<String> versions, List<Streets.Closed> closed) {}
