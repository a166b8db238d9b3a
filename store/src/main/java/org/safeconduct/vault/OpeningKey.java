package org.safeconduct.vault;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.util.Locale;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.safeconduct.record.Bytes;

/** What opens words that were sealed for a recipient: an X25519 secret key, which age calls an identity. */
public final class OpeningKey {
    private static final String PUBLIC = "age";
    private static final String SECRET = "AGE-SECRET-KEY-";
    private static final int LENGTH = 32;

    private final Bytes secret;

    private OpeningKey(Bytes secret) {
        this.secret = secret;
    }

    /**
     * The key of 32 bytes.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static OpeningKey of(Bytes secret) {
        if (secret.length() != LENGTH) {
            throw new IllegalArgumentException("secret key of " + secret.length() + " bytes; it takes 32");
        }
        return new OpeningKey(secret);
    }

    Bytes publicKey() {
        byte[] point = new byte[LENGTH];
        X25519.scalarMultBase(secret.toArray(), 0, point, 0);
        return Bytes.of(point);
    }

    /** For whom others seal: {@code age1…}. */
    public String recipient() {
        return recipient(publicKey());
    }

    /** How a public key is written. */
    public static String recipient(Bytes publicKey) {
        return Bech32.getEncoder().encode(PUBLIC, publicKey.toArray()).toString();
    }

    /** The secret as age programs read it from a file: {@code AGE-SECRET-KEY-1…}. Whoever has it opens everything. */
    public String forAge() {
        return Bech32.getEncoder().encode(SECRET, secret.toArray()).toString().toUpperCase(Locale.ROOT);
    }
}
