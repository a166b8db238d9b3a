package org.safeconduct.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.agree.Differences;

/** Two texts beside each other, clause by clause. What differs is marked with {@code ≠} and in words. */
public final class DifferenceText {
    private static final int NARROWEST = 40;

    private DifferenceText() {}

    /**
     * The difference for a terminal.
     *
     * @param left what the first text is called
     * @param right what the second is called
     * @param words how clauses are told
     */
    public static String terminal(Differences differences, String left, String right, ClauseWords words, int width) {
        Messages messages = words.messages();
        int columns = Math.max(NARROWEST, width);
        int column = Lines.column(columns);
        List<String> lines = new ArrayList<>();
        lines.addAll(Lines.beside(wrapped(left, column), wrapped(right, column), column));
        for (Differences.Pair pair : differences.pairs()) {
            lines.add("");
            lines.addAll(wrapped((pair.differs() ? "≠ " : "= ") + words.kind(pair.kind()), columns));
            lines.addAll(Lines.beside(
                    wrapped(said(pair.left(), words), column), wrapped(said(pair.right(), words), column), column));
        }
        lines.add("");
        summary(differences, messages).forEach(line -> lines.addAll(wrapped(line, columns)));
        lines.addAll(wrapped(messages.text("accord.diff.marks"), columns));
        lines.addAll(wrapped(messages.text("without-prejudice"), columns));
        return String.join("\n", lines) + "\n";
    }

    private static String said(List<Clause> clauses, ClauseWords words) {
        return clauses.isEmpty()
                ? words.messages().text("accord.diff.nothing")
                : String.join("; ", clauses.stream().map(words::matter).toList());
    }

    private static List<String> summary(Differences differences, Messages messages) {
        List<String> lines = new ArrayList<>();
        Optional<Duration> shared = differences.sharedHours();
        shared.map(time -> time.isZero()
                        ? messages.text("accord.diff.no-hours")
                        : messages.text("accord.diff.hours", time.toHours(), time.toMinutesPart()))
                .ifPresent(lines::add);
        if (differences.pairs().stream()
                .anyMatch(
                        pair -> !pair.left().isEmpty() && !pair.right().isEmpty() && pair.kind() == ClauseKind.ROUTE)) {
            lines.add(
                    differences.sharedPlaces().isEmpty()
                            ? messages.text("accord.diff.no-places")
                            : messages.text("accord.diff.places", String.join(", ", differences.sharedPlaces())));
        }
        long differing =
                differences.pairs().stream().filter(Differences.Pair::differs).count();
        lines.add(messages.count("accord.diff.points", differing, differing));
        return lines;
    }

    private static List<String> wrapped(String text, int columns) {
        return Lines.wrap(Plain.of(text), columns);
    }
}
