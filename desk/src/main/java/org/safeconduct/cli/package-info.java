/**
 * The {@code safeconduct} command: arguments, files, clock and exit codes.
 *
 * <p>Exit codes: 0 done, 1 the check fails, 2 bad input, 69 no JDK. An interrupted command leaves no half-written file.
 *
 * <pre>
 *   ./safeconduct plan scenarios/mariupol-2022-03-05
 * </pre>
 *
 * <p>Only here is the clock read and the process ended; every rule about plans is elsewhere.
 */
@NullMarked
package org.safeconduct.cli;

import org.jspecify.annotations.NullMarked;
