package org.safeconduct.publish;

import java.util.List;
import java.util.Locale;

/**
 * An SVG picture in the page: shapes by class, so that the style sheet colours them for light, dark and print. Units are those of a phone's width: 372 across.
 */
final class Drawing {
    static final double WIDTH = 372;

    private final Markup html;
    private final String id;

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double overlap(Box other) {
            double across = Math.min(right(), other.right()) - Math.max(x, other.x);
            double down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
            return across > 0 && down > 0 ? across * down : 0;
        }
    }

    /** Which end of a text stands at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** @param id unique in the page */
    Drawing(Markup html, String id) {
        this.html = html;
        this.id = id;
    }

    Drawing open(double height, String title, String description) {
        String shape = "0 0 " + (int) WIDTH + " " + Math.round(height);
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                shape,
                "role",
                "img",
                "aria-labelledby",
                id + "-t",
                "aria-describedby",
                id + "-d");
        html.line();
        html.element("title", title, "id", id + "-t")
                .element("desc", description, "id", id + "-d")
                .line();
        html.open("defs");
        hatch("thin", 6);
        hatch("dense", 4);
        html.close("defs").line();
        return this;
    }

    void close() {
        html.close("svg").line();
    }

    /** Stripes, so that an area is told apart without its colour. */
    private void hatch(String name, int gap) {
        html.open(
                "pattern",
                "id",
                id + "-" + name,
                "width",
                gap,
                "height",
                gap,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        html.empty("rect", "class", "hatch-ground-" + name, "width", gap, "height", gap);
        html.empty("line", "class", "hatch-" + name, "x1", 0, "y1", 0, "x2", 0, "y2", gap);
        html.close("pattern");
    }

    String hatched(String name) {
        return "url(#" + id + "-" + name + ")";
    }

    void line(Point from, Point to, String style) {
        html.empty("line", "class", style, "x1", from.x(), "y1", from.y(), "x2", to.x(), "y2", to.y())
                .line();
    }

    void rect(Box box, String style) {
        html.empty("rect", "class", style, "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height())
                .line();
    }

    void hatchedRect(Box box, String pattern) {
        html.empty(
                        "rect",
                        "fill",
                        hatched(pattern),
                        "x",
                        box.x(),
                        "y",
                        box.y(),
                        "width",
                        box.width(),
                        "height",
                        box.height())
                .line();
    }

    void circle(Point centre, double radius, String style) {
        html.empty("circle", "class", style, "cx", centre.x(), "cy", centre.y(), "r", radius)
                .line();
    }

    void path(List<Point> points, String style) {
        html.empty("path", "class", style, "d", path(points, false)).line();
    }

    /** Many lines as one picture element, cut off at the frame. */
    void paths(List<List<Point>> lines, String style) {
        if (!lines.isEmpty()) {
            StringBuilder data = new StringBuilder();
            lines.forEach(line -> data.append(path(line, false)));
            html.empty("path", "class", style, "clip-path", "url(#" + id + "-page)", "d", data)
                    .line();
        }
    }

    /** The frame at which {@link #paths} are cut off. */
    void frame(Box box) {
        html.open("clipPath", "id", id + "-page")
                .empty("rect", "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height())
                .close("clipPath")
                .line();
    }

    void polygon(List<Point> points, String style) {
        html.empty("path", "class", style, "d", path(points, true)).line();
    }

    void hatchedPolygon(List<Point> points, String pattern) {
        html.empty("path", "fill", hatched(pattern), "d", path(points, true)).line();
    }

    void text(Point at, Anchor anchor, String style, String text) {
        html.element(
                        "text",
                        text,
                        "class",
                        style + " " + anchor.name().toLowerCase(Locale.ROOT),
                        "x",
                        at.x(),
                        "y",
                        at.y())
                .line();
    }

    private static String path(List<Point> points, boolean closed) {
        StringBuilder data = new StringBuilder();
        for (Point point : points) {
            data.append(data.isEmpty() ? "M" : " L")
                    .append(tenth(point.x()))
                    .append(' ')
                    .append(tenth(point.y()));
        }
        return closed ? data.append(" Z").toString() : data.toString();
    }

    private static String tenth(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }

    /** Roughly how wide a text is at a size: no font is measured, so that every machine draws the same. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.63 : 1.05).sum() * size;
    }
}
