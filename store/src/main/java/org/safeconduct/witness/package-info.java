/**
 * Keeps a keeper to its word: what a witness answers a log, and whether two copies of a record are of one history.
 *
 * <pre>{@code
 * WitnessAnswer answer = WitnessAnswer.of(request, origin -> keys, origin -> lastHead, verifier);
 * Histories told = Histories.of(Side.read(mine, most), Side.read(theirs, most), policy, verifier);
 * }</pre>
 *
 * <p>Promised: a log that does not grow from what this witness has seen is not cosigned, whatever it sends. Of two copies it is
 * told that there is one history, or that there are two, or that it cannot be told. Two histories are never merely claimed: each
 * comes as a {@link org.safeconduct.verify.Fork}, a proof that anybody checks without this package. That is why it need not be read by a
 * party that trusts nobody, and does not lie in {@code trust}: docs/decisions/018-what-trust-holds.md.
 *
 * <p>Not done: it has no disk, no network and no clock. {@code store.WitnessFolder} remembers what a witness has seen, before a
 * cosignature leaves.
 */
@NullMarked
package org.safeconduct.witness;

import org.jspecify.annotations.NullMarked;
