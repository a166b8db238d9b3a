package org.safeconduct.record;

/**
 * A key follows another, and has signed that it does: so nobody can name as one's own next key what is another's.
 *
 * @param origin the log in which the old key says so
 * @param old the key that it follows
 * @param key the key that follows
 */
public record Succession(String origin, AuthorKey old, AuthorKey key) {
    private static final String DOMAIN = "safeconduct/key-rotation/v1\n";

    /** The follower signs. */
    public Bytes sign(Signer follower) {
        return follower.sign(message());
    }

    /** Whether the follower has signed. */
    public boolean isProvenBy(Bytes proof, SignatureVerifier verifier) {
        return verifier.verifies(key.key(), message(), proof);
    }

    private byte[] message() {
        return Bytes.ofText(DOMAIN + origin + "\n" + old.toHex() + "\n" + key.toHex())
                .toArray();
    }
}
