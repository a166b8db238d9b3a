package org.safeconduct.record;

/**
 * Decides whether an Ed25519 signature counts. The rule is stricter than RFC 8032, so that all sides agree.
 *
 * <p>A signature (R, S) by the key A over a message M counts if and only if
 *
 * <ul>
 *   <li>S is less than the group's order L,
 *   <li>A and R are canonical encodings of points of the prime-order subgroup, and not the neutral element,
 *   <li>[S]B = R + [k]A with k = SHA-512(R ‖ A ‖ M), without the cofactor.
 * </ul>
 *
 * <p>Verifiers in use differ in what else they let through; none refuses what this rule accepts. Implementations may
 * be called from many threads.
 */
@FunctionalInterface
public interface SignatureVerifier {

    /**
     * Whether this signature counts.
     *
     * @param key 32 bytes; anything else never verifies
     * @param signature 64 bytes; anything else never verifies
     */
    boolean verifies(Bytes key, byte[] message, Bytes signature);
}
