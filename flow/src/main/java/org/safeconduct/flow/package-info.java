/**
 * Flows over time on a graph: how much can have arrived by every step, and the proof that no more can.
 *
 * <p>The answer is the best at every step at once, comes with a nested family of cuts that bounds it, and is whole
 * numbers throughout. The same input gives the same bytes. {@code org.safeconduct.flow.check} verifies an answer
 * without any of this package's code.
 *
 * <p>One road, ten units at its start, transit four steps, three units a step: three have arrived by step 4, six by
 * step 5, nine by step 6, ten by step 7.
 *
 * <pre>
 *   start ──(transit 4, capacity 3 per step)──► end
 *   step     0  1  2  3  4  5  6  7
 *   leaves   3  3  3  1
 *   arrived  0  0  0  0  3  6  9  10
 * </pre>
 *
 * <pre>
 *   FlowProblem.Builder road = FlowProblem.over(7);
 *   int start = road.node();
 *   int end = road.node();
 *   road.arc(start, end, 4, Profile.always(3));
 *   road.source(start, 10, 0);
 *   road.sink(end);
 *   Solution solution = EarliestArrival.solve(road.build());
 *
 *   solution.curve()                                             // 0, 0, 0, 0, 3, 6, 9, 10
 *   Decomposition.of(solution)                                   // 3 units in each of the steps 0 … 2, 1 unit in step 3
 *   DirectWays.of(solution.problem(), solution.flow()).flow()    // the same arrivals; nobody goes round a block who can leave later
 *   Worth.ofRoad(solution, 0, 0, 4, Rate.perStep(1)).gain()      // 0: all have arrived already
 * </pre>
 *
 * <p>It knows no vehicles, hours or places; several kinds of traffic that share a road, and vehicles that come back,
 * are for its caller to bound.
 */
@NullMarked
package org.safeconduct.flow;

import org.jspecify.annotations.NullMarked;
