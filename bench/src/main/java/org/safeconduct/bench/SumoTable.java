package org.safeconduct.bench;

import java.util.List;
import java.util.Locale;

/** What was simulated, as Markdown. */
final class SumoTable {
    private static final String HEAD = """
        | case | vehicles (buses) | planned in circles | | most behind | most ahead | late s: p50 | p95 | max | arrived | teleports | collisions |
        |---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    private SumoTable() {}

    /** A row for each case and kind of simulation. */
    static String summary(List<SumoCase> cases) {
        StringBuilder table = new StringBuilder(HEAD);
        for (SumoCase one : cases) {
            one.seen().forEach((kind, seen) -> {
                List<QuarterHours.Row> rows = one.quarterHours(kind).rows();
                List<Double> late = one.lateness(kind);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d (%d) | %,d | %s | %.1f | %.1f | %.0f | %.0f | %.0f | %s | %d | %d |%n",
                        one.scenario(),
                        one.traffic().vehicles().size(),
                        one.buses(),
                        one.traffic().circled(),
                        kind.name().toLowerCase(Locale.ROOT),
                        rows.stream()
                                .mapToDouble(QuarterHours.Row::behind)
                                .max()
                                .orElse(0),
                        rows.stream().mapToDouble(row -> -row.behind()).max().orElse(0),
                        percentile(late, 50),
                        percentile(late, 95),
                        percentile(late, 100),
                        late.size() == seen.arrivals().length ? "all" : String.format(Locale.ROOT, "%,d", late.size()),
                        seen.teleports(),
                        seen.collisions()));
            });
        }
        return table.toString();
    }

    /** Who has arrived at every quarter hour, in percent of those planned to. */
    static String quarterHours(SumoCase one) {
        List<QuarterHours> all =
                one.seen().keySet().stream().map(one::quarterHours).toList();
        StringBuilder table = new StringBuilder("| minutes | plan |");
        one.seen().keySet().forEach(kind -> table.append(" " + kind.name().toLowerCase(Locale.ROOT) + " | behind |"));
        table.append("\n|--:|--:|").append("--:|--:|".repeat(all.size())).append('\n');
        for (int i = 0; !all.isEmpty() && i < all.getFirst().rows().size(); i++) {
            QuarterHours.Row first = all.getFirst().rows().get(i);
            table.append(String.format(Locale.ROOT, "| %d | %.1f |", first.minutes(), first.planned()));
            for (QuarterHours hours : all) {
                QuarterHours.Row row = hours.rows().get(i);
                table.append(String.format(Locale.ROOT, " %.1f | %+.1f |", row.simulated(), row.behind()));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** The value that so many percent of sorted values do not exceed. */
    static double percentile(List<Double> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }
}
