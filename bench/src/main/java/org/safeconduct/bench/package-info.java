/**
 * Measures the solver ({@code bench/run}) and the reader of road files ({@code bench/roads}) beside their peers, and lets a traffic simulator drive plans on streets
 * ({@code bench/sumo}), on data that lie beside the project.
 */
@NullMarked
package org.safeconduct.bench;

import org.jspecify.annotations.NullMarked;
