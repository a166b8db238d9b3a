package org.safeconduct.record;

import java.text.Normalizer;
import java.util.Optional;

/** Which strings may stand in a signed text: those that look the same wherever they are read. */
final class TextRule {

    private TextRule() {}

    /** What is wrong with a string, and what to do; empty if nothing is. */
    static Optional<String> flaw(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE) {
                return Optional.of("has half a surrogate pair; write the whole character");
            }
            if (Character.getType(point) == Character.UNASSIGNED) {
                return Optional.of("has U+%04X, which is no character yet; leave it out".formatted(point));
            }
            i += Character.charCount(point);
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of("is not in NFC; write each letter and its accent as one");
    }
}
