/** Tests of the accord. {@link org.safeconduct.accord.Talks} lets them be written as a conversation. */
@NullMarked
package org.safeconduct.accord;

import org.jspecify.annotations.NullMarked;
