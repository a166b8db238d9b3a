/**
 * Lays a scenario on a road network: places are joined to streets, streets become segments, areas and closures become hours.
 *
 * <pre>
 *   Laid laid = Laying.lay(scenario, roads, areas);   // scenario.streets() named the file
 *   Planner.plan(laid.scenario(), …);                 // knows nothing of road files
 * </pre>
 *
 * <p>What comes out is a plain scenario whose segments are streets, so planning, checking and publishing need no word about maps. Of the network it
 * keeps what lies on some way between two places of the scenario; dead ends that lead to none of them are left out and streets that only continue one another are joined.
 * No plan is lost by that, save those that turn round within a street or drive in circles to pass time. A place too far from every street that leads on is a problem
 * that names it, never a plan from elsewhere.
 *
 * <p>Nothing is planned here, no file is read, and nothing is said about whether a street can be used today.
 */
@NullMarked
package org.safeconduct.streets;

import org.jspecify.annotations.NullMarked;
