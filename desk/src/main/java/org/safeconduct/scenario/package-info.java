/**
 * Reads and checks scenario files: who is where, which roads, which hours, according to whom.
 *
 * <pre>
 *   Scenario scenario = ScenarioReader.read(Path.of("scenarios/01-one-road"));
 * </pre>
 *
 * <p>Whatever the bytes, the answer is a {@link org.safeconduct.scenario.Scenario} in which every id resolves and every number is within
 * its limits, or {@link org.safeconduct.scenario.InputProblems} that name everything wrong at once, each with file, line, value and
 * remedy. What the file leaves out is filled in and listed in {@code Scenario.assumed()}.
 *
 * <p>The format is {@code spec/scenario.md}. Nothing is planned here, and nothing is said about whether a road can be used.
 */
@NullMarked
package org.safeconduct.scenario;

import org.jspecify.annotations.NullMarked;
