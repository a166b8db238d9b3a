package org.safeconduct.road;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;

/** A network's columns, each in memory or mapped from a file. Immutable: whoever passes segments in lets go of them. */
final class Columns {
    private final Map<Column, MemorySegment> segments = new EnumMap<>(Column.class);

    /** Takes the given segments; all columns must be there, with rows that fit one another. */
    Columns(Map<Column, MemorySegment> given) {
        for (Column column : Column.values()) {
            MemorySegment segment = given.get(column);
            if (segment == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            segments.put(column, segment.asReadOnly());
        }
        check(Column.JUNCTION_NODE, Column.JUNCTION_LONGITUDE, 0);
        check(Column.JUNCTION_NODE, Column.JUNCTION_LATITUDE, 0);
        check(Column.JUNCTION_NODE, Column.JUNCTION_ISLAND, 0);
        check(Column.JUNCTION_NODE, Column.JUNCTION_FIRST_ARC, 1);
        for (Column column : Column.values()) {
            if (column.name().startsWith("ARC_")) {
                check(Column.ARC_WAY, column, 0);
            }
        }
        check(Column.POINT_LONGITUDE, Column.POINT_LATITUDE, 0);
    }

    private void check(Column first, Column second, int more) {
        if (rows(first) + more != rows(second)) {
            throw new IllegalArgumentException(first + " has " + rows(first) + " rows, " + second + " " + rows(second));
        }
    }

    /** The bytes of a column, read-only. */
    MemorySegment get(Column column) {
        MemorySegment segment = segments.get(column);
        if (segment == null) {
            throw new IllegalStateException("no column " + column);
        }
        return segment;
    }

    int rows(Column column) {
        return Math.toIntExact(get(column).byteSize() / column.rowBytes());
    }
}
