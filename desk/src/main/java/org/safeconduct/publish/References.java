package org.safeconduct.publish;

import java.util.List;
import java.util.TreeMap;
import org.safeconduct.terms.Source;

/** What the figures rest on: sources with addresses as text, what was filled in, notes of the scenario. */
final class References {
    private final View view;

    References(View view) {
        this.view = view;
    }

    void write(Markup html) {
        html.open("section", "id", "references", "aria-labelledby", "references-h")
                .line();
        html.element("h2", view.text("section.references"), "id", "references-h")
                .line();
        html.element("h3", view.text("heading.sources"));
        List<Source> sources = List.copyOf(new TreeMap<>(view.scenario().sources()).values());
        if (sources.isEmpty()) {
            html.element("p", view.text("sources.none"));
        } else {
            html.element("p", view.text("sources.intro"), "class", "small");
            html.open("ul", "class", "sources");
            sources.forEach(source -> source(html, source));
            html.close("ul").line();
        }
        notes(html, "heading.assumed", view.scenario().assumed());
        notes(html, "heading.notes", view.scenario().notes());
        html.close("section").line();
    }

    private void source(Markup html, Source source) {
        html.open("li").element("strong", source.id()).text(" ").element("bdi", source.title());
        String address = source.address().isEmpty() ? view.text("source.no-address") : source.address();
        html.text(" ").element("span", address, "class", "address").close("li").line();
    }

    private void notes(Markup html, String heading, List<String> notes) {
        if (!notes.isEmpty()) {
            html.element("h3", view.text(heading));
            Details.list(html, notes);
        }
    }
}
