package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.safeconduct.publish.Drawing.Anchor;
import org.safeconduct.publish.Drawing.Box;
import org.safeconduct.publish.Drawing.Point;

/**
 * Finds room for names on a map: tries eight directions at three distances and takes the spot that covers least. Greedy, in the order asked for; a name that had
 * to go far gets a line to its place.
 */
final class Labels {
    private static final double SIZE = 13;
    private static final double LESSER_SIZE = 11;
    private static final double LINE = 14;
    private static final int LONGEST = 24;
    private static final double[] DISTANCES = {9, 22, 38, 58, 84, 112};
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0.7, -0.7}, {0.7, 0.7}, {-0.7, -0.7}, {-0.7, 0.7}, {0, -1}, {0, 1}
    };

    /** About what a name costs that lies near its place and on two points of a road. */
    private static final double MOST_COST = 120;

    private final Box page;
    private int left;
    private final List<Box> taken = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Point> roads = new ArrayList<>();

    Labels(Box page) {
        this.page = page;
    }

    void avoid(Box box) {
        taken.add(box);
    }

    /** A name should rather not lie on a road. */
    void avoidLine(Point from, Point to) {
        int steps = Math.max(1, (int) (Math.hypot(to.x() - from.x(), to.y() - from.y()) / 6));
        for (int i = 0; i <= steps; i++) {
            double share = i / (double) steps;
            roads.add(new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
        }
    }

    /** Finds room for the name, with lesser lines under it, near the point; {@link #draw} writes it. */
    void place(Point at, String style, List<String> names) {
        place(at, style, names, Double.MAX_VALUE);
    }

    /** Likewise, but leaves the name out where it would cover much or lie far away. */
    void placeIfThereIsRoom(Point at, String style, List<String> names) {
        place(at, style, names, MOST_COST);
    }

    /** How many names found no room. */
    int left() {
        return left;
    }

    private void place(Point at, String style, List<String> names, double most) {
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            String lineStyle = name.equals(names.getFirst()) ? style : "lesser-name";
            Lines.wrap(name, LONGEST).forEach(line -> lines.add(new Line(line, lineStyle)));
        }
        Spot best = spots(at, lines).min(Comparator.comparingDouble(this::cost)).orElseThrow();
        if (cost(best) > most) {
            left++;
            return;
        }
        taken.add(best.box());
        placed.add(new Placed(at, best, lines));
    }

    /** Draws the lines to far names first, so that none crosses a name. */
    void draw(Drawing drawing) {
        placed.stream()
                .filter(label -> label.spot().distance() > DISTANCES[0])
                .forEach(label -> leader(drawing, label.at(), label.spot().box()));
        for (Placed label : placed) {
            double y = label.spot().box().y() + SIZE - 2;
            for (Line line : label.lines()) {
                drawing.text(new Point(label.spot().x(), y), label.spot().anchor(), line.style(), line.text());
                y += LINE;
            }
        }
    }

    private static void leader(Drawing drawing, Point at, Box box) {
        double x = Math.clamp(at.x(), box.x(), box.right());
        double y = Math.clamp(at.y(), box.y(), box.bottom());
        drawing.line(beside(at, x, y), new Point(x, y), "leader");
    }

    private record Line(String text, String style) {}

    private record Placed(Point at, Spot spot, List<Line> lines) {}

    /** A little way from the place towards its name, so that the line does not cross its mark. */
    private static Point beside(Point at, double x, double y) {
        double far = Math.max(1, Math.hypot(x - at.x(), y - at.y()));
        return new Point(at.x() + (x - at.x()) * 7 / far, at.y() + (y - at.y()) * 7 / far);
    }

    private record Spot(Box box, Anchor anchor, double distance) {
        double x() {
            return switch (anchor) {
                case START -> box.x();
                case MIDDLE -> box.x() + box.width() / 2;
                case END -> box.right();
            };
        }
    }

    private static Stream<Spot> spots(Point at, List<Line> lines) {
        double width = lines.stream()
                .mapToDouble(line -> Drawing.width(line.text(), line.style().equals("name") ? SIZE : LESSER_SIZE))
                .max()
                .orElse(0);
        List<Spot> spots = new ArrayList<>();
        for (double distance : DISTANCES) {
            for (double[] direction : DIRECTIONS) {
                spots.add(spot(at, direction, distance, new Box(0, 0, width, lines.size() * LINE)));
            }
        }
        return spots.stream();
    }

    private static Spot spot(Point at, double[] direction, double distance, Box size) {
        double x = at.x() + direction[0] * distance;
        double y = at.y() + direction[1] * distance;
        double left = direction[0] > 0 ? x : direction[0] < 0 ? x - size.width() : x - size.width() / 2;
        double top = direction[1] > 0 ? y : direction[1] < 0 ? y - size.height() : y - size.height() / 2;
        Anchor anchor = direction[0] > 0 ? Anchor.START : direction[0] < 0 ? Anchor.END : Anchor.MIDDLE;
        return new Spot(new Box(left, top, size.width(), size.height()), anchor, distance);
    }

    private double cost(Spot spot) {
        Box box = spot.box();
        double outside = box.width() * box.height() - box.overlap(page);
        double covered = taken.stream().mapToDouble(box::overlap).sum();
        long onRoad = roads.stream().filter(point -> inside(box, point)).count();
        return 50 * outside + 10 * covered + 12 * onRoad + 2 * spot.distance();
    }

    private static boolean inside(Box box, Point point) {
        return point.x() > box.x() && point.x() < box.right() && point.y() > box.y() && point.y() < box.bottom();
    }
}
