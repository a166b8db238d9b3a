package org.safeconduct.publish;

import java.lang.Character.UnicodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Text in lines of a fixed width: wrapped between words, or two texts beside each other. */
final class Lines {
    private static final String BETWEEN = " │ ";
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.HANGUL_JAMO,
            UnicodeBlock.HANGUL_SYLLABLES,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.EMOTICONS,
            UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS);
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9]*m");

    private Lines() {}

    /** Wraps at blanks; later lines are indented as far as the first one's bullet reaches. A word longer than a line is cut. */
    static List<String> wrap(String text, int width) {
        String bullet = text.startsWith("- ") ? "- " : "";
        String indent = " ".repeat(bullet.length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(bullet);
        for (String word : words(text.substring(bullet.length()), width - indent.length())) {
            boolean empty = width(line) <= indent.length();
            if (!empty && width(line) + 1 + width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> words(String text, int longest) {
        List<String> words = new ArrayList<>();
        for (String word : BLANKS.split(text.trim(), -1)) {
            StringBuilder part = new StringBuilder();
            for (int c : word.codePoints().toArray()) {
                if (width(part) + width(c) > longest) {
                    words.add(part.toString());
                    part = new StringBuilder();
                }
                part.appendCodePoint(c);
            }
            words.add(part.toString());
        }
        return words;
    }

    /** The two texts beside each other, each already wrapped to {@code width}. */
    static List<String> beside(List<String> left, List<String> right, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String start = i < left.size() ? left.get(i) : "";
            String end = i < right.size() ? right.get(i) : "";
            lines.add((start + " ".repeat(Math.max(0, width - width(start))) + BETWEEN + end).stripTrailing());
        }
        return lines;
    }

    /** Width of each of two columns on a screen. */
    static int column(int screen) {
        return (screen - BETWEEN.length()) / 2;
    }

    static int width(CharSequence text) {
        return ESCAPE.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(Lines::width)
                .sum();
    }

    /** Cells a character takes on a terminal: none for accents, two for ideographs. */
    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return WIDE.contains(UnicodeBlock.of(character)) ? 2 : 1;
    }
}
