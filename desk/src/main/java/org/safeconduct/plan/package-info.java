/**
 * Turns a scenario into a flow problem and its answer into a plan: who is out by when, what holds them back, who is
 * left, and what would change that.
 *
 * <p>An optimum is claimed only where it is proven; elsewhere the plan, a named bound and the gap between them are given.
 * Figures are upper bounds under stated assumptions.
 *
 * <p>One road that carries 600 vehicles an hour and takes 818 seconds to drive: the last of 10,867 vehicles arrives
 * after 66,014 seconds, so a window of seven hours is too short.
 *
 * <p>A plan says what time and roads allow. It does not say that the road is safe, and it sends nobody anywhere that
 * the scenario did not name.
 */
@NullMarked
package org.safeconduct.plan;

import org.jspecify.annotations.NullMarked;
