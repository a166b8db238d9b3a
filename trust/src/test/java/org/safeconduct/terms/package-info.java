/** Tests of the nouns: what cannot be said in them. */
@NullMarked
package org.safeconduct.terms;

import org.jspecify.annotations.NullMarked;
