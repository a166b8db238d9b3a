/** What the checker must find, and what it must let pass. */
@NullMarked
package org.safeconduct.flow.check;

import org.jspecify.annotations.NullMarked;
