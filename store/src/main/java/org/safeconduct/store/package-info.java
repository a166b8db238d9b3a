/**
 * Keeps a log on a disk: the keeper's side of the {@linkplain org.safeconduct.record record}.
 *
 * <pre>
 *   append ─► signature (caller's thread) ─► batch ─► chain, index ─► one transaction ─► disk ─► receipt
 *   checkpoint ─► read back what was stored ─► hash again ─► sign ─► disk ─► note
 * </pre>
 *
 * <pre>{@code
 * Engine engine = new Sqlite(folder); // or new Postgres(Database.parse("postgresql://owner@host/talks"), "writer")
 * Keeper.create(engine, logKey);
 * try (Keeper keeper = Keeper.open(engine, verifier, SeenNotes.in(witnessFolders))) {
 *     Reply reply = keeper.append(entry);
 *     SignedNote note = keeper.checkpoint(logSigner);
 * }
 * }</pre>
 *
 * <p>Promised:
 *
 * <ul>
 *   <li>A {@link org.safeconduct.store.Receipt} is given only for what would survive a cut of power. The same entry sent
 *       again, by anybody, however often and at once, has the same receipt.
 *   <li>Indices have no gaps, entries never change, an author's chain stays a chain.
 *   <li>Nothing is signed that was not read back from the store and hashed again.
 *   <li>One writer at a time, whichever program it is; one that lost its turn without noticing cannot write.
 *   <li>A full disk refuses entries and loses nothing; reading goes on, and writing goes on once there is room. Any other
 *       error of the disk ends writing until the store is opened again, because what the disk holds then is unknown.
 *   <li>A store older than what a witness has seen of it is not opened for writing: it would tell two histories.
 * </ul>
 *
 * <p>Not done: it does not look into entries beyond signature and chain, has no clock and no network, keeps a tree of 64
 * bytes an entry in memory, and believes its disk that what it was told to keep is kept.
 */
@NullMarked
package org.safeconduct.store;

import org.jspecify.annotations.NullMarked;
