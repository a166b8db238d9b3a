package org.safeconduct.record;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A point of edwards25519 in extended coordinates: only what it takes to ask whether a key lies in the right subgroup.
 *
 * <p>Formulas: RFC 8032, section 5.1. Not for secrets: its running time depends on the values.
 */
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final EdwardsPoint NEUTRAL =
            new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

    /** The point that 32 bytes encode in the one allowed way; empty if they do not. */
    static Optional<EdwardsPoint> decode(Bytes encoded) {
        BigInteger number = littleEndian(encoded);
        boolean isOdd = number.testBit(255);
        BigInteger y = number.clearBit(255);
        if (encoded.length() != 32 || y.compareTo(P) >= 0) {
            return Optional.empty();
        }
        BigInteger ySquared = y.multiply(y);
        BigInteger denominator = D.multiply(ySquared).add(BigInteger.ONE).modInverse(P);
        BigInteger xSquared =
                ySquared.subtract(BigInteger.ONE).multiply(denominator).mod(P);
        BigInteger x = xSquared.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(xSquared)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(xSquared) || (x.signum() == 0 && isOdd)) {
            return Optional.empty();
        }
        if (x.testBit(0) != isOdd) {
            x = P.subtract(x);
        }
        return Optional.of(new EdwardsPoint(x, y, BigInteger.ONE, x.multiply(y).mod(P)));
    }

    static BigInteger littleEndian(Bytes bytes) {
        byte[] reversed = new byte[bytes.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes.at(reversed.length - 1 - i);
        }
        return new BigInteger(1, reversed);
    }

    /** Whether this is a point of prime order: in the subgroup, and not its neutral element. */
    boolean hasPrimeOrder() {
        return !isNeutral() && times(ORDER).isNeutral();
    }

    boolean isNeutral() {
        return x.signum() == 0 && y.equals(z);
    }

    EdwardsPoint times(BigInteger factor) {
        EdwardsPoint sum = NEUTRAL;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.plus(sum);
            if (factor.testBit(bit)) {
                sum = sum.plus(this);
            }
        }
        return sum;
    }

    EdwardsPoint plus(EdwardsPoint other) {
        BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
        BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
        BigInteger c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1).mod(P);
        BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
        BigInteger e = b.subtract(a);
        BigInteger f = d.subtract(c);
        BigInteger g = d.add(c);
        BigInteger h = b.add(a);
        return new EdwardsPoint(
                e.multiply(f).mod(P),
                g.multiply(h).mod(P),
                f.multiply(g).mod(P),
                e.multiply(h).mod(P));
    }
}
