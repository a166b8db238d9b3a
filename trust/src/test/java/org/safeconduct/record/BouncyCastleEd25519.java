package org.safeconduct.record;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The strict rule with a library that is faster than the JDK: it must say the same of every signature. */
final class BouncyCastleEd25519 implements SignatureVerifier {

    private static final Bytes NEUTRAL = Bytes.of(littleEndianOne());

    private static byte[] littleEndianOne() {
        byte[] one = new byte[32];
        one[0] = 1;
        return one;
    }

    @Override
    public boolean verifies(Bytes key, byte[] message, Bytes signature) {
        if (key.length() != 32 || signature.length() != 64) {
            return false;
        }
        Bytes r = signature.slice(0, 32);
        return !r.equals(NEUTRAL)
                && Ed25519.validatePublicKeyFull(key.toArray(), 0)
                && Ed25519.validatePublicKeyFull(r.toArray(), 0)
                && isTrueBy(key, message, signature);
    }

    /** The library's own verdict, without the strict rule. */
    static boolean isTrueBy(Bytes key, byte[] message, Bytes signature) {
        return key.length() == 32
                && signature.length() == 64
                && Ed25519.verify(signature.toArray(), 0, key.toArray(), 0, message, 0, message.length);
    }
}
