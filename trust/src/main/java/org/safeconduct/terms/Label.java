package org.safeconduct.terms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may see a text, a plan or an entry. From the narrowest circle to the widest. */
public enum Label {
    /** One team only. */
    INTERNAL,
    /** The facilitator and one party. */
    BILATERAL,
    /** The parties and the facilitator: the default for lists of where people will be. */
    PARTIES,
    /** Everyone. */
    PUBLIC;

    /** How it is written in files and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words, from the narrowest circle to the widest. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Label::word).toList();
    }

    /** The label that a word stands for; empty if for none. */
    public static Optional<Label> ofWord(String word) {
        return Arrays.stream(values())
                .filter(label -> label.word().equals(word))
                .findFirst();
    }
}
