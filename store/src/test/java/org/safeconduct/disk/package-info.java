/** Tests of files that are there whole or not at all. */
@NullMarked
package org.safeconduct.disk;

import org.jspecify.annotations.NullMarked;
