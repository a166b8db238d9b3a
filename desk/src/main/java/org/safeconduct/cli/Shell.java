package org.safeconduct.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Commands written so that they can be copied into a shell, whatever folders are called. */
final class Shell {
    private Shell() {}

    static String line(String... words) {
        return Arrays.stream(words).map(Shell::word).collect(Collectors.joining(" "));
    }

    /** As it is if a shell would not touch it, else in single quotes. */
    static String word(Object word) {
        String text = word.toString();
        return text.matches("[\\p{L}\\p{N}_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
