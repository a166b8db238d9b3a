/** Tests of what keeps a keeper to its word. */
@NullMarked
package org.safeconduct.witness;

import org.jspecify.annotations.NullMarked;
