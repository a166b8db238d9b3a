package org.safeconduct.publish;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.safeconduct.accord.Clause;
import org.safeconduct.agree.Differences;
import org.safeconduct.terms.Place;

/** One language of a printed text: a clause in it, and what is said where the clause has no wording in it. */
final class Tongue {
    private final Locale language;
    private final Printing printing;
    private final Messages messages;
    private final ClauseWords words;

    Tongue(Locale language, Printing printing) {
        this.language = language;
        this.printing = printing;
        this.messages = Messages.of(Messages.speaks(language) ? language : Locale.ENGLISH);
        this.words = new ClauseWords(printing.view().zones(), messages);
    }

    /** Of the text's own words. */
    String tag() {
        return language.toLanguageTag();
    }

    /** Of the form's words: English where the program has none in this language. */
    String formTag() {
        return messages.locale().toLanguageTag();
    }

    boolean isSpoken() {
        return Messages.speaks(language);
    }

    /** What the language calls itself. */
    String name() {
        String name = language.getDisplayLanguage(language);
        return name.isEmpty() ? tag() : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    String say(String key, Object... values) {
        return messages.text(key, values);
    }

    String word(String key, Enum<?> constant) {
        return words.word(key, constant);
    }

    ClauseWords words() {
        return words;
    }

    /** A clause as the content of a cell. */
    void clause(Markup html, Clause clause) {
        if (clause.isLeftOpen()) {
            form(html, say("accord.left-open"));
            return;
        }
        switch (clause.matter()) {
            case Clause.Route route -> route.legs().forEach(leg -> form(html, leg(leg)));
            case Clause.Points points ->
                form(
                        html,
                        String.join(
                                "; ",
                                points.places().stream().map(Tongue::names).toList()));
            case Clause.Groups _, Clause.Conditions _ -> {
                form(html, words.matter(clause.matter()));
                html.element("p", say("print.as-written"), "class", "note", "lang", formTag());
            }
            case Clause.Hours _ -> form(html, words.matter(clause.matter()));
            case Clause.WordsOnly _ -> {
                // its words follow
            }
        }
        if (!clause.says().isEmpty()) {
            wording(html, clause);
        }
    }

    private void wording(Markup html, Clause clause) {
        String said = clause.says().get(tag());
        if (said == null) {
            html.element(
                    "p",
                    say(
                            "print.no-wording",
                            name(),
                            String.join(", ", clause.says().keySet())),
                    "class",
                    "missing",
                    "lang",
                    formTag());
        } else {
            html.element("p", said);
        }
    }

    private void form(Markup html, String text) {
        html.element("p", text, "lang", formTag());
    }

    /** A segment with both sides' names of its ends, and who says that it will confirm it. */
    String leg(Clause.Leg leg) {
        String from = names(leg.from());
        String to = names(leg.to());
        String party = printing.view().parties().getOrDefault(leg.confirmedBy(), leg.confirmedBy());
        return leg.confirmedBy().isEmpty()
                ? say("accord.leg.unconfirmed", from, to)
                : say("print.leg", leg.id(), from, to, party);
    }

    private String names(String id) {
        return Differences.findPlace(printing.text().clauses(), id)
                .map(Tongue::names)
                .orElse(id);
    }

    static String names(Place place) {
        return String.join(
                " / ",
                Stream.of(place.name(), place.otherNames())
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /** The same words in each language, in one line; once if they are the same. */
    static String both(List<Tongue> tongues, String key, Object... values) {
        return String.join(
                " / ",
                tongues.stream().map(one -> one.say(key, values)).distinct().toList());
    }
}
