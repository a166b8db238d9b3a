package org.safeconduct.road;

/** Reads degrees written as a decimal fraction. */
final class Degrees {
    private Degrees() {}

    /** Degrees; not a number if the text is none. */
    static double parse(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
