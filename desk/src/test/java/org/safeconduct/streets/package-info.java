/** Tests of {@code streets}. */
@NullMarked
package org.safeconduct.streets;

import org.jspecify.annotations.NullMarked;
