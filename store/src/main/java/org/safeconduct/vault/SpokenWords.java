package org.safeconduct.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.SignatureKind;
import org.safeconduct.record.TreeHead;

/**
 * Ten words that two people read to each other to know that they look at the same key or the same log.
 *
 * <p>Each word is a byte of a hash, so ten are 80 bits: to make another key with the same words takes 2^80 tries. The
 * list is our own: 256 everyday English words that differ in at least three letters, in the first four, and in how
 * they sound; nothing of war, belief, states, or drink.
 */
public final class SpokenWords {

    /** Words in a fingerprint. */
    public static final int COUNT = 10;

    private static final String DOMAIN = "safeconduct/spoken-words/v1\n";
    private static final List<String> WORDS = load();

    private SpokenWords() {}

    private static List<String> load() {
        try (InputStream in = SpokenWords.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing from this program; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words() {
        return WORDS;
    }

    /** The words of an Ed25519 public key, whoever's it is. */
    public static List<String> ofKey(Bytes publicKey) {
        return of("key " + new AuthorKey(SignatureKind.ED25519, publicKey).toHex());
    }

    /** The words of a log at a size. */
    public static List<String> ofHead(String origin, TreeHead head) {
        return of("head " + origin + " " + head.size() + " " + head.root().toHex());
    }

    /** The words of a version of a text. */
    public static List<String> ofText(Hash version) {
        return of("version " + version.toHex());
    }

    private static List<String> of(String text) {
        byte[] hash = Hash.of(Bytes.ofText(DOMAIN + text)).toArray();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            words.add(WORDS.get(hash[i] & 0xFF));
        }
        return words;
    }
}
