package org.safeconduct.record;

/**
 * Who signs an entry: a kind and a public key, written as hexadecimal with the kind's code in front.
 *
 * <p>The key stands in the entry itself and not in a register, so that anyone can check any entry, and a keeper
 * cannot say that it does not know the author.
 */
public record AuthorKey(SignatureKind kind, Bytes key) {

    public AuthorKey {
        if (key.length() != kind.keyLength()) {
            throw new IllegalArgumentException(
                    kind + " key of " + key.length() + " bytes; it takes " + kind.keyLength());
        }
    }

    public static AuthorKey of(Signer signer) {
        return new AuthorKey(SignatureKind.ED25519, signer.key());
    }

    /**
     * Reads a key from its hexadecimal digits.
     *
     * @throws Malformed unless it is a kind in use and a key of its length
     */
    public static AuthorKey ofHex(String text) throws Malformed {
        Bytes bytes = Bytes.ofHex(text);
        if (bytes.length() == 0) {
            throw new Malformed("no key; write its kind and its bytes in hexadecimal");
        }
        SignatureKind kind = SignatureKind.ofCode(bytes.at(0));
        if (bytes.length() != 1 + kind.keyLength()) {
            throw new Malformed("key of " + (bytes.length() - 1) + " bytes; " + kind + " takes " + kind.keyLength());
        }
        return new AuthorKey(kind, bytes.slice(1, bytes.length()));
    }

    public String toHex() {
        return "%02x".formatted(kind.code()) + key.toHex();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
