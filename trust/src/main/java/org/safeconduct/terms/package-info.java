/**
 * The nouns that planning and the record share: place, window, label, the finding of a plan.
 *
 * <p>A value that exists is valid: it is checked when it is made, its collections are copied, and it never changes.
 * Times carry their zone; instants are UTC.
 *
 * <p>A window from 09:00 to 16:00 in Kyiv on 5 March 2022 is the half-open interval 07:00Z to 14:00Z:
 *
 * <pre>
 *   Kyiv    09:00 ───────────────── 16:00
 *   UTC     07:00 ───────────────── 14:00   16:00 itself is outside
 *   Moscow  10:00 ───────────────── 17:00
 * </pre>
 *
 * <p>This package reads no file, no clock and no network, knows no road and no rule of agreement, and says nothing
 * about whose ground a place stands on.
 */
@NullMarked
package org.safeconduct.terms;

import org.jspecify.annotations.NullMarked;
