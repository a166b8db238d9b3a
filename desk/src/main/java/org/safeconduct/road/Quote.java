package org.safeconduct.road;

/** Text of an unknown file, made fit for a message. */
final class Quote {
    private static final int MOST = 60;

    private Quote() {}

    /** At most 60 characters, all of which can be seen. */
    static String of(String text) {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST); i++) {
            char c = text.charAt(i);
            seen.append(c < ' ' || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.length() > MOST ? seen.append('…').toString() : seen.toString();
    }
}
