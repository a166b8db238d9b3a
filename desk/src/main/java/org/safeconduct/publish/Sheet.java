package org.safeconduct.publish;

import java.util.List;
import java.util.function.Consumer;

/**
 * A page of paper, A4: a policy that forbids all loading and every script, for whom it is, and at the foot of every page of which
 * text and version it is and which page of how many.
 */
final class Sheet {
    private static final int HASH_PART = 32;

    private final Printing printing;
    private final List<Tongue> tongues;
    private final String kind;

    /**
     * A sheet.
     *
     * @param kind class of the body, for the style
     */
    Sheet(Printing printing, String kind) {
        this.printing = printing;
        this.tongues = printing.tongues();
        this.kind = kind;
    }

    String write(String title, Consumer<Markup> body) {
        Markup html = new Markup();
        html.trusted("<!DOCTYPE html>\n");
        html.open("html", "lang", tongues.getFirst().formTag(), "xmlns", "http://www.w3.org/1999/xhtml");
        Style.head(html, title, Style.resource("paper.css") + foot(), "");
        html.open("body", "class", kind).line();
        banner(html);
        html.open("main").line();
        body.accept(html);
        html.close("main").line();
        end(html);
        html.close("body").line().close("html").line();
        return html.toString();
    }

    private void banner(Markup html) {
        html.open("aside", "class", "banner", "aria-label", tongues.getFirst().say("banner.name"));
        html.open("p").element("strong", printing.view().title()).close("p"); // an exercise is marked as one here
        for (Tongue tongue : forms()) {
            html.open("p", "lang", tongue.formTag())
                    .element("strong", tongue.say("label.PARTIES"))
                    .text(". " + tongue.say("label.note"))
                    .close("p");
        }
        for (Tongue tongue : tongues) {
            if (!tongue.isSpoken()) {
                html.element("p", tongue.say("print.not-spoken", tongue.name()), "class", "missing", "lang", "en");
            }
        }
        html.close("aside").line();
    }

    private void end(Markup html) {
        html.open("footer").line();
        for (Tongue tongue : forms()) {
            html.open("p", "lang", tongue.formTag())
                    .element("strong", tongue.say("without-prejudice"))
                    .text(" " + tongue.say("accord.not"))
                    .close("p")
                    .line();
        }
        html.element("p", footLine() + " " + printing.text().version().toHex(), "class", "identity")
                .line(); // on a screen, which has no foot of a page
        html.close("footer").line();
    }

    /** One for each language of the form. */
    List<Tongue> forms() {
        boolean isOne = tongues.stream().map(Tongue::formTag).distinct().count() == 1;
        return isOne ? tongues.subList(0, 1) : tongues;
    }

    private String footLine() {
        return Tongue.both(
                tongues,
                "print.foot.text",
                printing.text().id(),
                printing.text().number());
    }

    /** On paper, pages get separated: each carries text, version and hash. */
    private String foot() {
        String hash = printing.text().version().toHex();
        String line = Style.quotable(footLine());
        String page =
                "\"" + Style.quotable(Tongue.both(tongues, "print.page")) + " \" counter(page) \" / \" counter(pages)";
        return "@page{@bottom-left{content:\"" + line + "\\A " + hash.substring(0, HASH_PART) + "\\A "
                + hash.substring(HASH_PART) + "\"}@bottom-right{content:" + page + "}}\n";
    }
}
