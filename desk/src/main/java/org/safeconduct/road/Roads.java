package org.safeconduct.road;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A road network of junctions and directed arcs. Immutable, compact (about 70 bytes an arc), for any number of threads.
 *
 * <pre>
 *   junctions 0 … n-1                 arcs 0 … m-1, sorted by tail
 *
 *      tail ─────•────•──────► head   arc, with its points
 *           ◄────•────•───────        reverse(arc): same road, other direction, own time, lanes and capacity
 *
 *   arcs that leave junction j:  firstArc(j) ≤ arc &lt; firstArc(j + 1)
 * </pre>
 *
 * Junctions are where roads meet, end, or change in a way that matters; see {@link RoadsBuilder}. They are numbered along a space-filling curve,
 * so neighbours have near numbers. Two arcs may join the same two junctions, and an arc may end where it starts. A vehicle may turn
 * round at a junction, never within an arc. Degrees are WGS 84, as whole numbers of 10⁻⁷ degree where a name ends in {@code E7}.
 *
 * <p>An index outside its range ends in {@link IndexOutOfBoundsException}.
 */
public final class Roads {
    private final Columns columns;
    private final ReadReport report;
    private final int junctions;
    private final int arcs;
    private final int lines;
    private final int islands;
    private final MemorySegment firstArc;
    private final MemorySegment longitude;
    private final MemorySegment latitude;
    private final MemorySegment tail;
    private final MemorySegment head;
    private final MemorySegment millis;
    private final MemorySegment line;
    private final MemorySegment firstPoint;
    private final MemorySegment pointLongitude;
    private final MemorySegment pointLatitude;

    Roads(Columns columns, ReadReport report) {
        this.columns = columns;
        this.report = report;
        this.junctions = columns.rows(Column.JUNCTION_NODE);
        this.arcs = columns.rows(Column.ARC_WAY);
        this.lines = columns.rows(Column.LINE_FIRST_POINT) - 1;
        this.islands = columns.rows(Column.ISLAND_SIZE);
        this.firstArc = columns.get(Column.JUNCTION_FIRST_ARC);
        this.longitude = columns.get(Column.JUNCTION_LONGITUDE);
        this.latitude = columns.get(Column.JUNCTION_LATITUDE);
        this.tail = columns.get(Column.ARC_TAIL);
        this.head = columns.get(Column.ARC_HEAD);
        this.millis = columns.get(Column.ARC_MILLIS);
        this.line = columns.get(Column.ARC_LINE);
        this.firstPoint = columns.get(Column.LINE_FIRST_POINT);
        this.pointLongitude = columns.get(Column.POINT_LONGITUDE);
        this.pointLatitude = columns.get(Column.POINT_LATITUDE);
    }

    /** Number of junctions. */
    public int junctions() {
        return junctions;
    }

    /** Number of directed arcs. */
    public int arcs() {
        return arcs;
    }

    /** What the reader saw, left out and filled in. */
    public ReadReport report() {
        return report;
    }

    /** Hash of the source and of how it was read; empty for a network that was not read from a file. */
    public String key() {
        return report.key();
    }

    // ------------------------------------------------------------------ junctions

    /** First arc that leaves a junction; for {@code junctions()}, the number of arcs. */
    public int firstArc(int junction) {
        return firstArc.getAtIndex(JAVA_INT, junction);
    }

    /** Degrees east, times 10⁷. */
    public int longitudeE7(int junction) {
        return longitude.getAtIndex(JAVA_INT, junction);
    }

    /** Degrees north, times 10⁷. */
    public int latitudeE7(int junction) {
        return latitude.getAtIndex(JAVA_INT, junction);
    }

    /** Degrees east. */
    public double longitude(int junction) {
        return longitudeE7(junction) / 1e7;
    }

    /** Degrees north. */
    public double latitude(int junction) {
        return latitudeE7(junction) / 1e7;
    }

    /** The node of the source that a junction is. Only barriers that nobody passes are several junctions in one node. */
    public long node(int junction) {
        return columns.get(Column.JUNCTION_NODE).getAtIndex(JAVA_LONG, junction);
    }

    /**
     * The island a junction lies on: junctions of one island can all be reached from one another, others not in both directions. Island 0
     * is the main one, with the most junctions.
     */
    public int island(int junction) {
        return columns.get(Column.JUNCTION_ISLAND).getAtIndex(JAVA_INT, junction);
    }

    /** Number of islands, the main one among them: strongly connected components. */
    public int islands() {
        return islands;
    }

    /** Number of junctions on an island; never more than on the island before. */
    public int islandSize(int island) {
        return columns.get(Column.ISLAND_SIZE).getAtIndex(JAVA_INT, island);
    }

    // ----------------------------------------------------------------------- arcs

    /** The junction an arc leaves. */
    public int tail(int arc) {
        return tail.getAtIndex(JAVA_INT, arc);
    }

    /** The junction an arc leads to. */
    public int head(int arc) {
        return head.getAtIndex(JAVA_INT, arc);
    }

    /** The other direction of the same road; -1 on a one-way road. */
    public int reverse(int arc) {
        return columns.get(Column.ARC_REVERSE).getAtIndex(JAVA_INT, arc);
    }

    /** Length along the road in centimetres. */
    public int lengthCentimetres(int arc) {
        return columns.get(Column.ARC_LENGTH).getAtIndex(JAVA_INT, arc);
    }

    /** Time to drive along on an empty road in milliseconds; 0 only between junctions at one point. */
    public int freeFlowMillis(int arc) {
        return millis.getAtIndex(JAVA_INT, arc);
    }

    /** Mean free-flow speed in kilometres an hour; 0 if the arc has no length or takes no time. */
    public double freeFlowKmh(int arc) {
        int time = freeFlowMillis(arc);
        return time == 0 ? 0 : lengthCentimetres(arc) * 36.0 / time;
    }

    /** Lanes in the direction of the arc, a multiple of one half: two directions that share one lane have half a lane each. */
    public double lanes(int arc) {
        return columns.get(Column.ARC_HALF_LANES).getAtIndex(JAVA_BYTE, arc) / 2.0;
    }

    /** Vehicles that can pass in an hour, before any derating. */
    public int capacityPerHour(int arc) {
        return columns.get(Column.ARC_CAPACITY).getAtIndex(JAVA_INT, arc);
    }

    /** The class of an arc. */
    public RoadClass roadClass(int arc) {
        return RoadClass.ofCode(columns.get(Column.ARC_CLASS).getAtIndex(JAVA_BYTE, arc));
    }

    /** Whether something is true of an arc. */
    public boolean is(int arc, RoadFlag flag) {
        return (flagBits(arc) & flag.bit()) != 0;
    }

    /** All that is true of an arc; a copy. */
    public Set<RoadFlag> flags(int arc) {
        return RoadFlag.set(flagBits(arc));
    }

    private int flagBits(int arc) {
        return columns.get(Column.ARC_FLAGS).getAtIndex(JAVA_INT, arc);
    }

    /**
     * The way an arc is part of, the longest one where an arc was joined from several: the source's number, or one of ours if it has none;
     * {@link #wayName} tells what the source calls it.
     */
    public long way(int arc) {
        return columns.get(Column.ARC_WAY).getAtIndex(JAVA_LONG, arc);
    }

    /** What the source calls a way: its number, or any text. */
    public String wayName(long way) {
        long text = way - NodeNumbers.FIRST_WORD;
        return text < 0 || text >= columns.rows(Column.TEXT_FIRST_BYTE) - 1 ? Long.toString(way) : text((int) text);
    }

    /** The name of the road; may be empty. */
    public String name(int arc) {
        return text(columns.get(Column.ARC_NAME).getAtIndex(JAVA_INT, arc));
    }

    /** The number of the road, such as {@code E 40}; may be empty. */
    public String ref(int arc) {
        return text(columns.get(Column.ARC_REF).getAtIndex(JAVA_INT, arc));
    }

    private String text(int text) {
        MemorySegment starts = columns.get(Column.TEXT_FIRST_BYTE);
        int from = starts.getAtIndex(JAVA_INT, text);
        int to = starts.getAtIndex(JAVA_INT, text + 1L);
        byte[] bytes = columns.get(Column.TEXT_BYTE).asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    // ------------------------------------------------------------------- geometry

    /** Number of lines: a road in both directions has one. */
    public int lines() {
        return lines;
    }

    /** The line an arc runs along, 0 to {@code lines()} - 1; an arc and its reverse share one. */
    public int line(int arc) {
        return line.getAtIndex(JAVA_INT, arc) >>> 1;
    }

    /** Number of points along an arc, its two ends among them; at least 2. */
    public int points(int arc) {
        int l = line(arc);
        return firstPoint.getAtIndex(JAVA_INT, l + 1L) - firstPoint.getAtIndex(JAVA_INT, l) + 2;
    }

    /** Degrees east times 10⁷ of a point along an arc; point 0 is the tail, the last one the head. */
    public int pointLongitudeE7(int arc, int point) {
        int at = pointIndex(arc, point);
        return at < 0 ? longitudeE7(~at) : pointLongitude.getAtIndex(JAVA_INT, at);
    }

    /** Degrees north times 10⁷ of a point along an arc. */
    public int pointLatitudeE7(int arc, int point) {
        int at = pointIndex(arc, point);
        return at < 0 ? latitudeE7(~at) : pointLatitude.getAtIndex(JAVA_INT, at);
    }

    /** Row in the columns of points; for an end, the complement of its junction. */
    private int pointIndex(int arc, int point) {
        int last = points(arc) - 1;
        if (point < 0 || point > last) {
            throw new IndexOutOfBoundsException("point " + point + " of " + (last + 1) + " on arc " + arc);
        }
        if (point == 0 || point == last) {
            return ~(point == 0 ? tail(arc) : head(arc));
        }
        int packed = line.getAtIndex(JAVA_INT, arc);
        int along = (packed & 1) == 0 ? point : last - point;
        return firstPoint.getAtIndex(JAVA_INT, packed >>> 1) + along - 1;
    }

    /** Memory that the network takes. */
    public long bytes() {
        long bytes = 0;
        for (Column column : Column.values()) {
            bytes += columns.get(column).byteSize();
        }
        return bytes;
    }

    /** The columns, for those who store a network. */
    Columns columns() {
        return columns;
    }
}
