package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.safeconduct.plan.Needed;
import org.safeconduct.scenario.Scenario;

/** What suffices, in sentences and small tables for a terminal. */
final class NeedsText {
    private final Scenario scenario;
    private final int width;

    NeedsText(Scenario scenario, int width) {
        this.scenario = scenario;
        this.width = width;
    }

    String of(List<Needed> needed) {
        List<String> lines = new ArrayList<>();
        wrap(lines, "", Texts.text("needs.title", scenario.title(), PlanSummary.lowerCase(scenario.label())));
        for (Needed found : needed) {
            lines.add("");
            version(lines, found);
        }
        lines.add("");
        wrap(lines, "", Texts.text("needs.reading"));
        wrap(lines, "", Texts.text("notice"));
        return String.join("\n", lines) + "\n";
    }

    private void version(List<String> lines, Needed found) {
        String name = scenario.versions().stream()
                .filter(version -> version.id().equals(found.version()))
                .findFirst()
                .orElseThrow()
                .name();
        String target = Texts.number(found.target());
        wrap(lines, "", Texts.text("needs.version", name, target, Texts.number(found.planned())));
        if (found.planned() >= found.target()) {
            wrap(lines, "- ", Texts.text("needs.enough"));
            return;
        }
        found.levers().forEach(need -> wrap(lines, "- ", sentence(need)));
        for (Needed.Grid grid : found.grids()) {
            lines.add("");
            grid(lines, grid, found.target());
        }
    }

    private static String sentence(Needed.LeverNeed need) {
        return switch (need) {
            case Needed.Suffices enough ->
                Texts.text(
                        enough.proven() ? "needs.suffices" : "needs.suffices.unproven",
                        enough.lever(),
                        Texts.number(enough.amount()),
                        Texts.number(enough.planned()),
                        Texts.number(enough.less()),
                        Texts.number(enough.lessAtMost()));
            case Needed.DoesNotSuffice not ->
                Texts.text(
                        not.proven() ? "needs.not" : "needs.not.unproven",
                        not.lever(),
                        Texts.number(not.tried()),
                        Texts.number(not.atMost()));
        };
    }

    /** One row per amount down, one column per amount across; a star where the target is reached. */
    private void grid(List<String> lines, Needed.Grid grid, long target) {
        wrap(lines, "", Texts.text("needs.grid", grid.across(), grid.down()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        grid.acrossAmounts().forEach(amount -> head.add("+" + Texts.number(amount) + " "));
        rows.add(head);
        for (int row = 0; row < grid.downAmounts().size(); row++) {
            List<String> cells = new ArrayList<>(
                    List.of("+" + Texts.number(grid.downAmounts().get(row)) + " "));
            grid.planned().get(row).forEach(people -> cells.add(Texts.number(people) + (people >= target ? "*" : " ")));
            rows.add(cells);
        }
        int columns = head.size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                line.append(" ".repeat(widths[column] - cell.length() + 1)).append(cell);
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    /** Wraps at blanks; later lines stand under the first one's text. */
    private void wrap(List<String> lines, String bullet, String text) {
        StringBuilder line = new StringBuilder(bullet);
        String indent = " ".repeat(bullet.length());
        for (String word : text.split(" ", -1)) {
            boolean isFirst = line.toString().equals(bullet) || line.toString().equals(indent);
            if (!isFirst && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(isFirst ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }
}
