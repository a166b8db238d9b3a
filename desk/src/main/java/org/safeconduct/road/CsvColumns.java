package org.safeconduct.road;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where in a table which column stands, by the names in its first line. */
final class CsvColumns {
    private final List<String> header;
    private final Map<Name, Integer> positions = new EnumMap<>(Name.class);

    /** A column and all names it may have. */
    enum Name {
        NODE("osm_node node id osmid"),
        LONGITUDE("lon longitude x"),
        LATITUDE("lat latitude y"),
        FROM("u from source"),
        TO("v to target"),
        CLASS("highway class type"),
        LENGTH("length_m length"),
        ONEWAY("oneway"),
        LANES("lanes"),
        SPEED("speed_kmh maxspeed"),
        CAPACITY("capacity_per_hour capacity"),
        ROAD_NAME("name"),
        REF("ref"),
        WAY("way osmid");

        private final String written;

        Name(String written) {
            this.written = written;
        }

        private List<String> names() {
            return List.of(written.split(" ", -1));
        }

        /** All its names, for a message. */
        String shown() {
            return String.join(" or ", names());
        }
    }

    private CsvColumns(List<String> header) {
        this.header = header;
        for (Name column : Name.values()) {
            column.names().stream()
                    .filter(header::contains)
                    .findFirst()
                    .ifPresent(name -> positions.put(column, header.indexOf(name)));
        }
    }

    /** The columns of a header. */
    static CsvColumns of(CsvRecord record) {
        return new CsvColumns(record.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** What is wrong with the header: a needed column that is missing, or a name that stands there twice. */
    Optional<String> findWrong(Name... needed) {
        if (header.stream().distinct().count() < header.size()) {
            return Optional.of("has a column twice.");
        }
        List<Name> missing = Arrays.stream(needed).filter(name -> !has(name)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("has no column "
                        + missing.stream().map(Name::shown).collect(Collectors.joining(", nor ", "", ".")));
    }

    /** What it must be like, for a message. */
    static String expected(Name... needed) {
        return Arrays.stream(needed).map(name -> name.names().getFirst()).collect(Collectors.joining(","));
    }

    int width() {
        return header.size();
    }

    boolean has(Name name) {
        return positions.containsKey(name);
    }

    /** The value in a row, without blanks around it; empty if there is none. */
    String text(CsvRecord row, Name name) {
        int at = positions.getOrDefault(name, Integer.MAX_VALUE);
        return at >= row.getFieldCount() ? "" : row.getField(at).strip();
    }
}
