package org.safeconduct.vault;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.SignatureVerifier;

/**
 * The strict rule with BouncyCastle's Ed25519, for keepers that take in thousands of entries a second.
 *
 * <p>Its equation may hold for points outside the subgroup, so both A and R are checked in full: A once for each key, R
 * each time. A party that trusts nobody uses {@link org.safeconduct.record.StrictEd25519}; tests hold the two together.
 */
public final class FastEd25519 implements SignatureVerifier {

    private static final int KEYS_KEPT = 1024;
    private static final byte[] NEUTRAL = neutral();

    private final Map<Bytes, Boolean> keys = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Boolean> eldest) {
            return size() > KEYS_KEPT;
        }
    };

    /** A verifier that knows no key yet. */
    public FastEd25519() {}

    private static byte[] neutral() {
        byte[] one = new byte[32];
        one[0] = 1;
        return one;
    }

    @Override
    public boolean verifies(Bytes key, byte[] message, Bytes signature) {
        if (key.length() != 32 || signature.length() != 64 || !isGood(key)) {
            return false;
        }
        byte[] octets = signature.toArray();
        return isGood(octets) && Ed25519.verify(octets, 0, key.toArray(), 0, message, 0, message.length);
    }

    private boolean isGood(Bytes key) {
        synchronized (keys) {
            Boolean known = keys.get(key);
            if (known != null) {
                return known;
            }
        }
        boolean isGood = isGood(key.toArray());
        synchronized (keys) {
            keys.put(key, isGood);
        }
        return isGood;
    }

    /** Whether the first 32 bytes are the canonical encoding of a point of prime order. */
    private static boolean isGood(byte[] octets) {
        boolean isNeutral = Arrays.equals(octets, 0, 32, NEUTRAL, 0, 32);
        return !isNeutral && Ed25519.validatePublicKeyFull(octets, 0);
    }
}
