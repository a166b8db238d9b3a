/**
 * The record: signed statements of hostile parties, kept in a log that neither they nor its keeper can rewrite.
 *
 * <p>Everything here is bytes. A party writes an {@link org.safeconduct.record.EntryBody}, signs it as an
 * {@link org.safeconduct.record.Entry}, and hands it to a log. The log appends it to a Merkle tree and signs a
 * {@link org.safeconduct.record.Checkpoint}; witnesses of the other parties cosign that it only grew. From then on
 * nothing can be changed, left out or put in between without a proof of it in somebody's hands:
 *
 * <pre>
 *   body ─sign─► entry ─append─► tree ─sign─► checkpoint ─witness─► cosignatures
 *                  │               │
 *                  │               └─► tiles, proofs of inclusion and of consistency
 *                  └─► author's chain: sequence, previous; a fork of it proves itself
 * </pre>
 *
 * <pre>{@code
 * Entry entry = Entry.sign(body, signer);
 * tree.append(entry.leafHash());
 * SignedNote checkpoint = new Checkpoint(origin, tree.head(tree.size())).sign(logSigner);
 * List<Hash> path = Merkle.inclusion(tree, 0, tree.size());
 * }</pre>
 *
 * <p>What this package promises: what is read was written in the only way there is; a signature that counts here counts
 * for every verifier in use; a proof that holds here holds for foreign tools. Formats are those of C2SP (tlog-tiles,
 * tlog-checkpoint, signed-note, tlog-cosignature, tlog-witness, tlog-policy, tlog-proof) and, for what is ours, of
 * {@code spec/entry.md}, {@code spec/record.md} and {@code spec/disclosure.md}.
 *
 * <p>What it does not do: it keeps nothing, has no clock, no chance and no network, and does not know what an entry
 * means or whether it has effect. That a party signed does not say that what it signed is true.
 */
@NullMarked
package org.safeconduct.record;

import org.jspecify.annotations.NullMarked;
