package org.safeconduct.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints measurements as Markdown. */
final class Table {
    private static final String HEAD = """
        | row | arrive (optimum) | proof | ours cold s (with reading) | ours warm s | ours MB | check s | with fair split s | peer s (warm) | peer MB | cold | warm | warm, CPU | memory |
        |---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    private Table() {}

    static String print(List<Row> rows) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Row row : rows) {
            Measured ours = row.ours();
            table.append("| %s | %s | %s | %s (%s) | %s | %s | %s | %s | %s (%s) | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            row.instance().name() + (row.instance().city() ? "*" : ""),
                            number(ours.get("delivered")),
                            verdict(row),
                            seconds(ours.get("cold")),
                            seconds(ours.get("coldWithLoad")),
                            seconds(ours.get("warm")),
                            number(ours.get("peak")),
                            seconds(ours.get("check")),
                            fair(ours.get("fair")),
                            seconds(row.theirs().get("total")),
                            seconds(row.theirs().get("warm")),
                            number(row.theirs().get("peak")),
                            times(row.coldRatio()),
                            times(row.warmRatio()),
                            times(row.processorRatio()),
                            times(row.memoryRatio())));
        }
        table.append(summary("geometric mean", rows, Table::geometricMean));
        List<Row> cities = rows.stream().filter(row -> row.instance().city()).toList();
        table.append(summary("worst city row (*)", cities, Table::least));
        return table.toString();
    }

    private static String verdict(Row row) {
        if (!row.ours().has("delivered")) {
            return "no answer";
        }
        return row.isRight() ? "holds" : "WRONG";
    }

    private interface Fold {
        double over(List<Row> rows, ToDoubleFunction<Row> value);
    }

    private static String summary(String name, List<Row> rows, Fold fold) {
        List<Row> compared =
                rows.stream().filter(row -> !Double.isNaN(row.coldRatio())).toList();
        if (compared.isEmpty()) {
            return "";
        }
        return "| **%s** | | | | | | | | | | **%s** | **%s** | **%s** | **%s** |%n"
                .formatted(
                        name,
                        times(fold.over(compared, Row::coldRatio)),
                        times(fold.over(compared, Row::warmRatio)),
                        times(fold.over(compared, Row::processorRatio)),
                        times(fold.over(compared, Row::memoryRatio)));
    }

    private static double geometricMean(List<Row> rows, ToDoubleFunction<Row> value) {
        return Math.exp(
                rows.stream().mapToDouble(value).map(Math::log).average().orElse(Double.NaN));
    }

    private static double least(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).min().orElse(Double.NaN);
    }

    private static String seconds(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.1f", value);
    }

    private static String fair(double value) {
        return value >= FairRun.LIMIT_SECONDS ? "> " + FairRun.LIMIT_SECONDS : seconds(value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String times(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 10 ? "%.1f×" : "%.0f×", value);
    }
}
