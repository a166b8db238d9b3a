package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Comparison;
import org.safeconduct.plan.Plan;

/** Two runs side by side, for the terminal and as a page. What differs is marked with {@code ≠} and in words, not by colour. */
public final class ComparisonText {
    private static final int NARROWEST = 40;

    private ComparisonText() {}

    /**
     * The comparison for a terminal, each line ended by a line feed.
     *
     * @param plan the first run: its scenario, label and hash stand under the comparison
     */
    public static String terminal(Comparison comparison, Plan plan, int width) {
        View view = View.of(plan);
        Stamp stamp = Stamp.of(view);
        int columns = Math.max(NARROWEST, width);
        int column = Lines.column(columns);
        List<String> lines = new ArrayList<>(wrapped(String.join(" · ", stamp.banner()), columns));
        lines.add("");
        lines.addAll(Lines.beside(wrapped(comparison.left(), column), wrapped(comparison.right(), column), column));
        for (Comparison.Row row : comparison.rows()) {
            lines.add("");
            lines.addAll(wrapped((row.differs() ? "≠ " : "= ") + row.what(), columns));
            lines.addAll(Lines.beside(wrapped(row.left(), column), wrapped(row.right(), column), column));
        }
        lines.add("");
        lines.addAll(wrapped(view.text("comparison.marks"), columns));
        lines.addAll(wrapped(stamp.notSafe(), columns));
        lines.addAll(wrapped(stamp.withoutPrejudice(), columns));
        lines.addAll(wrapped(view.text("stamp.line", stamp.estimate(), stamp.scenario(), stamp.hash()), columns));
        return String.join("\n", lines) + "\n";
    }

    /** The comparison as a page like the report. */
    public static String html(Comparison comparison, Plan plan) {
        View view = View.of(plan);
        String title = view.text("comparison.title", comparison.left(), comparison.right());
        return new Page(view.messages(), Stamp.of(view), title).write(html -> {
            html.open("header", "class", "top").element("h1", title);
            html.element("p", view.scenario().title(), "class", "subtitle")
                    .close("header")
                    .line();
            html.open("main", "id", "main").line();
            table(view, comparison).write(html);
            html.element("p", view.text("not-safe.means")).close("main").line();
        });
    }

    private static Table table(View view, Comparison comparison) {
        return new Table(
                view.text("comparison.caption"),
                Table.columns(
                        view.text("column.what"), comparison.left(), comparison.right(), view.text("column.differs")),
                comparison.rows().stream()
                        .map(row -> List.of(
                                Table.cell(row.what()),
                                Table.cell(row.left()),
                                Table.cell(row.right()),
                                Table.cell(view.text(row.differs() ? "differs" : "same"))))
                        .toList());
    }

    private static List<String> wrapped(String text, int columns) {
        return Lines.wrap(Plain.of(text), columns);
    }
}
