/**
 * Agreeing at a desk: documents that people write become entries, and entries become the state of the talks.
 *
 * <p>A document is a YAML file that says one thing. Its first line says which:
 *
 * <pre>
 *   safeconduct: answer/1
 *   text: west-road
 *   version: 2                     # the version that was read
 *   clauses:
 *     hours: accepted
 *     screening: {says: conditional, if: women are searched by women}
 * </pre>
 *
 * <p>{@link org.safeconduct.agree.DocumentReader} turns it into what an entry says; all that is wrong with it is told at once,
 * with lines. {@link org.safeconduct.agree.Talks} folds a record with the rules of {@code accord}, and tries an entry before it
 * is signed for good.
 *
 * <p>A {@link org.safeconduct.agree.Playbook} lists documents that are said one after the other, as an exercise.
 *
 * <p>This package signs nothing and shows nothing: {@code cli} and {@code publish} do.
 */
@NullMarked
package org.safeconduct.agree;

import org.jspecify.annotations.NullMarked;
