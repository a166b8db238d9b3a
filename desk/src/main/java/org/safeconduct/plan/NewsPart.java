package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safeconduct.flow.OnClosing;

/**
 * News as {@code plan.json} keeps it.
 *
 * @param at when it came
 * @param onClosing {@code turn-back} or {@code finish}
 * @param changes in order
 */
record NewsPart(Instant at, String onClosing, List<ChangePart> changes) {

    private static final String FINISH = "finish";

    private static final String TURN_BACK = "turn-back";

    /**
     * A change.
     *
     * @param kind close, widen, checkpoint, stop, no-storage, add, longer, late, until
     * @param of id of what it is about, or all
     * @param amount vehicles an hour, vehicles, or minutes; 0 where the kind has none
     * @param until moment, for until only; else empty
     */
    record ChangePart(String kind, String of, double amount, String until) {

        static ChangePart of(Change change) {
            return switch (change) {
                case Change.Close close -> new ChangePart("close", close.segment(), 0, "");
                case Change.RoadRate road -> new ChangePart("widen", road.segment(), road.addPerHour(), "");
                case Change.CheckpointRate post ->
                    new ChangePart("checkpoint", post.checkpoint(), post.addPerHour(), "");
                case Change.Stop stop -> new ChangePart("stop", stop.checkpoint(), 0, "");
                case Change.NoStorage _ -> new ChangePart("no-storage", "all", 0, "");
                case Change.Vehicles fleet -> new ChangePart("add", fleet.fleet(), fleet.more(), "");
                case Change.MoreTime more -> new ChangePart("longer", "all", minutes(more.longer()), "");
                case Change.StartLate late -> new ChangePart("late", "all", minutes(late.late()), "");
                case Change.Until until ->
                    new ChangePart("until", until.segment(), 0, until.end().toString());
            };
        }

        Change change() {
            return switch (kind) {
                case "close" -> new Change.Close(of);
                case "widen" -> new Change.RoadRate(of, amount);
                case "checkpoint" -> new Change.CheckpointRate(of, amount);
                case "stop" -> new Change.Stop(of);
                case "no-storage" -> new Change.NoStorage();
                case "add" -> new Change.Vehicles(of, (int) amount);
                case "longer" -> new Change.MoreTime(Duration.ofMinutes((long) amount));
                case "late" -> new Change.StartLate(Duration.ofMinutes((long) amount));
                case "until" -> new Change.Until(of, Instant.parse(until));
                default -> throw new IllegalArgumentException("no kind of change is called " + kind);
            };
        }

        private static double minutes(Duration time) {
            return time.toMinutes();
        }
    }

    static NewsPart of(News news) {
        return new NewsPart(
                news.at(),
                news.onClosing() == OnClosing.FINISH ? FINISH : TURN_BACK,
                news.changes().stream().map(ChangePart::of).toList());
    }

    /**
     * The news itself.
     *
     * @throws IllegalArgumentException if no news can be written like this
     */
    News news() {
        if (!onClosing.equals(FINISH) && !onClosing.equals(TURN_BACK)) {
            throw new IllegalArgumentException("onClosing is " + onClosing);
        }
        return new News(
                at,
                changes.stream().map(ChangePart::change).toList(),
                onClosing.equals(FINISH) ? OnClosing.FINISH : OnClosing.TURN_BACK);
    }
}
