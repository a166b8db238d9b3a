package org.safeconduct.record;

/** How an entry is signed; its code is the first byte of the author's key and of the signature in a leaf. */
public enum SignatureKind {
    /** Ed25519 by the strict rule of {@link SignatureVerifier}: key of 32 bytes, signature of 64. */
    ED25519(1, 32, 64),
    /** A passkey's P-256 signature over a challenge. The code is reserved; no entry carries it yet. */
    PASSKEY_P256(2, 33, 0);

    private final int code;
    private final int keyLength;
    private final int signatureLength;

    SignatureKind(int code, int keyLength, int signatureLength) {
        this.code = code;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    public byte code() {
        return (byte) code;
    }

    public int keyLength() {
        return keyLength;
    }

    int signatureLength() {
        return signatureLength;
    }

    /**
     * The kind with this code.
     *
     * @throws Malformed if no kind in use has this code
     */
    static SignatureKind ofCode(byte code) throws Malformed {
        if (code != ED25519.code()) {
            throw new Malformed("signature kind " + (code & 0xFF) + "; only 1, Ed25519, is in use");
        }
        return ED25519;
    }
}
