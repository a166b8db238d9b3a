package org.safeconduct.publish;

import java.util.List;

/** A table with a column for each language. Under a title over all columns, each says the same in its own. */
final class Columns {
    private final Markup html;
    private final List<Tongue> tongues;

    Columns(Markup html, List<Tongue> tongues) {
        this.html = html;
        this.tongues = tongues;
    }

    /** What stands in the column of a language. */
    interface Cell {
        void write(Tongue tongue);
    }

    void head() {
        html.open("thead").open("tr");
        for (Tongue tongue : tongues) {
            html.element("th", tongue.name(), "scope", "col", "lang", tongue.tag());
        }
        html.close("tr").close("thead").line();
    }

    void row(String title, Cell cell) {
        html.open("tbody").open("tr");
        html.element("th", title, "scope", "rowgroup", "colspan", tongues.size());
        html.close("tr").line().open("tr");
        for (Tongue tongue : tongues) {
            html.open("td", "lang", tongue.tag());
            cell.write(tongue);
            html.close("td");
        }
        html.close("tr").close("tbody").line();
    }
}
