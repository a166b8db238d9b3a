/** Measures the solver beside a peer, on instances that lie beside the project. Its one command is {@code bench/run}. */
@NullMarked
package org.safeconduct.bench;

import org.jspecify.annotations.NullMarked;
