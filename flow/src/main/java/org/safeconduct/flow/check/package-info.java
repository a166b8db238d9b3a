/**
 * Checks a flow over time and its certificate, sharing no code with the solver.
 *
 * <p>A checked answer is right about the problem as written: every unit moves along arcs that were open with room left,
 * none appears or is lost, and each claimed cut has exactly the capacity that was delivered. So nobody has to trust the
 * solver, only this package, which is short on purpose.
 *
 * <p>If a plan says that 9 units arrive by step 6 and shows a cut of capacity 9 over those steps, the checker adds up
 * both sides and finds 9 = 9.
 *
 * <p>It does not find a better plan, and it cannot tell whether the problem describes the road.
 */
@NullMarked
package org.safeconduct.flow.check;

import org.jspecify.annotations.NullMarked;
