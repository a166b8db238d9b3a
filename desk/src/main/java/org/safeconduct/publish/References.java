package org.safeconduct.publish;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.safeconduct.scenario.Source;
import org.safeconduct.scenario.Streets;

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
        view.scenario().streets().flatMap(Streets::ground).ifPresent(ground -> ground(html, ground));
        notes(html, "heading.assumed", view.scenario().assumed());
        notes(html, "heading.notes", view.scenario().notes());
        html.close("section").line();
    }

    /** What the streets come from, whose they are, and where places met them. */
    private void ground(Markup html, Streets.Ground ground) {
        html.element("h3", view.text("heading.ground"), "id", "ground");
        html.element("p", view.text("ground.file", file(), ground.format(), credit(ground)));
        Formats formats = view.formats();
        html.element(
                "p",
                ground.islands() == 0
                        ? view.text("ground.one-island", formats.number(ground.junctions()))
                        : view.text(
                                "ground.islands",
                                formats.number(ground.junctions()),
                                formats.number(ground.outside()),
                                formats.number(ground.islands())));
        html.open("details").element("summary", view.text("ground.joined"));
        new Table(
                        view.text("ground.joined.caption"),
                        Table.columns(
                                view.text("column.place"),
                                view.text("column.street"),
                                "#" + view.text("column.metres-away")),
                        ground.joined().stream()
                                .sorted(Comparator.comparingDouble((Streets.Joined joined) -> -joined.metres()))
                                .map(this::joined)
                                .toList())
                .write(html);
        html.close("details").line();
        if (!ground.shut().isEmpty()) {
            new Table(
                            view.text("ground.shut.caption"),
                            Table.columns(view.text("column.closure"), view.text("column.closes")),
                            ground.shut().stream().map(this::shut).toList())
                    .write(html);
        }
    }

    private List<Table.Cell> shut(Streets.Shut shut) {
        String name = shut.by().equals("streets") ? view.names().placeInFull(shut.name()) : shut.name();
        return List.of(
                Table.cell(view.text("ground.shut." + shut.by(), name)),
                Table.cell(
                        shut.street().isEmpty()
                                ? view.messages()
                                        .count(
                                                "ground.shut.roads",
                                                shut.roads(),
                                                view.formats().number(shut.roads()))
                                : view.text(
                                        "ground.shut.street",
                                        shut.street(),
                                        view.formats().number(Math.round(shut.metres())))));
    }

    private List<Table.Cell> joined(Streets.Joined joined) {
        return List.of(
                Table.cell(view.names().placeInFull(joined.place())),
                Table.cell(joined.street().isEmpty() ? view.text("streets.unnamed", joined.kind()) : joined.street()),
                Table.cell(view.formats().number(Math.round(joined.metres()))));
    }

    private String file() {
        return view.scenario().streets().map(Streets::file).orElse("");
    }

    /** Whoever shows OpenStreetMap's streets has to say so. */
    private String credit(Streets.Ground ground) {
        return view.text(ground.format().startsWith("OpenStreetMap") ? "ground.osm" : "ground.others");
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
