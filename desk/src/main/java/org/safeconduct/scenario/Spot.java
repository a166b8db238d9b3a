package org.safeconduct.scenario;

/**
 * A place in a file where something is written, or is missing.
 *
 * @param file name relative to the scenario's folder
 * @param line line from 1; 0 if the whole file is meant
 * @param where key path or column
 * @param text what is written there; empty for a list, a mapping, or nothing
 */
public record Spot(String file, int line, String where, String text) {

    private static final int SHOWN = 60;

    Spot withText(String newText) {
        return new Spot(file, line, where, newText);
    }

    /** The key {@code key} of the mapping that stands here. */
    Spot key(String key) {
        return new Spot(file, line, where.isEmpty() ? key : where + "." + key, "");
    }

    /** A list item. */
    Spot item(int index) {
        return new Spot(file, line, where + "[" + index + "]", "");
    }

    Spot atLine(int newLine) {
        return new Spot(file, newLine, where, text);
    }

    /** What is written here, on one line, in quotes, shortened; empty if nothing is. */
    String shown() {
        return text.isEmpty() ? "" : "\"" + printable(text) + "\"";
    }

    /** Text that cannot move a terminal's cursor or fill its screen. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append('\uFFFD');
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
