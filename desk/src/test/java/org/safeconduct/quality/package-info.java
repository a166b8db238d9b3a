/**
 * The checks that no compiler makes: architecture, format, tidiness, the launcher.
 *
 * <p>Each finding names file, line and remedy; all are found before a check fails. There is no list of exemptions: a
 * rule that needs one is wrong and is changed for everybody.
 */
@NullMarked
package org.safeconduct.quality;

import org.jspecify.annotations.NullMarked;
