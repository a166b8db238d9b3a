/**
 * Reads scenario files: the places, segments, windows, people and vehicles that a plan is asked about.
 *
 * <p>All problems in a scenario are found at once, each with its file, line, value and remedy. Every figure keeps its
 * source; what is assumed is marked as an assumption.
 *
 * <p>A window that ends before it starts is reported as {@code scenario.yaml:14: window ends at 09:00, before it
 * starts at 16:00; swap the two}.
 *
 * <p>It plans nothing, fetches nothing and fills no gap by a guess: what is not stated stays unstated.
 */
@NullMarked
package org.safeconduct.scenario;

import org.jspecify.annotations.NullMarked;
