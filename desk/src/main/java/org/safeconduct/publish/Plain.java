package org.safeconduct.publish;

/**
 * Text from files, made fit to be shown: nothing in it can move the cursor, hide itself or turn the reading direction around. Letters of every script stay as
 * they are.
 */
public final class Plain {
    private static final char SHOWN_INSTEAD = '\uFFFD';

    private Plain() {}

    /** The text with tabs and line ends as spaces, and control and direction-changing characters as a visible mark. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Plain::fit).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int fit(int character) {
        if (character == '\t' || character == '\n' || character == '\r') {
            return ' ';
        }
        return isUnfit(character) ? SHOWN_INSTEAD : character;
    }

    private static boolean isUnfit(int character) {
        boolean embeds = character >= 0x202A && character <= 0x202E;
        boolean isolates = character >= 0x2066 && character <= 0x2069;
        boolean separates = character == 0x2028 || character == 0x2029;
        boolean loneHalf = character >= 0xD800 && character <= 0xDFFF;
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
        return embeds || isolates || separates || loneHalf || noCharacter || Character.isISOControl(character);
    }
}
