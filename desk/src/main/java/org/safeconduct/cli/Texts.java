package org.safeconduct.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence the command says, by key, from {@code messages.properties}; values stand at {@code %s}. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.safeconduct.cli.messages", Locale.ROOT);

    private Texts() {}

    static ResourceBundle bundle() {
        return BUNDLE;
    }

    static String text(String key, Object... values) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), values);
    }

    /** The text for one thing or for several: {@code key.one} or {@code key.other}; the number stands at {@code %s}. */
    static String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".other"), number(number));
    }

    /** {@code 10,867}. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** At most one decimal, none where it would be 0. */
    static String number(double value) {
        return value == Math.rint(value) ? number((long) value) : String.format(Locale.ROOT, "%,.1f", value);
    }
}
