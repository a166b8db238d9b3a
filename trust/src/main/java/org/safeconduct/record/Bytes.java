package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes that never change and are equal if they are the same bytes. */
public final class Bytes implements Comparable<Bytes> {

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    public static Bytes of(byte[] octets) {
        return new Bytes(octets.clone());
    }

    public static Bytes ofText(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads hexadecimal digits.
     *
     * @throws Malformed if a digit is missing, or not lower-case hexadecimal
     */
    public static Bytes ofHex(String text) throws Malformed {
        boolean isHex = text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!isHex || text.length() % 2 != 0) {
            throw new Malformed("\"" + text + "\" is not hexadecimal; write pairs of the digits 0-9 and a-f");
        }
        return new Bytes(HEX.parseHex(text));
    }

    /**
     * Reads base64.
     *
     * @throws Malformed if it is not the one way to write these bytes in base64, padded
     */
    public static Bytes ofBase64(String text) throws Malformed {
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(decoded).equals(text)) {
                return new Bytes(decoded);
            }
            throw new Malformed("\"" + text + "\" has stray bits or no padding; write standard base64");
        } catch (IllegalArgumentException e) {
            throw new Malformed("\"" + text + "\" is not base64: " + e.getMessage() + "; write standard base64");
        }
    }

    public int length() {
        return octets.length;
    }

    public byte at(int index) {
        return octets[index];
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(octets, from, to));
    }

    public byte[] toArray() {
        return octets.clone();
    }

    public String toHex() {
        return HEX.formatHex(octets);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(octets);
    }

    /**
     * The text that these bytes are in UTF-8.
     *
     * @throws Malformed if these bytes are not UTF-8
     */
    public String toText() throws Malformed {
        return textOf(octets);
    }

    static String textOf(byte[] octets) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8 (" + e.getMessage() + "); write the text in UTF-8");
        }
    }

    /** The array itself, for reading only. */
    byte[] shared() {
        return octets;
    }

    /** In the order of unsigned bytes. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(octets, other.octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
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
