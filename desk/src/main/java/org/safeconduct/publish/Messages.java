package org.safeconduct.publish;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Every sentence a person reads, by key, from {@code messages.properties} in one language. Places for values are written {@code {0}}, {@code {1}}; nothing else
 * in a text is special, so that translators need no quoting.
 */
final class Messages {
    private static final String BUNDLE = "org.safeconduct.publish.messages";

    /** What there is none of in a language is in English, never in that of the machine. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;

    private Messages(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    static Messages english() {
        return of(Locale.ENGLISH);
    }

    /** English is the root bundle: asked for by that name, a machine that speaks Turkish cannot slip its own language in. */
    static Messages of(Locale locale) {
        return new Messages(bundle(locale), locale);
    }

    /** Whether there are texts of our own in a language. */
    static boolean speaks(Locale locale) {
        return isEnglish(locale) || bundle(locale).getLocale().getLanguage().equals(locale.getLanguage());
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, isEnglish(locale) ? Locale.ROOT : locale, NO_FALLBACK);
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        return fill(texts.getString(key), values);
    }

    /** The text for a number of things: {@code key.one}, {@code key.few}, … by the rules of the language. */
    String count(String key, long number, Object... values) {
        return find(key + "." + Plural.of(locale, number))
                .or(() -> find(key + ".other"))
                .map(text -> fill(text, values))
                .orElseThrow(() -> new MissingResourceException("no text " + key + ".other", BUNDLE, key));
    }

    Optional<String> find(String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    /** One pass: a value that itself holds {@code {1}} stays as it is. */
    private static String fill(String text, Object... values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int index = text.charAt(at) == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}'
                    ? text.charAt(at + 1) - '0'
                    : -1;
            if (index >= 0 && index < values.length) {
                out.append(values[index]);
                at += 3;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }
}
