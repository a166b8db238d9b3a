package org.safeconduct.record;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The strict rule with the JDK's Ed25519.
 *
 * <p>The JDK decides the equation, so a mistake here can refuse a good signature but never let a forged one pass. The
 * rest is cheap. A is checked in full, once per key. R needs no multiplication: the equation is exact, so R = [S]B -
 * [k]A is a sum of points of the subgroup, and lies in it. That holds for an exact equation only; the constructor tries
 * a signature that satisfies nothing but the one multiplied by the cofactor.
 */
public final class StrictEd25519 implements SignatureVerifier {

    private static final int KEYS_KEPT = 1024;

    /** Satisfies the equation times 8, not the exact one: S = r + ka, R = [r]B + (0, -1). A test makes it again. */
    static final String LOOSE_KEY = "65975ec664401e84e72e620feeee8bfdf82f89c1fbdafa69f522351d38d140e2";

    static final String LOOSE_MESSAGE = "loose";

    static final String LOOSE_SIGNATURE =
            "2c395ad952d5146a57de915b0c6b5cf5655b24c3851b845f397156abbfaaf769159283c185d28b1bc0cb135efd7c9a3978ad0d8dc67019c1d079a30e9d079a08";

    private final Map<Bytes, Optional<PublicKey>> keys = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Optional<PublicKey>> eldest) {
            return size() > KEYS_KEPT;
        }
    };

    /**
     * A verifier that has tried its JDK.
     *
     * @throws IllegalStateException if this JDK verifies loosely; then nothing here may be believed
     */
    public StrictEd25519() {
        try {
            Bytes key = Bytes.ofHex(LOOSE_KEY);
            if (verifies(key, LOOSE_MESSAGE.getBytes(StandardCharsets.UTF_8), Bytes.ofHex(LOOSE_SIGNATURE))) {
                throw new IllegalStateException("this JDK multiplies Ed25519's equation by the cofactor; use another");
            }
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verifies(Bytes key, byte[] message, Bytes signature) {
        if (key.length() != 32 || signature.length() != 64 || !isCanonical(signature)) {
            return false;
        }
        Optional<PublicKey> known;
        synchronized (keys) {
            known = keys.computeIfAbsent(key, StrictEd25519::readKey);
        }
        return known.isPresent() && equationHolds(known.get(), message, signature);
    }

    /** S below the order; R not the neutral element, its y below the prime, no sign on an x of 0. */
    private static boolean isCanonical(Bytes signature) {
        BigInteger r = EdwardsPoint.littleEndian(signature.slice(0, 32)).clearBit(255);
        BigInteger s = EdwardsPoint.littleEndian(signature.slice(32, 64));
        boolean xIsZero = r.equals(BigInteger.ONE) || r.equals(EdwardsPoint.P.subtract(BigInteger.ONE));
        return s.compareTo(EdwardsPoint.ORDER) < 0 && r.compareTo(EdwardsPoint.P) < 0 && !xIsZero;
    }

    /** The key for the JDK; empty if the strict rule lets no signature by it count. */
    private static Optional<PublicKey> readKey(Bytes key) {
        return EdwardsPoint.decode(key).filter(EdwardsPoint::hasPrimeOrder).map(point -> {
            EdECPoint plain = new EdECPoint(point.x().testBit(0), point.y());
            try {
                return KeyFactory.getInstance("Ed25519")
                        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, plain));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK reads a valid Ed25519 key", e);
            }
        });
    }

    private static boolean equationHolds(PublicKey key, byte[] message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature.shared());
        } catch (SignatureException _) {
            return false; // R is no point
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
