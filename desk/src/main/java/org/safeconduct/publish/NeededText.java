package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.safeconduct.plan.Needed;
import org.safeconduct.scenario.Scenario;

/** What suffices, for the terminal: a sentence for each lever, a small table for each two. */
public final class NeededText {
    private final StampedText text;
    private final View view;

    private NeededText(StampedText text) {
        this.text = text;
        this.view = text.view();
    }

    /**
     * The answers for some versions of a scenario, each line ended by a line feed.
     *
     * @param hash SHA-256 of the scenario's files
     * @param width columns of the terminal
     */
    public static String terminal(Scenario scenario, String hash, List<Needed> needed, int width) {
        StampedText text = new StampedText(scenario, hash, width);
        needed.forEach(new NeededText(text)::version);
        return text.end(text.view().text("needed.reading"));
    }

    private void version(Needed found) {
        text.version(found.version());
        text.wrap(view.text("needed.target", number(found.target()), number(found.planned())));
        if (found.planned() >= found.target()) {
            text.item(view.text("needed.enough"));
            return;
        }
        found.levers().forEach(need -> text.item(sentence(need)));
        found.grids().forEach(grid -> grid(grid, found.target()));
    }

    private String sentence(Needed.LeverNeed need) {
        return switch (need) {
            case Needed.Suffices enough ->
                view.text(
                        enough.proven() ? "needed.suffices" : "needed.suffices.unproven",
                        enough.lever(),
                        amount(enough.amount()),
                        number(enough.planned()),
                        amount(enough.less()),
                        number(enough.lessAtMost()));
            case Needed.DoesNotSuffice not ->
                view.text(
                        not.proven() ? "needed.not" : "needed.not.unproven",
                        not.lever(),
                        amount(not.tried()),
                        number(not.atMost()));
        };
    }

    /** One row per amount down, one column per amount across; a star where the target is reached. */
    private void grid(Needed.Grid grid, long target) {
        text.line("");
        text.wrap(view.text("needed.grid", grid.across(), grid.down()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        grid.acrossAmounts().forEach(amount -> head.add(amount(amount) + " "));
        rows.add(head);
        for (int row = 0; row < grid.downAmounts().size(); row++) {
            List<String> cells =
                    new ArrayList<>(List.of(amount(grid.downAmounts().get(row)) + " "));
            grid.planned().get(row).forEach(people -> cells.add(number(people) + (people >= target ? "*" : " ")));
            rows.add(cells);
        }
        int[] widths = IntStream.range(0, head.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> text.line(aligned(row, widths)));
    }

    /** The cells, each at the right of its column. */
    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(" ".repeat(widths[column] - cell.length() + 1)).append(cell);
        }
        return line.toString().stripTrailing();
    }

    private String amount(double more) {
        return "+" + view.formats().decimal(more);
    }

    private String number(long people) {
        return text.number(people);
    }
}
