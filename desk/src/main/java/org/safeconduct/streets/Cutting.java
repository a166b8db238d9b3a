package org.safeconduct.streets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a stretch of street where places lie on it. */
final class Cutting {

    private Cutting() {}

    /**
     * A place to cut at.
     *
     * @param node node of the place
     * @param share of the length before it
     */
    record Cut(int node, double share) {}

    /** The parts, in order; the nodes of the cuts are their ends. */
    static List<Piece> cut(Piece whole, List<Cut> cuts) {
        List<Cut> sorted = new ArrayList<>(cuts);
        sorted.sort(Comparator.comparingDouble(Cut::share).thenComparingInt(Cut::node));
        sorted.add(new Cut(whole.to(), 1));
        List<Piece> parts = new ArrayList<>();
        Cut from = new Cut(whole.from(), 0);
        for (Cut to : sorted) {
            parts.add(new Piece(
                    whole.way(),
                    from.node(),
                    to.node(),
                    whole.bothWays(),
                    whole.measure().part(from.share(), to.share()),
                    whole.name(),
                    whole.kind(),
                    whole.use(),
                    part(whole.shape(), from.share(), to.share())));
            from = to;
        }
        return parts;
    }

    /** The part of a line between two shares of its length. */
    private static Piece.Shape part(Piece.Shape line, double from, double to) {
        double[] along = lengths(line);
        double all = along[along.length - 1];
        List<int[]> points = new ArrayList<>();
        points.add(at(line, along, from * all));
        for (int i = 1; i + 1 < along.length; i++) {
            if (along[i] > from * all && along[i] < to * all) {
                points.add(new int[] {line.longitudes()[i], line.latitudes()[i]});
            }
        }
        points.add(at(line, along, to * all));
        return new Piece.Shape(
                points.stream().mapToInt(p -> p[0]).toArray(),
                points.stream().mapToInt(p -> p[1]).toArray());
    }

    private static double[] lengths(Piece.Shape line) {
        double[] along = new double[line.longitudes().length];
        double narrow = Math.cos(Math.toRadians(line.latitudes()[0] / 1e7));
        for (int i = 1; i < along.length; i++) {
            double dx = ((double) line.longitudes()[i] - line.longitudes()[i - 1]) * narrow;
            double dy = (double) line.latitudes()[i] - line.latitudes()[i - 1];
            along[i] = along[i - 1] + Math.hypot(dx, dy);
        }
        return along;
    }

    private static int[] at(Piece.Shape line, double[] along, double length) {
        int i = 1;
        while (i + 1 < along.length && along[i] < length) {
            i++;
        }
        double side = along[i] - along[i - 1];
        double share = side == 0 ? 0 : Math.clamp((length - along[i - 1]) / side, 0, 1);
        return new int[] {
            (int) Math.round(line.longitudes()[i - 1] + share * (line.longitudes()[i] - line.longitudes()[i - 1])),
            (int) Math.round(line.latitudes()[i - 1] + share * (line.latitudes()[i] - line.latitudes()[i - 1]))
        };
    }
}
