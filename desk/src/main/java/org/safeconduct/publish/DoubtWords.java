package org.safeconduct.publish;

import java.util.Locale;
import org.safeconduct.places.Doubt;
import org.safeconduct.places.Mgrs;
import org.safeconduct.terms.Place;

/** Doubts about coordinates in words: what is doubtful, and what to do. */
public final class DoubtWords {
    private static final Messages MESSAGES = Messages.english();

    private DoubtWords() {}

    /** One doubt in a sentence or two. */
    public static String of(Doubt doubt) {
        return switch (doubt) {
            case Doubt.Zero one -> say("doubt.zero", one.place().name(), degrees(one.place()));
            case Doubt.Coarse one -> say("doubt.coarse", one.place().name(), degrees(one.place()));
            case Doubt.Slip one ->
                say(
                        one.isExchanged() ? "doubt.exchanged" : "doubt.sign",
                        one.place().name(),
                        degrees(one.place()),
                        degrees(one.meant()),
                        kilometres(one.kilometres()),
                        one.nearest().name());
            case Doubt.Outside one -> say("doubt.outside", one.place().name(), degrees(one.place()));
            case Doubt.Far one ->
                say(
                        one.ways().size() == 1 ? "doubt.far.one" : "doubt.far.many",
                        one.place().name(),
                        kilometres(one.kilometres()),
                        one.other().name());
            case Doubt.Alone one ->
                say(
                        "doubt.alone",
                        one.place().name(),
                        kilometres(one.kilometres()),
                        one.nearest().name());
            case Doubt.Detour one ->
                say(
                        "doubt.detour",
                        one.place().name(),
                        one.before().name(),
                        one.after().name(),
                        kilometres(one.kilometresBy()),
                        kilometres(one.kilometresPast()));
            case Doubt.Apart one ->
                say(
                        "doubt.apart",
                        one.place().name(),
                        kilometres(one.kilometres()),
                        one.nearest().name(),
                        one.end().name(),
                        kilometres(one.usual()));
            case Doubt.SamePoint one ->
                say("doubt.same-point", one.place().name(), one.other().name(), degrees(one.place()));
            case Doubt.Namesake one ->
                say("doubt.namesake", one.place().name(), kilometres(one.kilometres()), degrees(one.other()));
        };
    }

    /** {@code 47.09710, 37.54330}: to a metre. */
    static String degrees(Place place) {
        return String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
    }

    /** Decimal degrees, and the grid reference where there is one. */
    static String position(Place place) {
        return degrees(place) + Mgrs.of(place).map(grid -> " = " + grid).orElse("");
    }

    private static String kilometres(double kilometres) {
        return MESSAGES.text("unit.km", String.format(Locale.ROOT, "%,.0f", kilometres));
    }

    private static String say(String key, Object... values) {
        return MESSAGES.text(key, values);
    }
}
