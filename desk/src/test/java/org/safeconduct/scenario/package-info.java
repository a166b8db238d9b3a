/** Tests of the scenario reader: what is wrong with an input is told with line and remedy, whatever the input. */
@NullMarked
package org.safeconduct.scenario;

import org.jspecify.annotations.NullMarked;
