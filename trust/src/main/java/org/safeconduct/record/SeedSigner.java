package org.safeconduct.record;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/** Signs with the key that a seed of 32 bytes stands for (RFC 8032, section 5.1.5). */
public final class SeedSigner implements Signer {

    private final KeyPair pair;
    private final Bytes key;

    /**
     * A signer from its secret.
     *
     * @param seed 32 bytes; copied, so the caller may wipe its own
     */
    public SeedSigner(byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("a seed of " + seed.length + " bytes; Ed25519 takes 32");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed.clone()));
            pair = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
        key = encode((EdECPublicKey) pair.getPublic());
    }

    @Override
    public Bytes key() {
        return key;
    }

    @Override
    public Bytes sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static Bytes encode(EdECPublicKey key) {
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] encoded = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        encoded[31] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
        return Bytes.of(encoded);
    }

    /** Hands the seed to the JDK's generator, the only way to have it derive the public key. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
