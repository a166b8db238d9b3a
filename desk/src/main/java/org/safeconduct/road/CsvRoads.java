package org.safeconduct.road;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.road.CsvColumns.Name;

/**
 * Reads a network from two tables with a header each: nodes with longitude and latitude in degrees, and edges between them. Columns are found
 * by name, in any order. What the edges do not say is filled in by class from {@link ClassTable}: they have both directions, and its speed,
 * lanes and capacity.
 */
final class CsvRoads {
    private static final Name[] NODE_COLUMNS = {Name.NODE, Name.LONGITUDE, Name.LATITUDE};
    private static final Name[] EDGE_COLUMNS = {Name.FROM, Name.TO};
    private static final String QUOTE = "Check quotes; put values that hold a comma in quotes.";
    private static final int MOST_PROBLEMS = 20;
    private static final int FEWEST_TO_JUDGE = 20;

    private final String nodeFile;
    private final RoadsBuilder builder;
    private final ReadNotes notes = new ReadNotes();
    private final List<RoadProblem> problems = new ArrayList<>();
    private final NodeNumbers numbers = new NodeNumbers();
    private final Map<Long, Place> places = new HashMap<>();
    private long edges;
    private long measured;
    private long tooShort;

    /**
     * A table.
     *
     * @param name of the file, for messages
     * @param bytes UTF-8
     */
    record Table(String name, InputStream bytes) {}

    private record Place(double longitude, double latitude) {}

    /** A row that is being read. */
    private record Row(String file, CsvColumns columns, CsvRecord values) {
        String text(Name name) {
            return columns.text(values, name);
        }

        double number(Name name) {
            try {
                return Double.parseDouble(text(name));
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        String place(Name name) {
            return "line " + values.getStartingLineNumber() + ", " + name.shown();
        }
    }

    @FunctionalInterface
    private interface Taker {
        void take(Row row);
    }

    private CsvRoads(String nodeFile, ReadOptions options) {
        this.nodeFile = nodeFile;
        this.builder = new RoadsBuilder(options);
    }

    /**
     * Reads both tables.
     *
     * @throws RoadProblems if one of them is no such table, or they do not fit one another
     */
    static Roads read(Table nodes, Table edges, ReadOptions options, ReadReport about) throws RoadProblems {
        CsvRoads reader = new CsvRoads(nodes.name(), options);
        reader.rows(nodes, NODE_COLUMNS, reader::node);
        reader.throwIfAny();
        reader.rows(edges, EDGE_COLUMNS, reader::edge);
        reader.judgeLengths(edges.name());
        reader.throwIfAny();
        reader.notes.say("Every edge has both directions unless oneway says otherwise.");
        return reader.builder.build(reader.notes.report(about, reader.places.size(), reader.edges));
    }

    private void throwIfAny() throws RoadProblems {
        if (!problems.isEmpty()) {
            throw new RoadProblems(problems);
        }
    }

    private void rows(Table table, Name[] needed, Taker taker) throws RoadProblems {
        long line = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(table.bytes(), StandardCharsets.UTF_8.newDecoder()))) {
            Optional<CsvColumns> columns = Optional.empty();
            for (CsvRecord record : rows) {
                line = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = Optional.of(header(table.name(), record, needed));
                } else {
                    row(new Row(table.name(), columns.get(), record), taker);
                }
                if (problems.size() >= MOST_PROBLEMS) {
                    return;
                }
            }
            if (columns.isEmpty()) {
                tell(table.name(), "", "", "is empty.", "Begin with a header: " + CsvColumns.expected(needed));
            }
        } catch (CsvParseException e) {
            tell(table.name(), "line " + (line + 1), "", "is no CSV from there on.", QUOTE);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw BrokenBytes.of(table.name(), cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            throw BrokenBytes.of(table.name(), e);
        }
    }

    private void row(Row row, Taker taker) {
        int count = row.values().getFieldCount();
        int width = row.columns().width();
        if (count == width) {
            taker.take(row);
        } else {
            String place = "line " + row.values().getStartingLineNumber();
            tell(row.file(), place, count + " of " + width + " values", "is not what the header has.", QUOTE);
        }
    }

    private static CsvColumns header(String file, CsvRecord record, Name[] needed) throws RoadProblems {
        CsvColumns columns = CsvColumns.of(record);
        String first = record.getField(0);
        if (record.getFieldCount() == 1 && (first.contains(";") || first.contains("\t"))) {
            throw new RoadProblems(new RoadProblem(
                    file,
                    "line 1",
                    Quote.of(first),
                    "has semicolons or tabs between its values.",
                    "Save it with commas between values, and points in numbers."));
        }
        Optional<String> wrong = columns.findWrong(needed);
        if (wrong.isPresent()) {
            String remedy = "Begin with a header such as " + CsvColumns.expected(needed) + ", in any order.";
            String found = Quote.of(String.join(",", record.getFields()));
            throw new RoadProblems(new RoadProblem(file, "line 1", found, wrong.get(), remedy));
        }
        return columns;
    }

    private void node(Row row) {
        double longitude = row.number(Name.LONGITUDE);
        double latitude = row.number(Name.LATITUDE);
        if (row.text(Name.NODE).isEmpty()) {
            tell(row, Name.NODE, "is missing.", "Give every node an id.");
        } else if (!(Math.abs(longitude) <= 180)) {
            tell(row, Name.LONGITUDE, "is no longitude in degrees.", "Write -180 to 180.");
        } else if (!(Math.abs(latitude) <= 90)) {
            tell(
                    row,
                    Name.LATITUDE,
                    "is no latitude in degrees.",
                    "Write -90 to 90; see that it is not the longitude.");
        } else if (places.putIfAbsent(numbers.of(row.text(Name.NODE)), new Place(longitude, latitude)) != null) {
            tell(row, Name.NODE, "is there twice.", "Leave one out.");
        } else {
            builder.node(numbers.of(row.text(Name.NODE)), (int) Math.round(longitude * 1e7), (int)
                    Math.round(latitude * 1e7));
        }
    }

    private void edge(Row row) {
        edges++;
        Place from = places.get(numbers.of(row.text(Name.FROM)));
        Place to = places.get(numbers.of(row.text(Name.TO)));
        String remedy =
                "Add it to " + nodeFile + ", leave the edge out, or see that values stand in the order of the header.";
        if (from == null) {
            tell(row, Name.FROM, "is no node.", remedy);
        } else if (to == null) {
            tell(row, Name.TO, "is no node.", remedy);
        } else if (row.text(Name.FROM).equals(row.text(Name.TO))) {
            notes.drop("edges from a node to itself");
        } else if (row.text(Name.WAY).length() > RoadsBuilder.MOST_ID) {
            tell(row, Name.WAY, RoadsBuilder.LONG_ID, "Give the edge a shorter one.");
        } else {
            Optional<SourceRoad> road = CsvEdge.of(row.columns(), row.values()).road(notes, builder::way);
            if (road.isPresent()) {
                builder.road(road.get(), numbers.of(row.text(Name.FROM)), numbers.of(row.text(Name.TO)));
                measure(row.number(Name.LENGTH), from, to);
            }
        }
    }

    /** No road is shorter than the straight line between its ends. */
    private void measure(double statedMetres, Place from, Place to) {
        if (statedMetres > 0) {
            double straight = LocalMetres.at((from.latitude() + to.latitude()) / 2)
                    .between(from.longitude(), from.latitude(), to.longitude(), to.latitude());
            measured++;
            tooShort += statedMetres < 0.95 * straight - 2 ? 1 : 0;
        }
    }

    private void judgeLengths(String file) {
        if (measured >= FEWEST_TO_JUDGE && tooShort * 10 > measured) {
            String value = tooShort + " of " + measured + " edges";
            String problem = "are shorter than the straight line between their ends.";
            problems.add(new RoadProblem(
                    file,
                    "",
                    value,
                    problem,
                    "See that longitude and latitude are not exchanged, and lengths are metres."));
        }
    }

    private void tell(Row row, Name column, String problem, String remedy) {
        tell(row.file(), row.place(column), row.text(column), problem, remedy);
    }

    private void tell(String file, String place, String value, String problem, String remedy) {
        problems.add(new RoadProblem(file, place, Quote.of(value), problem, remedy));
    }
}
