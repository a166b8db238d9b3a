package org.safeconduct.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
public final class Near {
    private static final int LONGEST = 64;

    private Near() {}

    /** The nearest of {@code known}, if it is near at all: the first of equals. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(fold(word), fold(candidate));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Did you mean …?" if something is near, else the list of what is known. */
    public static String remedy(String word, Collection<String> known) {
        return to(word, known).map(near -> "Did you mean \"" + near + "\"?").orElseGet(() -> list(known));
    }

    private static String list(Collection<String> known) {
        if (known.isEmpty()) {
            return "None is known: add it first.";
        }
        String first = String.join(", ", known.stream().limit(30).toList());
        return "Known here: " + first + (known.size() > 30 ? ", and " + (known.size() - 30) + " more." : ".");
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Letters to insert, drop, replace or swap with their neighbour. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = cell(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(int[][] d, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
