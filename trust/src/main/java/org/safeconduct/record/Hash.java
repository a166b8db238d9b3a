package org.safeconduct.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes. */
public final class Hash implements Comparable<Hash> {

    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    /** Thirty-two zeros, which no bytes are known to have as their hash: stands for "none". */
    public static final Hash NONE = new Hash(new byte[LENGTH]);

    private final byte[] octets;

    private Hash(byte[] octets) {
        this.octets = octets;
    }

    /** The hash of these parts, one after the other. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    public static Hash of(Bytes bytes) {
        return of(bytes.shared());
    }

    /**
     * The hash that lies at an offset.
     *
     * @throws IllegalArgumentException if fewer than 32 bytes lie there
     */
    public static Hash at(byte[] octets, int offset) {
        if (octets.length < offset + LENGTH) {
            throw new IllegalArgumentException("no 32 bytes at " + offset + " of " + octets.length);
        }
        return new Hash(Arrays.copyOfRange(octets, offset, offset + LENGTH));
    }

    /**
     * Reads hexadecimal digits.
     *
     * @throws Malformed unless it is 64 lower-case hexadecimal digits
     */
    public static Hash ofHex(String text) throws Malformed {
        return ofBytes(Bytes.ofHex(text), text);
    }

    /**
     * Reads base64.
     *
     * @throws Malformed unless it is the base64 of 32 bytes
     */
    public static Hash ofBase64(String text) throws Malformed {
        return ofBytes(Bytes.ofBase64(text), text);
    }

    private static Hash ofBytes(Bytes bytes, String text) throws Malformed {
        if (bytes.length() != LENGTH) {
            throw new Malformed("\"" + text + "\" has " + bytes.length() + " bytes; a SHA-256 hash has 32");
        }
        return new Hash(bytes.shared());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, 0, target, offset, LENGTH);
    }

    /** The array itself, for reading only. */
    byte[] shared() {
        return octets;
    }

    public byte[] toArray() {
        return octets.clone();
    }

    public String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(octets, other.octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(octets, hash.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
