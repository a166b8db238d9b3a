package org.safeconduct.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.safeconduct.publish.Drawing.Anchor;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.terms.Window;

/** A time axis along the bottom of a chart: ticks at whole local hours, a row of labels for every zone. */
final class TimeScale {
    private static final long[] STEPS_MINUTES = {15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 10_080};
    private static final int ROW = 16;
    private static final double LABEL = 44;

    private final Window shown;
    private final Box plot;
    private final Formats formats;

    TimeScale(Window shown, Box plot, Formats formats) {
        this.shown = shown;
        this.plot = plot;
        this.formats = formats;
    }

    double x(Instant moment) {
        double share = Duration.between(shown.from(), moment).toMillis()
                / (double) shown.length().toMillis();
        return plot.x() + plot.width() * Math.clamp(share, 0, 1);
    }

    /** Room that the names of the zones need to the left of the plot. */
    static double margin(Formats formats) {
        return LABEL / 2
                + 6
                + formats.zones().stream()
                        .mapToDouble(zone -> Drawing.width(formats.name(zone), 15))
                        .max()
                        .orElse(0);
    }

    /** Height of the labels under the plot. */
    static double height(Formats formats, Window shown) {
        return (formats.zones().size() + (severalDays(formats, shown) ? 1 : 0)) * ROW + 8;
    }

    void draw(Drawing drawing) {
        draw(drawing, 0);
    }

    /** With some room between the plot and the labels, for what else stands there. */
    void draw(Drawing drawing, double below) {
        List<Instant> ticks = ticks();
        for (Instant tick : ticks) {
            drawing.line(new Point(x(tick), plot.y()), new Point(x(tick), plot.bottom() + below + 4), "grid");
        }
        double row = plot.bottom() + below + ROW;
        for (ZoneId zone : formats.zones()) {
            drawing.text(new Point(plot.x() - LABEL / 2, row), Anchor.END, "axis-name", formats.name(zone));
            for (Instant tick : ticks) {
                drawing.text(new Point(x(tick), row), Anchor.MIDDLE, "axis", formats.hour(tick, zone));
            }
            row += ROW;
        }
        if (severalDays(formats, shown)) {
            drawDays(drawing, ticks, row);
        }
    }

    List<Instant> ticks() {
        long step = step().toMillis();
        ZoneId zone = formats.zones().getFirst();
        Instant midnight =
                shown.from().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        long first = Math.ceilDiv(Duration.between(midnight, shown.from()).toMillis(), step);
        return LongStream.iterate(first, k -> k + 1)
                .mapToObj(k -> midnight.plusMillis(k * step))
                .takeWhile(tick -> !tick.isAfter(shown.to()))
                .toList();
    }

    private Duration step() {
        double most = Math.max(2, plot.width() / LABEL);
        for (long minutes : STEPS_MINUTES) {
            if (shown.length().toMinutes() / (double) minutes <= most) {
                return Duration.ofMinutes(minutes);
            }
        }
        return Duration.ofMinutes(Math.ceilDiv(shown.length().toMinutes(), 8));
    }

    private void drawDays(Drawing drawing, List<Instant> ticks, double row) {
        ZoneId zone = formats.zones().getFirst();
        List<String> seen = new ArrayList<>();
        double free = 0;
        for (Instant tick : ticks) {
            String label = formats.shortDay(tick, zone);
            if (!seen.contains(label) && x(tick) >= free) {
                drawing.text(new Point(x(tick), row), Anchor.MIDDLE, "axis-name", label);
                free = x(tick) + LABEL;
            }
            seen.add(label);
        }
    }

    private static boolean severalDays(Formats formats, Window shown) {
        ZoneId zone = formats.zones().getFirst();
        return !formats.shortDay(shown.from(), zone)
                .equals(formats.shortDay(shown.to().minusMillis(1), zone));
    }
}
