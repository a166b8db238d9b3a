package org.safeconduct.road;

/**
 * The columns that a network consists of, in the order in which they are kept; all that {@link Roads} knows stands in them.
 *
 * <pre>
 *   junction 0..n-1   JUNCTION_…        FIRST_ARC has n + 1 rows
 *   arc 0..m-1        ARC_…             sorted by tail; WAY is the source's number, or 2⁶² and a text's number
 *   line 0..k-1       LINE_FIRST_POINT  has k + 1 rows; a line is shared by the two directions of a road
 *   point             POINT_…           between the ends of a line, in the line's own direction
 *   island 0..i-1     ISLAND_SIZE       the largest first
 *   text 0..t-1       TEXT_FIRST_BYTE   has t + 1 rows; text 0 is empty; TEXT_BYTE is UTF-8
 * </pre>
 */
enum Column {
    JUNCTION_NODE(8),
    JUNCTION_LONGITUDE(4),
    JUNCTION_LATITUDE(4),
    JUNCTION_FIRST_ARC(4),
    JUNCTION_ISLAND(4),
    ARC_WAY(8),
    ARC_TAIL(4),
    ARC_HEAD(4),
    ARC_REVERSE(4),
    ARC_LENGTH(4),
    ARC_MILLIS(4),
    ARC_CAPACITY(4),
    ARC_FLAGS(4),
    /** Twice the line's number, and one more if the arc runs against the line. */
    ARC_LINE(4),
    ARC_NAME(4),
    ARC_REF(4),
    ARC_CLASS(1),
    ARC_HALF_LANES(1),
    LINE_FIRST_POINT(4),
    POINT_LONGITUDE(4),
    POINT_LATITUDE(4),
    ISLAND_SIZE(4),
    TEXT_FIRST_BYTE(4),
    TEXT_BYTE(1);

    private final int rowBytes;

    Column(int rowBytes) {
        this.rowBytes = rowBytes;
    }

    /** Bytes of one row: 8 for a long, 4 for an int, 1 for a byte, in the machine's own order. */
    int rowBytes() {
        return rowBytes;
    }
}
