/**
 * The {@code safeconduct} command: arguments, files, clock and exit codes.
 *
 * <p>Exit codes: 0 done, 1 the check fails, 2 bad input, 70 our mistake, 73 cannot write, 130 interrupted; 69, no JDK, is
 * the launcher's. A result appears whole or not at all, and an earlier one is kept. Problems with the input are told all at
 * once.
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
