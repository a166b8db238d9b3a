package org.safeconduct.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.AssemblyRow;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.Lever;
import org.safeconduct.plan.Plan.VersionPlan;

/**
 * What {@code safeconduct plan} prints: the estimate on one screen, two versions beside each other where there is room. The report has the rest.
 *
 * <p>With colour off it is plain text; with it on, headings and outcomes are bold. No colour carries a meaning.
 */
public final class PlanText {
    private static final int LEAST_FOR_TWO = 76;
    private static final int NARROWEST = 40;
    /** Lines of a list: fewer where several versions share the screen. */
    private static final int MOST = 4;

    private static final int MOST_OF_SEVERAL = 2;

    private final View view;
    private final Headline headline;
    private final int width;
    private final boolean colour;

    private PlanText(View view, int width, boolean colour) {
        this.view = view;
        this.headline = new Headline(view);
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    /**
     * The text, each line ended by a line feed.
     *
     * @param width columns of the terminal
     * @param colour true if escape sequences may be used
     * @param written files that were written, as the user should see them
     */
    public static String terminal(Plan plan, int width, boolean colour, List<String> written) {
        return new PlanText(View.of(plan, Locale.ENGLISH), width, colour).text(written);
    }

    private String text(List<String> written) {
        List<String> lines = new ArrayList<>();
        Stamp stamp = Stamp.of(view);
        lines.addAll(wrapped(String.join(" · ", stamp.banner()), width));
        lines.addAll(bold(wrapped(view.scenario().title(), width)));
        String days = view.formats().days(view.scenario().horizon());
        lines.addAll(wrapped(view.text("report.subtitle", days, view.scenario().id()), width));
        lines.addAll(versions());
        lines.add("");
        lines.addAll(bold(wrapped(stamp.notSafe(), width)));
        lines.addAll(wrapped(stamp.withoutPrejudice(), width));
        lines.addAll(wrapped(view.text("stamp.hash.short", stamp.hash()), width));
        if (!written.isEmpty()) {
            lines.add(view.text("text.written"));
            written.forEach(file -> lines.add("  " + Plain.of(file)));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> versions() {
        List<VersionPlan> versions = view.plan().versions();
        List<String> lines = new ArrayList<>();
        if (versions.size() == 2 && width >= LEAST_FOR_TWO) {
            int column = Lines.column(width);
            for (Function<VersionPlan, Block> topic : topics()) {
                List<String> left = written(topic.apply(versions.getFirst()), column);
                List<String> right = written(topic.apply(versions.getLast()), column);
                if (!left.isEmpty() || !right.isEmpty()) {
                    lines.add("");
                    lines.addAll(Lines.beside(left, right, column));
                }
            }
            return lines;
        }
        for (VersionPlan found : versions) {
            for (Function<VersionPlan, Block> topic : topics()) {
                List<String> block = written(topic.apply(found), width);
                if (!block.isEmpty()) {
                    lines.add("");
                    lines.addAll(block);
                }
            }
        }
        return lines;
    }

    /** A heading and what stands under it. */
    private record Block(String heading, List<String> lines) {}

    private List<Function<VersionPlan, Block>> topics() {
        return List.of(this::estimate, this::bottleneck, this::levers, this::assemblies, this::open);
    }

    private Block estimate(VersionPlan found) {
        return new Block(
                headline.version(found),
                List.of(view.text("text.outcome", headline.outcome(found)), headline.sentence(found)));
    }

    private Block bottleneck(VersionPlan found) {
        List<Bottleneck> bottlenecks = found.low().bottlenecks();
        List<String> lines = new ArrayList<>();
        if (bottlenecks.isEmpty()) {
            lines.add(headline.noBottleneck(found.low()));
        } else {
            lines.add(headline.where(bottlenecks.getFirst()));
            headline.worth(bottlenecks.getFirst()).ifPresent(lines::add);
        }
        return new Block(view.text("why.bottleneck"), lines);
    }

    private Block levers(VersionPlan found) {
        List<String> levers = found.low().levers().stream()
                .sorted(Comparator.comparingLong(Lever::gain).reversed())
                .map(headline::lever)
                .toList();
        String planned = view.formats().roughly(found.low().planned());
        return new Block(view.text("text.levers", planned), few(levers, most()));
    }

    private Block assemblies(VersionPlan found) {
        List<AssemblyRow> rows = found.low().assemblies();
        List<Optional<Instant>> moments =
                rows.stream().map(AssemblyRow::lastUseful).distinct().toList();
        boolean same = rows.size() > 1 && moments.size() == 1;
        List<String> lines = new ArrayList<>(
                few(rows.stream().map(row -> assembly(row, !same)).toList(), most() + 1));
        if (same) {
            moments.getFirst()
                    .ifPresent(at -> lines.add(
                            view.text("text.last-useful.all", view.formats().time(at))));
        }
        return new Block(view.text("text.who-is-out"), lines);
    }

    private String assembly(AssemblyRow row, boolean withLast) {
        Formats formats = view.formats();
        String last = row.lastUseful()
                .filter(at -> withLast)
                .map(at -> view.text("text.last-useful", formats.time(at)))
                .orElse(row.out() == 0 ? view.text("text.no-useful-departure") : "");
        String name = view.names().assembly(row.assembly());
        return view.text("text.assembly", name, formats.number(row.out()), formats.number(row.expected()), last);
    }

    private Block open(VersionPlan found) {
        return new Block(view.text("heading.still-to-settle"), few(found.stillToSettle(), most()));
    }

    private int most() {
        return view.plan().versions().size() > 1 ? MOST_OF_SEVERAL : MOST;
    }

    private List<String> few(List<String> lines, int most) {
        List<String> shown = new ArrayList<>();
        lines.stream().limit(most).forEach(line -> shown.add("- " + line));
        if (lines.size() > most) {
            shown.add("- " + view.text("text.more", view.formats().number(lines.size() - most)));
        }
        return shown;
    }

    /** The block in lines of a width; nothing if it has no lines. */
    private List<String> written(Block block, int columns) {
        if (block.lines().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(bold(wrapped(block.heading(), columns)));
        block.lines().forEach(line -> lines.addAll(wrapped(line, columns)));
        return lines;
    }

    private static List<String> wrapped(String text, int columns) {
        return Lines.wrap(Plain.of(text), columns);
    }

    private List<String> bold(List<String> lines) {
        return colour
                ? lines.stream().map(line -> "\u001B[1m" + line + "\u001B[0m").toList()
                : lines;
    }
}
