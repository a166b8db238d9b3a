/** Tests of documents, and of the difference between texts. */
@NullMarked
package org.safeconduct.agree;

import org.jspecify.annotations.NullMarked;
