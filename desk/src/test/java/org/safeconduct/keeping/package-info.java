/** Tests of {@code keeping}. */
@NullMarked
package org.safeconduct.keeping;

import org.jspecify.annotations.NullMarked;
