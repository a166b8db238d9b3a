package org.safeconduct.scenario;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file with a header line: columns in any order, lines that start with {@code #} are comments. */
final class CsvTable {
    static final int MOST_ROWS = 10_000;

    private final String file;
    private final Columns columns;
    private final Problems problems;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int width;

    /** The columns a table must have, and those it may have. */
    record Columns(List<String> needed, List<String> optional) {
        List<String> all() {
            List<String> all = new ArrayList<>(needed);
            all.addAll(optional);
            return all;
        }
    }

    private CsvTable(String file, Columns columns, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows; empty if the table cannot be used, with problems added. */
    static Optional<List<Row>> read(String file, String text, Columns columns, Problems problems) {
        return new CsvTable(file, columns, problems).rows(text);
    }

    private Optional<List<Row>> rows(String text) {
        int line = 0;
        try {
            for (CsvRecord record : CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                line = (int) record.getStartingLineNumber();
                if (!take(line, record)) {
                    return Optional.empty();
                }
            }
        } catch (CsvParseException e) {
            problems.add(
                    spot(line + 1, ""),
                    "cannot be read as CSV from there on.",
                    "Check quotes: each opening one needs a closing one.");
            return Optional.empty();
        }
        if (positions.isEmpty()) {
            problems.add(spot(0, ""), "is empty.", "Start with the header " + String.join(",", columns.all()) + ".");
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private boolean take(int line, CsvRecord record) {
        if (positions.isEmpty()) {
            return header(line, record);
        }
        if (rows.size() == MOST_ROWS) {
            problems.add(spot(line, ""), "has more than 10,000 rows.", "Leave out what is not used.");
            return false;
        }
        if (record.getFieldCount() != width) {
            problems.add(
                    spot(line, ""),
                    "has " + record.getFieldCount() + " values; the header has " + width + ".",
                    "Put values that hold a comma in quotes; leave empty what is not known.");
        }
        rows.add(new Row(line, record.getFields()));
        return true;
    }

    private boolean header(int line, CsvRecord record) {
        width = record.getFieldCount();
        int before = problems.count();
        String first = record.getField(0);
        if (width == 1 && (first.contains(";") || first.contains("\t"))) {
            problems.add(
                    spot(line, "").withText(first),
                    "has semicolons or tabs between its values.",
                    "Save it with commas between values, and points in numbers.");
            return false;
        }
        for (String field : record.getFields()) {
            String name = field.strip();
            if (!columns.all().contains(name)) {
                problems.add(
                        spot(line, "header").withText(name),
                        "is not a column of this file.",
                        Near.remedy(name, columns.all()));
            } else if (positions.putIfAbsent(name, record.getFields().indexOf(field)) != null) {
                problems.add(spot(line, name), "is a column twice.", "Keep one of the two.");
            }
        }
        for (String name : columns.needed()) {
            if (!positions.containsKey(name)) {
                problems.add(
                        spot(line, name),
                        "is missing in the header.",
                        "Start with " + String.join(",", columns.needed()) + ".");
            }
        }
        return problems.count() == before;
    }

    private Spot spot(int line, String column) {
        return new Spot(file, line, column, "");
    }

    /** One line of the table. */
    final class Row {
        private final int line;
        private final List<String> fields;

        private Row(int line, List<String> fields) {
            this.line = line;
            this.fields = fields;
        }

        /** The value of a column; with empty text if the row has none. */
        Spot spot(String column) {
            int position = positions.getOrDefault(column, fields.size());
            String text = position < fields.size() ? fields.get(position).strip() : "";
            return new Spot(file, line, column, text);
        }

        boolean has(String column) {
            return !spot(column).text().isEmpty();
        }

        /** A text without what cannot be seen; empty if there is none. */
        String text(String column) {
            Spot spot = spot(column);
            if (spot.text().length() > 300) {
                problems.add(spot, "is longer than 300 characters.", "Shorten it.");
            } else if (!spot.text().codePoints().allMatch(Spot::isPrintable)) {
                problems.add(spot, "holds characters that cannot be seen.", "Remove them.");
            }
            return spot.text();
        }

        Optional<Double> number(String column, Range range) {
            Spot spot = spot(column);
            if (spot.text().isEmpty()) {
                problems.add(spot, "is missing.", "Fill it in.");
                return Optional.empty();
            }
            return range.read(spot, problems);
        }
    }
}
