package org.safeconduct.record;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes signatures that are almost right, with the secret at hand. */
final class WrongSignatures {

    /** (0, -1), of order 2. */
    static final EdwardsPoint ORDER_TWO =
            new EdwardsPoint(BigInteger.ZERO, EdwardsPoint.P.subtract(BigInteger.ONE), BigInteger.ONE, BigInteger.ZERO);

    private static final EdwardsPoint BASE = EdwardsPoint.decode(base()).orElseThrow();

    private final BigInteger secret;
    private final BigInteger nonce;
    private final byte[] message;

    WrongSignatures(String secret, String nonce, String message) {
        this.secret = number(sha512(secret.getBytes(StandardCharsets.UTF_8)));
        this.nonce = number(sha512(nonce.getBytes(StandardCharsets.UTF_8)));
        this.message = message.getBytes(StandardCharsets.UTF_8);
    }

    private static Bytes base() {
        byte[] base = new byte[32]; // y = 4/5
        java.util.Arrays.fill(base, (byte) 0x66);
        base[0] = 0x58;
        return Bytes.of(base);
    }

    private static BigInteger number(byte[] bigEndian) {
        return new BigInteger(1, bigEndian).mod(EdwardsPoint.ORDER);
    }

    Bytes key() {
        return encode(BASE.times(secret));
    }

    /** The key moved by a point of small order. */
    Bytes keyPlus(EdwardsPoint small) {
        return encode(BASE.times(secret).plus(small));
    }

    Bytes right() {
        return withRPlus(EdwardsPoint.NEUTRAL);
    }

    /** R moved by a point of small order; k and S follow. */
    Bytes withRPlus(EdwardsPoint small) {
        return sign(encode(BASE.times(nonce).plus(small)), key(), nonce);
    }

    /** A right signature by {@link #keyPlus}. */
    Bytes byKeyPlus(EdwardsPoint small) {
        return sign(encode(BASE.times(nonce)), keyPlus(small), nonce);
    }

    /** R is the neutral element. */
    Bytes withNeutralR() {
        return sign(encode(EdwardsPoint.NEUTRAL), key(), BigInteger.ZERO);
    }

    /** S and the order, which is the same multiple of the base. */
    Bytes withSPlusOrder() {
        Bytes right = right();
        return join(
                right.slice(0, 32),
                EdwardsPoint.littleEndian(right.slice(32, 64)).add(EdwardsPoint.ORDER));
    }

    private Bytes sign(Bytes r, Bytes key, BigInteger nonce) {
        BigInteger k = EdwardsPoint.littleEndian(Bytes.of(sha512(r.toArray(), key.toArray(), message)));
        return join(r, k.multiply(secret).add(nonce).mod(EdwardsPoint.ORDER));
    }

    private static Bytes join(Bytes r, BigInteger s) {
        byte[] all = java.util.Arrays.copyOf(r.toArray(), 64);
        System.arraycopy(littleEndian(s), 0, all, 32, 32);
        return Bytes.of(all);
    }

    static Bytes encode(EdwardsPoint point) {
        BigInteger inverse = point.z().modInverse(EdwardsPoint.P);
        byte[] encoded = littleEndian(point.y().multiply(inverse).mod(EdwardsPoint.P));
        if (point.x().multiply(inverse).mod(EdwardsPoint.P).testBit(0)) {
            encoded[31] |= (byte) 0x80;
        }
        return Bytes.of(encoded);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        byte[] bytes = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return bytes;
    }

    private static byte[] sha512(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
