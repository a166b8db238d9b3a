/** Coordinates that are right, and coordinates that are not. */
@NullMarked
package org.safeconduct.places;

import org.jspecify.annotations.NullMarked;
