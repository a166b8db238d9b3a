/**
 * Shows a plan to people: terminal text, report, tables and map files.
 *
 * <p>The same plan gives the same bytes. Every output carries its distribution label, the limits of what it says, and
 * whose assumption stands behind each figure; figures are rounded upper bounds.
 *
 * <p>A plan whose bound is 412 people reads "about 400, if all of the following hold", never "412 evacuated".
 *
 * <p>It computes nothing about the plan and draws no borders.
 */
@NullMarked
package org.safeconduct.publish;

import org.jspecify.annotations.NullMarked;
