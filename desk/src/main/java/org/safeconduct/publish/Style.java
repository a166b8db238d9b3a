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
    private static String policy(String style) {
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

    /**
     * The head of a page that loads nothing and tells nobody that it is read.
     *
     * @param schemes what of light and dark it can be; empty for paper
     */
    static void head(Markup html, String title, String style, String schemes) {
        html.line().open("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style))
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        if (!schemes.isEmpty()) {
            html.empty("meta", "name", "color-scheme", "content", schemes).line();
        }
        html.empty("meta", "name", "referrer", "content", "no-referrer").line();
        html.empty("meta", "name", "robots", "content", "noindex").line();
        html.element("title", title).line();
        html.open("style").trusted(style).close("style").line();
        html.close("head").line();
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
