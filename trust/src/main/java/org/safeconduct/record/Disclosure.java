package org.safeconduct.record;

import java.util.Map;
import java.util.Set;

/**
 * Opens one commitment of an entry: what was said but not shown.
 *
 * <p>Its commitment is SHA-256 over {@code safeconduct/commitment/v1}, a newline, the log's origin, a newline, the
 * author's key, a newline, the salt, and the canonical JSON of {@code {"field":…,"value":…}}. Origin and author are in
 * it, so that nobody can commit to what another will disclose. While salt and value are kept from everyone, the
 * commitment tells nothing; when they are destroyed everywhere, it never will.
 *
 * @param entry identity of the entry
 * @param field the name of what is disclosed
 * @param salt 32 bytes that nobody could guess
 */
public record Disclosure(Hash entry, String field, Json value, Bytes salt) {

    private static final String DOMAIN = "safeconduct/commitment/v1\n";
    private static final int SALT_BYTES = 32;

    public Disclosure {
        if (salt.length() != SALT_BYTES) {
            throw new IllegalArgumentException("salt of " + salt.length() + " bytes; it takes 32");
        }
    }

    /** The commitment that an author puts into an entry for this log. */
    public static Hash commit(String origin, AuthorKey author, String field, Json value, Bytes salt) {
        if (salt.length() != SALT_BYTES) {
            throw new IllegalArgumentException("salt of " + salt.length() + " bytes; it takes 32");
        }
        byte[] json = CanonicalJson.write(Json.Members.of(Map.of("field", new Json.Text(field), "value", value)));
        return Hash.of(
                Bytes.ofText(DOMAIN + origin + "\n" + author.toHex() + "\n").shared(), salt.shared(), json);
    }

    /** Whether this entry holds the commitment that this opens. */
    public boolean opens(Entry one) {
        Hash commitment = commit(one.body().origin(), one.body().author(), field, value, salt);
        return one.identity().equals(entry) && one.body().commitments().contains(commitment);
    }

    public byte[] write() {
        return CanonicalJson.write(Json.Members.of(Map.of(
                "entry", new Json.Text(entry.toHex()),
                "field", new Json.Text(field),
                "salt", new Json.Text(salt.toHex()),
                "v", new Json.Whole(1),
                "value", value)));
    }

    /**
     * Reads a disclosure.
     *
     * @throws Malformed unless it is a disclosure in canonical JSON
     */
    public static Disclosure read(byte[] bytes) throws Malformed {
        JsonFields all = JsonFields.of(CanonicalJson.read(bytes), Set.of("entry", "field", "salt", "v", "value"));
        Bytes salt = Bytes.ofHex(all.text("salt"));
        if (all.whole("v") != 1 || salt.length() != SALT_BYTES) {
            throw new Malformed("version other than 1, or a salt of " + salt.length() + " bytes; it takes 32");
        }
        return new Disclosure(all.hash("entry"), all.text("field"), all.value("value"), salt);
    }
}
