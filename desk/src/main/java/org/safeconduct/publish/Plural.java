package org.safeconduct.publish;

import java.util.Locale;

/** Which form of a noun stands after a whole number, by Unicode's plural categories; the languages people here will read. */
final class Plural {
    private Plural() {}

    static String of(Locale locale, long number) {
        return switch (locale.getLanguage()) {
            case "uk", "ru" -> slavic(number);
            case "ar" -> arabic(number);
            case "fr" -> number <= 1 ? "one" : "other";
            default -> number == 1 ? "one" : "other";
        };
    }

    private static String slavic(long number) {
        long last = number % 10;
        long lastTwo = number % 100;
        if (last == 1 && lastTwo != 11) {
            return "one";
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
    }

    private static String arabic(long number) {
        long lastTwo = number % 100;
        if (number <= 2) {
            return number == 0 ? "zero" : number == 1 ? "one" : "two";
        }
        return lastTwo >= 3 && lastTwo <= 10 ? "few" : lastTwo >= 11 ? "many" : "other";
    }
}
