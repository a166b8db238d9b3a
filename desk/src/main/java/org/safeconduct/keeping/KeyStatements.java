package org.safeconduct.keeping;

import java.util.TreeMap;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.Signer;
import org.safeconduct.record.Succession;
import org.safeconduct.terms.Label;

/**
 * What is said in a record about keys themselves. Format: {@code spec/key-entries.md}.
 *
 * <p>Here these are entries like all others. What follows from them is decided when the record is read.
 */
public final class KeyStatements {

    /** The type of an entry in which an old key names the one that follows it. */
    public static final String ROTATION = "key-rotation";

    /** The type of an entry that says from where on a key should no longer count. */
    public static final String REVOCATION = "key-revocation";

    private KeyStatements() {}

    /** A key follows another. The new one signs too, so that nobody can name a key that is another's. */
    public static Statement rotation(String origin, AuthorKey old, Signer follower, Label label) {
        AuthorKey key = AuthorKey.of(follower);
        TreeMap<String, Json> content = new TreeMap<>();
        content.put("key", new Json.Text(key.toHex()));
        content.put(
                "proof",
                new Json.Text(new Succession(origin, old, key).sign(follower).toHex()));
        return Statement.of(ROTATION, label, content);
    }

    /** Whether the key that an entry names as its author's next has signed to be that. */
    public static boolean isProven(Entry rotation, SignatureVerifier verifier) {
        if (rotation.body().content().find("key").orElse(new Json.Nothing()) instanceof Json.Text key
                && rotation.body().content().find("proof").orElse(new Json.Nothing()) instanceof Json.Text proof) {
            try {
                AuthorKey named = AuthorKey.ofHex(key.value());
                return new Succession(rotation.body().origin(), rotation.body().author(), named)
                        .isProvenBy(Bytes.ofHex(proof.value()), verifier);
            } catch (Malformed _) {
                return false;
            }
        }
        return false;
    }

    /**
     * A key should no longer count.
     *
     * @param from index in the record of the first entry that should not
     * @param reason in words; may be empty
     */
    public static Statement revocation(AuthorKey key, long from, String reason, Label label) {
        TreeMap<String, Json> content = new TreeMap<>();
        content.put("from", new Json.Whole(from));
        content.put("key", new Json.Text(key.toHex()));
        content.put("reason", new Json.Text(reason));
        return Statement.of(REVOCATION, label, content);
    }
}
