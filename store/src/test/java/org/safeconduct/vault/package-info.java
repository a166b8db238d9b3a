/** Tests of key files, of spoken words and of the faster verifier. */
@NullMarked
package org.safeconduct.vault;

import org.jspecify.annotations.NullMarked;
