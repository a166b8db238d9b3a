package org.safeconduct.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.CurvePoint;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Drawing.Anchor;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;
import org.safeconduct.terms.Window;

/**
 * People out by every time: the plan as a stepped line, the most any plan could reach as a hatched band between the low and the high case. The time axis is the
 * same for every version, so that charts side by side can be compared; the other axis too, unless one version would be flat on it, and then the chart says so.
 *
 * <pre>
 *   900 |            ______ at most, high case
 *       |        ___/||||||
 *   400 |     __/|||/‾‾‾‾‾‾ at most, low case
 *       |  __/__/‾‾‾‾‾‾‾‾‾‾ this plan
 *     0 +-----------------------
 *        09:00    12:00    16:00  Kyiv
 * </pre>
 */
final class CurveChart {
    private static final double HEIGHT = 200;
    private static final long FLAT = 4;

    private final View view;
    private final Window shown;
    private final long highest;
    private final Box plot;

    CurveChart(View view) {
        this.view = view;
        this.shown = view.shown();
        this.highest =
                view.plan().versions().stream().mapToLong(CurveChart::top).max().orElse(1);
        double left = Math.max(72, TimeScale.margin(view.formats()));
        this.plot = new Box(left, 24, Drawing.WIDTH - left - 24, HEIGHT);
    }

    private static long top(VersionPlan found) {
        return LongStream.of(
                        found.low().bound(), found.high().bound(), found.high().planned(), 1)
                .max()
                .orElse(1);
    }

    private boolean ownScale(VersionPlan found) {
        return highest > FLAT * top(found);
    }

    void write(Markup html, VersionPlan found, String id) {
        html.open("figure");
        Drawing drawing = new Drawing(html, id);
        double height = plot.bottom() + TimeScale.height(view.formats(), shown) + 4;
        drawing.open(height, view.text("curve.title", view.heading(view.version(found))), description(found));
        draw(drawing, found);
        drawing.close();
        legend(html, found);
        html.element("figcaption", caption(found)).close("figure").line();
        asTable(html, found);
    }

    private void draw(Drawing drawing, VersionPlan found) {
        TimeScale time = new TimeScale(shown, plot, view.formats());
        long top = ownScale(found) ? top(found) : highest;
        levels(drawing, top);
        time.draw(drawing);
        Steps steps = new Steps(time, top);
        List<Point> highBound = steps.of(found.high().curve(), CurvePoint::atMost);
        List<Point> lowBound = steps.of(found.low().curve(), CurvePoint::atMost);
        if (differs(found)) {
            List<Point> band = new ArrayList<>(highBound);
            band.addAll(lowBound.reversed());
            drawing.hatchedPolygon(band, "thin");
            drawing.path(highBound, "bound");
            drawing.path(steps.of(found.high().curve(), CurvePoint::planned), "planned-high");
        }
        drawing.path(lowBound, "bound");
        drawing.path(steps.of(found.low().curve(), CurvePoint::planned), "planned");
        drawing.line(new Point(plot.x(), plot.bottom()), new Point(plot.right(), plot.bottom()), "frame");
        drawing.text(new Point(plot.x() - 6, plot.y() - 10), Anchor.END, "axis-name", view.text("curve.people"));
    }

    private void levels(Drawing drawing, long top) {
        long step = niceStep(top);
        for (long level = 0; level <= top; level += step) {
            double y = y(level, top);
            drawing.line(new Point(plot.x(), y), new Point(plot.right(), y), "grid");
            drawing.text(
                    new Point(plot.x() - 6, y + 4),
                    Anchor.END,
                    "axis",
                    view.formats().number(level));
        }
    }

    private double y(long people, long top) {
        return plot.bottom() - plot.height() * people / top;
    }

    /** A curve as stairs. */
    private final class Steps {
        private final TimeScale time;
        private final long top;

        Steps(TimeScale time, long top) {
            this.time = time;
            this.top = top;
        }

        List<Point> of(List<CurvePoint> curve, ToLongFunction<CurvePoint> value) {
            List<Point> points = new ArrayList<>();
            double before = y(0, top);
            points.add(new Point(plot.x(), before));
            for (CurvePoint point : curve) {
                double x = time.x(point.at());
                double y = y(Math.min(top, value.applyAsLong(point)), top);
                if (y != before) {
                    points.add(new Point(x, before));
                    points.add(new Point(x, y));
                    before = y;
                }
            }
            points.add(new Point(plot.right(), before));
            return points;
        }
    }

    /** 1, 2 or 5 times a power of ten, for four to eight levels. */
    static long niceStep(long top) {
        long step = 1;
        while (top / step > 10) {
            step *= 10;
        }
        return top / step > 5 ? step * 2 : top / step < 2 && step >= 10 ? step / 5 : step;
    }

    private void legend(Markup html, VersionPlan found) {
        html.open("ul", "class", "legend");
        key(html, "planned", view.text("curve.planned"));
        if (differs(found)) {
            key(html, "planned-high", view.text("curve.planned-high"));
            key(html, "band", view.text("curve.band"));
        } else {
            key(html, "bound", view.text("curve.bound"));
        }
        html.close("ul").line();
    }

    static void key(Markup html, String style, String text) {
        html.open("li")
                .element("span", "", "class", "key key-" + style, "aria-hidden", "true")
                .text(text)
                .close("li");
    }

    private String caption(VersionPlan found) {
        long top = ownScale(found) ? top(found) : highest;
        long expected = found.people().high();
        String waiting = view.formats().span(found.people());
        String above = expected > 2 * top
                ? view.text("curve.far-above", waiting, view.formats().number(Math.round(expected / (double) top)))
                : view.text("curve.expected", waiting);
        return ownScale(found) ? above + " " + view.text("curve.own-scale") : above;
    }

    private String description(VersionPlan found) {
        Formats formats = view.formats();
        return view.text(
                "curve.description",
                formats.number(found.low().planned()),
                formats.number(found.low().bound()),
                formats.number(found.high().bound()),
                formats.time(shown.to()));
    }

    private void asTable(Markup html, VersionPlan found) {
        List<List<Table.Cell>> rows = new TimeScale(shown, plot, view.formats())
                .ticks().stream().map(tick -> row(found, tick)).toList();
        html.open("details").element("summary", view.text("as-table"));
        new Table(
                        view.text("curve.title", view.heading(view.version(found))),
                        Table.columns(
                                view.text("column.by"),
                                "#" + view.text("curve.planned"),
                                "#" + view.text("curve.at-most-low"),
                                "#" + view.text("curve.at-most-high")),
                        rows)
                .write(html);
        html.close("details").line();
    }

    private List<Table.Cell> row(VersionPlan found, Instant tick) {
        return List.of(
                Table.cell(view.formats().time(tick)),
                figure(found.low(), CurvePoint::planned, tick),
                figure(found.low(), CurvePoint::atMost, tick),
                figure(found.high(), CurvePoint::atMost, tick));
    }

    private Table.Cell figure(CasePlan plan, ToLongFunction<CurvePoint> value, Instant tick) {
        long people = plan.curve().stream()
                .filter(point -> !point.at().isAfter(tick))
                .mapToLong(value)
                .max()
                .orElse(0);
        return Table.cell(view.formats().number(people));
    }

    private static boolean differs(VersionPlan found) {
        return !found.low().curve().equals(found.high().curve());
    }
}
