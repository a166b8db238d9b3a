package org.safeconduct.publish;

import java.util.List;
import java.util.Locale;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Signatory;
import org.safeconduct.accord.TextView;
import org.safeconduct.agree.TextPlaces;
import org.safeconduct.places.Mgrs;
import org.safeconduct.terms.Place;

/**
 * A text on A4 paper, to be read and signed by people without keys: each clause in its languages side by side, the hash of the version on
 * every page, and a block for each office to sign in. One HTML file that needs nothing else.
 */
public final class PrintedText {
    private final Printing printing;
    private final TextView text;
    private final List<Tongue> tongues;

    private PrintedText(Printing printing) {
        this.printing = printing;
        this.text = printing.text();
        this.tongues = printing.tongues();
    }

    /** The file. */
    public static String html(Printing printing) {
        PrintedText printed = new PrintedText(printing);
        return new Sheet(printing, "text").write(printing.text().title(), printed::body);
    }

    private void body(Markup html) {
        html.element("h1", text.title()).line();
        standing(html);
        identity(html);
        clauses(html);
        places(html);
        signatures(html);
    }

    private void standing(Markup html) {
        for (Tongue tongue : tongues) {
            html.open("p", "class", "standing", "lang", tongue.formTag())
                    .element("strong", tongue.word("accord.standing", text.standing()))
                    .close("p")
                    .line();
            if (tongues.getFirst().formTag().equals(tongues.getLast().formTag())) {
                return;
            }
        }
    }

    private void identity(Markup html) {
        html.open("dl").line();
        pair(html, "print.text", text.id() + ", " + both(tongue -> tongue.word("accord.kind", text.kind())));
        pair(html, "print.version", Integer.toString(text.number()));
        html.element("dt", Tongue.both(tongues, "print.hash"));
        html.open("dd").element("code", text.version().toHex()).close("dd").line();
        html.element("dt", Tongue.both(tongues, "print.words"));
        html.element("dd", String.join(" ", printing.spoken()), "lang", "en").line();
        pair(html, "print.between", String.join(", ", printing.view().parties().values()));
        pair(html, "print.as-of", tongues.getFirst().words().moments(printing.at()));
        html.close("dl").line();
    }

    private void pair(Markup html, String key, String value) {
        html.element("dt", Tongue.both(tongues, key)).element("dd", value).line();
    }

    private interface Saying {
        String of(Tongue tongue);
    }

    private String both(Saying saying) {
        return String.join(" / ", tongues.stream().map(saying::of).distinct().toList());
    }

    private void clauses(Markup html) {
        html.open("table", "class", "clauses").line();
        html.element("caption", Tongue.both(tongues, "print.clauses"));
        Columns columns = new Columns(html, tongues);
        columns.head();
        int number = 1;
        for (Clause clause : text.clauses()) {
            String title =
                    number++ + ". " + both(tongue -> tongue.words().kind(clause.kind())) + " (" + clause.id() + ")";
            columns.row(title, tongue -> tongue.clause(html, clause));
        }
        html.close("table").line();
    }

    private void places(Markup html) {
        List<Place> places = TextPlaces.list(text.clauses());
        if (places.isEmpty()) {
            return;
        }
        html.open("table", "class", "places").line();
        html.element("caption", Tongue.both(tongues, "print.places"));
        html.open("thead").open("tr");
        for (String column : List.of("print.place", "print.degrees", "print.mgrs")) {
            html.element("th", Tongue.both(tongues, column), "scope", "col");
        }
        html.close("tr").close("thead").open("tbody").line();
        for (Place place : places) {
            html.open("tr").element("th", Tongue.names(place), "scope", "row");
            html.element("td", DoubtWords.degrees(place));
            html.element("td", Mgrs.of(place).orElse("–")).close("tr").line();
        }
        html.close("tbody").close("table").line();
    }

    private void signatures(Markup html) {
        html.open("section", "class", "signatures").line();
        html.element("h2", Tongue.both(tongues, "print.signatures"));
        for (Tongue tongue : tongues) {
            html.element("p", tongue.say("print.signing", text.id(), text.number()), "lang", tongue.formTag())
                    .line();
            if (!tongue.isSpoken()) {
                break;
            }
        }
        html.open("div", "class", "blocks").line();
        for (Signatory signatory : printing.signatories()) {
            signatory.offices().forEach(office -> block(html, signatory, office));
        }
        html.close("div").close("section").line();
    }

    private void block(Markup html, Signatory signatory, String office) {
        html.open("div", "class", "block");
        html.element("h3", office);
        html.element("p", signatory.name());
        for (String line : List.of("print.name", "print.date", "print.signature")) {
            html.element("p", Tongue.both(tongues, line) + ":", "class", "line");
        }
        html.close("div").line();
    }

    /** Languages in which the text has words, in the order of its clauses. */
    public static List<Locale> listLanguages(TextView text) {
        return text.clauses().stream()
                .flatMap(clause -> clause.says().keySet().stream())
                .distinct()
                .map(Locale::forLanguageTag)
                .toList();
    }
}
