/**
 * What keepers and parties do with a record in folders and files: keep it, say something in it, hand it out, take it over.
 *
 * <pre>
 *   statement (JSON) ─► author's chain, what was seen ─► signed entry ─► keeper ─► record folder ─► bundle ─► anybody
 * </pre>
 *
 * <pre>{@code
 * RecordFolder folder = new RecordFolder(path, Disk.real());
 * folder.create(logKey, policy, List.of());
 * try (Keeper keeper = folder.write(verifier, List.of())) {
 *     NextPlace place = NextPlace.in(keeper.log(), author);
 *     keeper.append(Statement.read(json).sign(place, signer, new Statement.Moment(now, chance)).entry());
 * }
 * }</pre>
 *
 * <p>Promised: what is written is there whole or not at all; a folder says by itself where the word of its witnesses is
 * to be looked up before anything is written to it. Not done: nothing is decided about what entries mean, no clock is
 * read, nothing is sent but to the database that a folder names.
 */
@NullMarked
package org.safeconduct.keeping;

import org.jspecify.annotations.NullMarked;
