/** What the reader, the peer and the table promise. */
@NullMarked
package org.safeconduct.bench;

import org.jspecify.annotations.NullMarked;
