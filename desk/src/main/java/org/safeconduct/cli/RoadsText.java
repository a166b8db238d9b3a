package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary of a road network for a terminal. */
final class RoadsText {
    private RoadsText() {}

    static List<String> lines(RoadsSummary read) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text(
                "roads.file", read.file(), read.kind(), Texts.number(read.waysRead()), Texts.number(read.waysUsed())));
        lines.add(Texts.text(
                "roads.network",
                Texts.number(read.junctions()),
                Texts.number(read.arcs()),
                Texts.number(Math.round(read.kilometres())),
                read.box().stream()
                        .map(d -> String.format(Locale.ROOT, "%.4f", d))
                        .collect(Collectors.joining(","))));
        lines.add(islands(read));
        lines.add("");
        lines.addAll(classes(read));
        counted(lines, "roads.guessed", read.guessed());
        counted(lines, "roads.dropped", read.dropped());
        counted(lines, "roads.unheeded", read.unheeded());
        if (!read.notes().isEmpty()) {
            lines.add("");
            lines.add(Texts.text("roads.notes"));
            read.notes().forEach(note -> lines.add("  " + note));
        }
        lines.add("");
        lines.add(Texts.text(
                "roads.cost",
                String.format(Locale.ROOT, "%.1f", read.readMillis() / 1000.0),
                megabytes(read.networkBytes()),
                megabytes(read.peakBytes())));
        return lines;
    }

    private static String islands(RoadsSummary read) {
        int main = read.islands().getFirst();
        String share = String.format(Locale.ROOT, "%.1f", 100.0 * main / read.junctions());
        return read.islandCount() == 1
                ? Texts.text("roads.one-island")
                : Texts.text(
                        "roads.islands",
                        Texts.number(main),
                        share,
                        Texts.number(read.islandCount() - 1L),
                        Texts.number(read.islands().get(1)));
    }

    private static List<String> classes(RoadsSummary read) {
        List<String> lines = new ArrayList<>();
        String row = "%-15s %9s %9s %8s %8s";
        lines.add(row.formatted(
                Texts.text("roads.class"),
                Texts.text("roads.arcs"),
                Texts.text("roads.km"),
                Texts.text("roads.speed"),
                Texts.text("roads.lanes")));
        for (RoadsSummary.OfClass one : read.classes()) {
            lines.add(row.formatted(
                    one.roadClass(),
                    Texts.number(one.arcs()),
                    String.format(Locale.ROOT, "%,.1f", one.kilometres()),
                    percent(one.speedStated()),
                    percent(one.lanesStated())));
        }
        lines.add(Texts.text("roads.stated"));
        return lines;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static void counted(List<String> lines, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            lines.add("");
            lines.add(Texts.text(title));
            counts.forEach((what, count) -> lines.add("%9s  %s".formatted(Texts.number(count), what)));
        }
    }

    private static String megabytes(long bytes) {
        return Texts.number(Math.ceilDiv(bytes, 1L << 20));
    }
}
