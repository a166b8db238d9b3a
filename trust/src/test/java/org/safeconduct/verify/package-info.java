/** Tests of the finding: whatever is changed in a bundle is found, and named. */
@NullMarked
package org.safeconduct.verify;

import org.jspecify.annotations.NullMarked;
