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
 * <p>It knows no vehicles, hours or places; several kinds of traffic that share a road, and vehicles that come back,
 * are for its caller to bound.
 */
@NullMarked
package org.safeconduct.flow;

import org.jspecify.annotations.NullMarked;
