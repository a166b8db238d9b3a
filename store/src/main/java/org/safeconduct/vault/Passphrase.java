package org.safeconduct.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;

/** What somebody typed to open a key; overwritten when closed. */
public final class Passphrase implements AutoCloseable {

    /** Fewest characters of a passphrase for a new file. */
    public static final int FEWEST = 12;

    private static final int MOST_BYTES = 1024;

    private final byte[] octets;
    private final int characters;

    private Passphrase(byte[] octets, int characters) {
        this.octets = octets;
        this.characters = characters;
    }

    /**
     * Takes what was typed; the caller may overwrite its own.
     *
     * @throws IllegalArgumentException if it is empty, longer than 1024 bytes, or no text
     */
    public static Passphrase of(char[] typed) {
        CharBuffer chars = CharBuffer.wrap(typed);
        // One keyboard sends é as one character, another as two. Only then is there a copy that cannot be overwritten.
        CharBuffer normal = Normalizer.isNormalized(chars, Normalizer.Form.NFC)
                ? chars
                : CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC));
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(normal);
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            encoded.clear().put(new byte[encoded.capacity()]);
            if (octets.length == 0 || octets.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "passphrase of " + octets.length + " bytes; it takes 1 to " + MOST_BYTES);
            }
            return new Passphrase(octets, typed.length);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the passphrase is no text; type it again", e);
        }
    }

    /** Whether it is long enough for a new file. Six random words are a better measure than twelve characters. */
    public boolean isLongEnough() {
        return characters >= FEWEST;
    }

    /** Whether it is the same, typed again. */
    public boolean isSameAs(Passphrase other) {
        return MessageDigest.isEqual(octets, other.octets);
    }

    /** The bytes themselves, for reading only. */
    byte[] shared() {
        return octets;
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
    }
}
