/** Slow and obvious ways to answer what the solver answers, and random problems to ask both. */
@NullMarked
package org.safeconduct.flow.oracle;

import org.jspecify.annotations.NullMarked;
