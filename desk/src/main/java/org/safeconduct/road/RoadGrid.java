package org.safeconduct.road;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The straight pieces of all roads, sorted into the cells of a grid, so that those near a point are found without looking at the others.
 * Immutable.
 */
final class RoadGrid {
    private static final int MOST_CELLS = 4_000_000;
    private static final double LEAST_CELL_METRES = 20;

    private final Roads roads;
    private final Frame frame;
    /** Where the pieces of a cell begin in {@code arcs} and {@code pieces}. */
    private final int[] first;

    private final int[] arcs;
    private final int[] pieces;

    /**
     * A place on a piece of road.
     *
     * @param arc the arc; -1 if there was none
     * @param piece number of the piece along the arc, from 0
     * @param share of the piece before the place, 0 to 1
     */
    record Hit(int arc, int piece, double share, double longitude, double latitude, double metres) {
        static final Hit NONE = new Hit(-1, 0, 0, 0, 0, Double.POSITIVE_INFINITY);
    }

    /** Where the grid lies. */
    private record Frame(double west, double south, double width, double height, int columns, int rows) {

        double longitude(int column) {
            return west + column * width;
        }

        double latitude(int row) {
            return south + row * height;
        }

        int column(double longitude) {
            return Math.clamp((long) Math.floor((longitude - west) / width), 0, columns - 1);
        }

        int row(double latitude) {
            return Math.clamp((long) Math.floor((latitude - south) / height), 0, rows - 1);
        }
    }

    /** A straight piece of road, in degrees. */
    private record Piece(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude) {

        static Piece of(Roads roads, int arc, int piece) {
            return new Piece(
                    roads.pointLongitudeE7(arc, piece) / 1e7,
                    roads.pointLatitudeE7(arc, piece) / 1e7,
                    roads.pointLongitudeE7(arc, piece + 1) / 1e7,
                    roads.pointLatitudeE7(arc, piece + 1) / 1e7);
        }

        Piece turned() {
            return new Piece(toLongitude, toLatitude, fromLongitude, fromLatitude);
        }

        /** Of a piece that leads north: the longitude at a latitude, the nearer end's beyond the ends. */
        double longitudeAt(double latitude) {
            double height = toLatitude - fromLatitude;
            double share = height > 0 ? Math.clamp((latitude - fromLatitude) / height, 0, 1) : 0;
            return fromLongitude + share * (toLongitude - fromLongitude);
        }
    }

    @FunctionalInterface
    private interface CellVisitor {
        void visit(int cell, int arc, int piece);
    }

    private RoadGrid(Roads roads) {
        this.roads = roads;
        this.frame = frame(roads);
        int[] ends = new int[frame.columns() * frame.rows() + 1];
        forEachPiece((cell, arc, piece) -> ends[cell + 1]++);
        Arrays.parallelPrefix(ends, Integer::sum);
        this.first = ends;
        this.arcs = new int[ends[ends.length - 1]];
        this.pieces = new int[arcs.length];
        int[] next = ends.clone();
        forEachPiece((cell, arc, piece) -> {
            arcs[next[cell]] = arc;
            pieces[next[cell]++] = piece;
        });
    }

    static RoadGrid of(Roads roads) {
        return new RoadGrid(roads);
    }

    /** About two pieces a cell, and no cell smaller than a usual piece is long. */
    private static Frame frame(Roads roads) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        long count = 0;
        double metres = 0;
        for (int arc = 0; arc < roads.arcs(); arc++) {
            for (int point = 0; point < roads.points(arc); point++) {
                double longitude = roads.pointLongitudeE7(arc, point) / 1e7;
                double latitude = roads.pointLatitudeE7(arc, point) / 1e7;
                west = Math.min(west, longitude);
                east = Math.max(east, longitude);
                south = Math.min(south, latitude);
                north = Math.max(north, latitude);
            }
            count += roads.points(arc) - 1;
            metres += roads.lengthCentimetres(arc) / 100.0;
        }
        LocalMetres local = LocalMetres.at((south + north) / 2);
        double wide = Math.max(1, (east - west) * local.east());
        double high = Math.max(1, (north - south) * local.north());
        double cells = Math.clamp(count / 4.0, 1, MOST_CELLS / 2.0);
        double side =
                Math.max(Math.sqrt(wide * high / cells), Math.max(LEAST_CELL_METRES, metres / Math.max(1, count)));
        side = Math.max(side, Math.max(wide, high) / (MOST_CELLS / 4.0));
        return new Frame(
                west,
                south,
                side / local.east(),
                side / local.north(),
                1 + (int) (wide / side),
                1 + (int) (high / side));
    }

    /** Every piece with every cell it passes; of the two directions of a road only the arc with the lesser number. */
    private void forEachPiece(CellVisitor visitor) {
        for (int arc = 0; arc < roads.arcs(); arc++) {
            int reverse = roads.reverse(arc);
            if (reverse >= 0 && reverse < arc) {
                continue;
            }
            for (int piece = 0; piece + 1 < roads.points(arc); piece++) {
                cells(Piece.of(roads, arc, piece), arc, piece, visitor);
            }
        }
    }

    private void cells(Piece piece, int arc, int number, CellVisitor visitor) {
        Piece up = piece.fromLatitude() <= piece.toLatitude() ? piece : piece.turned();
        int lastRow = frame.row(up.toLatitude());
        for (int row = frame.row(up.fromLatitude()); row <= lastRow; row++) {
            double low = row == 0 ? up.fromLongitude() : up.longitudeAt(frame.latitude(row));
            double high = row == lastRow ? up.toLongitude() : up.longitudeAt(frame.latitude(row + 1));
            int last = frame.column(Math.max(low, high));
            for (int column = frame.column(Math.min(low, high)); column <= last; column++) {
                visitor.visit(row * frame.columns() + column, arc, number);
            }
        }
    }

    /** The nearest place on an arc that {@code usable} accepts; of equals the one on the arc with the least number. */
    Hit nearest(double longitude, double latitude, IntPredicate usable) {
        Search search = new Search(longitude, latitude, usable);
        for (int ring = 0; !search.isDone(ring); ring++) {
            search.ring(ring);
        }
        return search.best;
    }

    /** One search, in rings of cells around the point. */
    private final class Search {
        private final double longitude;
        private final double latitude;
        private final LocalMetres metres;
        private final IntPredicate usable;
        private final int column;
        private final int row;
        private Hit best = Hit.NONE;

        Search(double longitude, double latitude, IntPredicate usable) {
            this.longitude = longitude;
            this.latitude = latitude;
            this.metres = LocalMetres.at(latitude);
            this.usable = usable;
            this.column = frame.column(longitude);
            this.row = frame.row(latitude);
        }

        /** Whether no cell from this ring on can hold anything nearer. */
        boolean isDone(int ring) {
            double west = column - ring < 0 ? Double.POSITIVE_INFINITY : longitude - frame.longitude(column - ring + 1);
            double east = column + ring >= frame.columns()
                    ? Double.POSITIVE_INFINITY
                    : frame.longitude(column + ring) - longitude;
            double south = row - ring < 0 ? Double.POSITIVE_INFINITY : latitude - frame.latitude(row - ring + 1);
            double north =
                    row + ring >= frame.rows() ? Double.POSITIVE_INFINITY : frame.latitude(row + ring) - latitude;
            double unseen = Math.min(Math.min(west, east) * metres.east(), Math.min(south, north) * metres.north());
            return ring > 0 && best.metres() <= unseen;
        }

        void ring(int ring) {
            for (int r = Math.max(0, row - ring); r <= Math.min(frame.rows() - 1, row + ring); r++) {
                boolean whole = Math.abs(r - row) == ring;
                int from = Math.max(0, column - ring);
                int to = Math.min(frame.columns() - 1, column + ring);
                if (whole) {
                    for (int c = from; c <= to; c++) {
                        cell(r * frame.columns() + c);
                    }
                } else {
                    if (column - ring >= 0) {
                        cell(r * frame.columns() + column - ring);
                    }
                    if (column + ring < frame.columns()) {
                        cell(r * frame.columns() + column + ring);
                    }
                }
            }
        }

        private void cell(int cell) {
            for (int i = first[cell]; i < first[cell + 1]; i++) {
                if (usable.test(arcs[i])) {
                    look(arcs[i], pieces[i]);
                }
            }
        }

        private void look(int arc, int number) {
            Piece piece = Piece.of(roads, arc, number);
            double east = (piece.toLongitude() - piece.fromLongitude()) * metres.east();
            double north = (piece.toLatitude() - piece.fromLatitude()) * metres.north();
            double x = (longitude - piece.fromLongitude()) * metres.east();
            double y = (latitude - piece.fromLatitude()) * metres.north();
            double squared = east * east + north * north;
            double share = squared > 0 ? Math.clamp((x * east + y * north) / squared, 0, 1) : 0;
            double away = Math.hypot(x - share * east, y - share * north);
            boolean isEarlier = arc < best.arc() || (arc == best.arc() && number < best.piece());
            if (away < best.metres() || (away == best.metres() && isEarlier)) {
                best = new Hit(
                        arc,
                        number,
                        share,
                        piece.fromLongitude() + share * (piece.toLongitude() - piece.fromLongitude()),
                        piece.fromLatitude() + share * (piece.toLatitude() - piece.fromLatitude()),
                        away);
            }
        }
    }
}
