/**
 * Real road networks: from the files of others to one compact graph of junctions and arcs.
 *
 * <pre>
 *   Roads roads = RoadsReader.read(Path.of("city.osm.pbf"), ReadOptions.standard());
 *   for (int arc = roads.firstArc(junction); arc &lt; roads.firstArc(junction + 1); arc++) {
 *       use(roads.head(arc), roads.freeFlowMillis(arc), roads.capacityPerHour(arc));
 *   }
 * </pre>
 *
 * <p>Every reader feeds a {@link org.safeconduct.road.RoadsBuilder}; its answer is an immutable {@link org.safeconduct.road.Roads}. Whatever
 * the bytes of a file, a reader's answer is a network with at least one arc, or {@link org.safeconduct.road.RoadProblems} that name file, place,
 * value and remedy. What a source leaves open is filled in from stated tables and marked as guessed, arc by arc. Memory follows the
 * roads that are kept, not the size of the file. The same input gives the same network, byte by byte.
 *
 * <p>Turn restrictions, limits of size and weight and hours of opening are counted, not heeded. Nothing is planned here, and nothing is said about whether a
 * road can be used today.
 */
@NullMarked
package org.safeconduct.road;

import org.jspecify.annotations.NullMarked;
