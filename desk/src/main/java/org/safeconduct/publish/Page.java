package org.safeconduct.publish;

import java.util.function.Consumer;

/** What every page has around its content: a policy that forbids all loading and every script, the style, the banner with the label, and a foot with what the page is not. */
final class Page {
    private final Messages messages;
    private final Stamp stamp;
    private final String title;

    Page(Messages messages, Stamp stamp, String title) {
        this.messages = messages;
        this.stamp = stamp;
        this.title = title;
    }

    String write(Consumer<Markup> body) {
        Markup html = new Markup();
        html.trusted("<!DOCTYPE html>\n");
        String language = messages.locale().toLanguageTag();
        html.open(
                "html",
                "lang",
                language,
                "dir",
                language.startsWith("ar") ? "rtl" : "ltr",
                "xmlns",
                "http://www.w3.org/1999/xhtml");
        Style.head(
                html,
                title + " – " + stamp.estimate(),
                Style.resource("report.css") + printedOnEveryPage(),
                "light dark");
        html.open("body").line();
        html.element("a", messages.text("skip"), "class", "skip", "href", "#main")
                .line();
        banner(html);
        body.accept(html);
        foot(html);
        html.close("body").line().close("html").line();
        return html.toString();
    }

    private void banner(Markup html) {
        html.open("aside", "class", "banner", "aria-label", messages.text("banner.name"));
        html.open("p")
                .element("strong", stamp.label())
                .text(" ")
                .element("span", messages.text(stamp.forEveryone() ? "label.note.public" : "label.note"))
                .close("p");
        if (!stamp.exercise().isEmpty()) {
            html.open("p", "class", "exercise")
                    .element("strong", stamp.exercise())
                    .close("p");
        }
        html.close("aside").line();
    }

    private void foot(Markup html) {
        html.open("footer").line();
        html.open("p").element("strong", stamp.notSafe()).close("p").line();
        html.element("p", stamp.withoutPrejudice()).line();
        html.element(
                        "p",
                        String.join(". ", stamp.banner()) + ". "
                                + messages.text("stamp.scenario", stamp.estimate(), stamp.scenario()))
                .line();
        html.open("p")
                .text(messages.text("stamp.hash"))
                .text(" ")
                .element("code", stamp.hash())
                .close("p")
                .line();
        html.close("footer").line();
    }

    /** On paper, pages get separated: each carries the label and what it is. */
    private String printedOnEveryPage() {
        String line = messages.text(
                "print.foot", String.join(", ", stamp.banner()), stamp.scenario(), stamp.estimate(), stamp.notSafe());
        return "@page{@bottom-left{content:\"" + Style.quotable(line) + "\"}}\n";
    }
}
