package org.safeconduct.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an entry says of words that only some can read: for whom they are, and the hash of their ciphertext.
 *
 * <p>It stands as {@code sealed} in the content of an entry of any type. The words themselves are an age file beside the
 * log, of which only the part after its header is hashed: the header wraps the key for readers, and there can be another
 * for others later. Format: {@code spec/sealed.md}.
 *
 * @param readers age X25519 recipients, as {@code age1…}
 * @param ciphertext SHA-256 of the file from after its header to its end
 */
public record Sealed(List<String> readers, Hash ciphertext) {

    private static final String NAME = "sealed";
    private static final Pattern RECIPIENT = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    public Sealed {
        readers = List.copyOf(readers);
    }

    /** Whether a text has the form of an age recipient; its checksum is for whoever encrypts to it. */
    public static boolean isRecipient(String text) {
        return RECIPIENT.matcher(text).matches();
    }

    /** What a content says to be sealed; empty if nothing, or not as it must be said. */
    public static Optional<Sealed> of(Json.Members content) {
        return content.find(NAME).flatMap(Sealed::read);
    }

    private static Optional<Sealed> read(Json stated) {
        try {
            JsonFields sealed = JsonFields.of(stated, Set.of("ciphertext", "for"));
            List<String> readers = sealed.texts("for");
            boolean areRecipients = !readers.isEmpty() && readers.stream().allMatch(Sealed::isRecipient);
            return areRecipients ? Optional.of(new Sealed(readers, sealed.hash("ciphertext"))) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** What is said in the open; all of it if nothing is sealed. */
    public static Json.Members without(Json.Members content) {
        if (of(content).isEmpty()) {
            return content;
        }
        TreeMap<String, Json> open = new TreeMap<>(content.values());
        open.remove(NAME);
        return new Json.Members(open);
    }

    /** A content that says this too. */
    public Json.Members in(Json.Members content) {
        List<Json> texts =
                readers.stream().map(one -> (Json) new Json.Text(one)).toList();
        TreeMap<String, Json> all = new TreeMap<>(content.values());
        all.put(
                NAME,
                Json.Members.of(Map.of("for", new Json.Items(texts), "ciphertext", new Json.Text(ciphertext.toHex()))));
        return new Json.Members(all);
    }

    /** Where the header of an age file ends and its ciphertext begins; -1 if it has none. */
    public static int endOfHeader(Bytes file) {
        String text = new String(file.shared(), StandardCharsets.ISO_8859_1); // a character for each byte
        int last = text.indexOf("\n--- ");
        int end = last < 0 ? -1 : text.indexOf('\n', last + 1);
        return end < 0 ? -1 : end + 1;
    }

    /** Whether an age file is the one that was sealed, whomever its header is for. */
    public boolean isOf(Bytes file) {
        int end = endOfHeader(file);
        return end >= 0 && Hash.of(file.slice(end, file.length())).equals(ciphertext);
    }
}
