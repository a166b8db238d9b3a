/**
 * Measures the solver ({@code bench/run}), the reader of road files ({@code bench/roads}) and the record ({@code bench/record}) beside their peers, lets a traffic
 * simulator drive plans on streets ({@code bench/sumo}) and plans whole cities ({@code bench/case}), on data that lie beside the project.
 */
@NullMarked
package org.safeconduct.bench;

import org.jspecify.annotations.NullMarked;
