package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Hashes to read aloud: of a key, when people meet and compare; of a root, when delegations do.
 *
 * <p>Each word is 16 bits: consonant, vowel, consonant, vowel, consonant, out of sixteen consonants and four vowels that
 * most languages tell apart. They mean nothing in any language, on purpose: {@code lusab-babad}.
 */
public final class Spoken {

    /** Words to compare where someone could have tried many keys or logs: 128 bits. */
    public static final int WORDS = 8;

    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";

    private Spoken() {}

    /** What to read aloud for a key. */
    public static String of(AuthorKey key) {
        return of(Hash.of(Bytes.ofText("safeconduct/key/v1\n" + key.toHex())));
    }

    /** What to read aloud for a hash: its first eight words. */
    public static String of(Hash hash) {
        byte[] octets = hash.shared();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(word(((octets[2 * i] & 0xFF) << 8) | (octets[2 * i + 1] & 0xFF)));
        }
        return String.join("-", words);
    }

    private static String word(int bits) {
        return String.valueOf(new char[] {
            CONSONANTS.charAt(bits >> 12),
            VOWELS.charAt((bits >> 10) & 3),
            CONSONANTS.charAt((bits >> 6) & 15),
            VOWELS.charAt((bits >> 4) & 3),
            CONSONANTS.charAt(bits & 15)
        });
    }
}
