package org.safeconduct.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Who has arrived at every quarter hour, planned and simulated, as shares of all who are planned to arrive.
 *
 * @param rows one for each quarter hour, from the first to the end of the plan's horizon
 */
record QuarterHours(List<Row> rows) {
    private static final int QUARTER = 900;

    /**
     * People who arrive together.
     *
     * @param people how many
     * @param second after the start; {@link Double#NaN} if never
     */
    record Arrival(double people, double second) {}

    /**
     * One quarter hour.
     *
     * @param minutes after the start
     * @param planned percent of all who are planned to arrive
     * @param simulated likewise
     */
    record Row(int minutes, double planned, double simulated) {
        /** Percentage points by which the simulation is behind the plan; negative if ahead. */
        double behind() {
            return planned - simulated;
        }
    }

    static QuarterHours of(List<Arrival> planned, List<Arrival> simulated, double horizonSeconds) {
        double all = planned.stream().mapToDouble(Arrival::people).sum();
        List<Row> rows = new ArrayList<>();
        for (int second = QUARTER; second < horizonSeconds + QUARTER; second += QUARTER) {
            rows.add(new Row(second / 60, share(planned, second, all), share(simulated, second, all)));
        }
        return new QuarterHours(List.copyOf(rows));
    }

    private static double share(List<Arrival> arrivals, int second, double all) {
        return 100
                * arrivals.stream()
                        .filter(arrival -> arrival.second() <= second) // false for never
                        .mapToDouble(Arrival::people)
                        .sum()
                / all;
    }

    /** The greatest difference, either way, in percentage points. */
    double most() {
        return rows.stream().mapToDouble(row -> Math.abs(row.behind())).max().orElse(0);
    }
}
