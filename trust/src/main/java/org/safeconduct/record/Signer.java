package org.safeconduct.record;

/** Signs with one Ed25519 key, wherever its secret lies. */
public interface Signer {

    /** The 32 bytes of the public key. */
    Bytes key();

    /** The 64 bytes of the signature. */
    Bytes sign(byte[] message);
}
