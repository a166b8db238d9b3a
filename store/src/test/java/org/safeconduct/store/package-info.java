/** Tests of stores: one contract for every engine, faults let in on purpose, processes killed while they write. */
@NullMarked
package org.safeconduct.store;

import org.jspecify.annotations.NullMarked;
