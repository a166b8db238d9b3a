/**
 * The finding on a bundle, without a network and without trust in whoever made it.
 *
 * <p>A {@link org.safeconduct.verify.Bundle} is a ZIP file that a keeper or a party hands out: a signed checkpoint with
 * its cosignatures, the hashes of the tree, the entries that its holder may see, disclosures. {@link
 * org.safeconduct.verify.Verification} works everything out again and gives a {@link org.safeconduct.verify.Finding}:
 *
 * <pre>
 *   intact      all that is here is what the log signed and the authors signed        exit 0
 *   broken      something is not; it says which entry or file, and what is wrong      exit 1
 *   incomplete  nothing is wrong, but something it takes is missing                   exit 2
 * </pre>
 *
 * <pre>{@code
 * Finding finding = Verification.of(Bundle.read(zip, 1 << 30), policy, new StrictEd25519());
 * finding.lines().forEach(System.out::println);
 * }</pre>
 *
 * <p>If one key signed two histories, a {@link org.safeconduct.verify.Fork} is the proof, which {@code Verification} reads as well. Looking
 * for forks is not done here: whoever finds one, by whatever program, has a proof that is checked here.
 *
 * <p>The policy decides whose word counts. It must come from the reader, not from the bundle: whoever can make a bundle
 * can make a policy to fit. The bundle's own policy is only good for comparing it aloud.
 *
 * <p>Intact does not mean true. It means that these keys signed these statements, in this order, and that nothing was
 * changed, left out or put in between since the checkpoint.
 */
@NullMarked
package org.safeconduct.verify;

import org.jspecify.annotations.NullMarked;
