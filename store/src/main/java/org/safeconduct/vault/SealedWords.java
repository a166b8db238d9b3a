package org.safeconduct.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;

/**
 * What is sealed: what opens an entry's commitments, a line each, and newlines up to a length that tells little.
 *
 * <pre>
 *   {"field":"why","salt":"71b6…","v":1,"value":"the road is mined at Polohy"}
 *
 * </pre>
 *
 * <p>The entry is not named in it: the entry holds the hash of its ciphertext.
 */
public record SealedWords(List<Word> words) {

    /** The least length; it doubles. */
    static final int LEAST = 1024;

    private static final int SALT_BYTES = 32;

    /** A value, its name, and the salt of its commitment. */
    public record Word(String field, Json value, Bytes salt) {
        public Word {
            if (salt.length() != SALT_BYTES) {
                throw new IllegalArgumentException("salt of " + salt.length() + " bytes; it takes 32");
            }
        }
    }

    public SealedWords {
        words = List.copyOf(words);
    }

    /** What opens the commitments of the entry that holds the hash of it. */
    public List<Disclosure> disclosures(Hash entry) {
        return words.stream()
                .map(one -> new Disclosure(entry, one.field(), one.value(), one.salt()))
                .toList();
    }

    /**
     * The bytes to seal: 1024, or twice as many, or twice that.
     *
     * @throws IllegalArgumentException if they are more than can be sealed
     */
    public byte[] write() {
        StringBuilder lines = new StringBuilder();
        for (Word one : words) {
            byte[] line = CanonicalJson.write(Json.Members.of(Map.of(
                    "field", new Json.Text(one.field()),
                    "salt", new Json.Text(one.salt().toHex()),
                    "v", new Json.Whole(1),
                    "value", one.value())));
            lines.append(new String(line, StandardCharsets.UTF_8)).append('\n');
        }
        byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
        int length = LEAST;
        while (length < text.length) {
            length *= 2;
        }
        if (length > SealedFile.MOST_PLAIN) {
            throw new IllegalArgumentException("sealed has " + text.length + " bytes of words, at most "
                    + SealedFile.MOST_PLAIN + "; seal the hash of a long text");
        }
        byte[] padded = Arrays.copyOf(text, length);
        Arrays.fill(padded, text.length, length, (byte) '\n');
        return padded;
    }

    /**
     * Reads what was sealed.
     *
     * @throws Malformed unless it would be written so
     */
    public static SealedWords read(Bytes plain) throws Malformed {
        List<Word> words = new ArrayList<>();
        String text = plain.toText();
        for (String line : text.stripTrailing().split("\n", -1)) {
            Json json = CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8));
            if (!(json instanceof Json.Members all)
                    || all.values().size() != 4
                    || !(all.find("field").orElse(null) instanceof Json.Text field)
                    || !(all.find("salt").orElse(null) instanceof Json.Text salt)
                    || !all.find("v").equals(Optional.of(new Json.Whole(1)))
                    || all.find("value").isEmpty()) {
                throw new Malformed("sealed words of another form; ask for the file again");
            }
            words.add(new Word(field.value(), all.find("value").get(), salt(salt.value())));
        }
        SealedWords read = new SealedWords(words);
        if (plain.length() > SealedFile.MOST_PLAIN || !Bytes.of(read.write()).equals(plain)) {
            throw new Malformed("sealed words written in another way than the only one; ask for the file again");
        }
        return read;
    }

    private static Bytes salt(String text) throws Malformed {
        Bytes salt = Bytes.ofHex(text);
        if (salt.length() != SALT_BYTES) {
            throw new Malformed("salt of " + salt.length() + " bytes; it takes 32");
        }
        return salt;
    }
}
