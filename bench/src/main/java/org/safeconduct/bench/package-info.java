/**
 * Measures the solver ({@code bench/run}) and the reader of road files ({@code bench/roads}) beside their peers, on data that lie beside the project.
 */
@NullMarked
package org.safeconduct.bench;

import org.jspecify.annotations.NullMarked;
