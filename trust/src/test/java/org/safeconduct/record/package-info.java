/** Tests of the record: sentences, vectors by us and by others, slow references, bytes made up by Jazzer. */
@NullMarked
package org.safeconduct.record;

import org.jspecify.annotations.NullMarked;
