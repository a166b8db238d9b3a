package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as a value: what it shows, its columns, its rows. The first cell of a row is its header.
 *
 * @param caption what the table shows
 * @param columns headings
 * @param rows as many cells as columns
 */
record Table(String caption, List<Column> columns, List<List<Cell>> rows) {

    /** A heading; figures stand to the right. */
    record Column(String title, boolean figures) {}

    /** What stands in a cell: lines, then lines of lesser weight. */
    record Cell(List<String> lines, List<String> lesser) {}

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalStateException(caption + ": " + row.size() + " cells, " + columns.size() + " columns");
            }
        }
    }

    /** Headings from titles; one that starts with {@code #} is a column of figures. */
    static List<Column> columns(String... titles) {
        List<Column> columns = new ArrayList<>();
        for (String title : titles) {
            boolean figures = title.startsWith("#");
            columns.add(new Column(figures ? title.substring(1) : title, figures));
        }
        return columns;
    }

    static Cell cell(String text) {
        return new Cell(List.of(text), List.of());
    }

    static Cell cell(String text, String lesser) {
        return new Cell(List.of(text), lesser.isEmpty() ? List.of() : List.of(lesser));
    }

    static Cell lines(List<String> lines) {
        return new Cell(lines, List.of());
    }

    void write(Markup html) {
        html.open("table", "role", "table").line();
        html.element("caption", caption);
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Column column : columns) {
            html.element("th", column.title(), "scope", "col", "role", "columnheader", "class", align(column));
        }
        html.close("tr").close("thead").line().open("tbody", "role", "rowgroup").line();
        rows.forEach(row -> writeRow(html, row));
        html.close("tbody").close("table").line();
    }

    private void writeRow(Markup html, List<Cell> row) {
        html.open("tr", "role", "row");
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            if (i == 0) {
                html.open("th", "scope", "row", "role", "rowheader", "class", align(column));
            } else {
                html.open("td", "role", "cell", "class", align(column), "data-label", column.title());
            }
            html.open("div");
            row.get(i).lines().forEach(line -> html.element("bdi", line));
            row.get(i).lesser().forEach(line -> html.element("bdi", line, "class", "lesser"));
            html.close("div").close(i == 0 ? "th" : "td");
        }
        html.close("tr").line();
    }

    private static String align(Column column) {
        return column.figures() ? "figures" : "words";
    }
}
