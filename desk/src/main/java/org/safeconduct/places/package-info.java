/**
 * Coordinates of places: written as decimal degrees and in the Military Grid Reference System, and looked at with doubt before
 * anybody drives by them.
 *
 * <pre>
 *   Mariupol       47.09710, 37.54330   37T CN 89455 16984
 *   Zaporizhzhia   47.85167, 35.11714   36T XU 58377 01984
 *   Popasna        50.24600, 30.01100   farther from both than they are from each other: another town of this name?
 * </pre>
 *
 * <p>{@link org.safeconduct.places.Doubts} needs no map and no network: it holds the places of one text against each other. It
 * finds towns of the same name elsewhere, exchanged figures, lost signs and points that two names share.
 *
 * <p>A doubt is a question, never a reason not to take a text. What it does not find: a wrong place near the right one.
 */
@NullMarked
package org.safeconduct.places;

import org.jspecify.annotations.NullMarked;
