package org.safeconduct.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Style sheets that stand inside a page, and the policy that admits them and nothing else. */
final class Style {
    private Style() {}

    /** What a page admits: this style, no script, nothing from elsewhere. */
    static String policy(String style) {
        return "default-src 'none'; style-src " + hash(style) + "; base-uri 'none'; form-action 'none'";
    }

    /** Only letters, digits and plain punctuation may enter the style sheet. */
    static String quotable(String text) {
        StringBuilder kept = new StringBuilder();
        Plain.of(text)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || " .,:;·–-()/".indexOf(c) >= 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A style sheet beside the classes. */
    static String resource(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside the classes of publish");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
