package org.safeconduct.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.terms.Place;

/**
 * Places and roads, from their two CSV files.
 *
 * @param byStreets true if there are streets as well, in a file that is read later
 * @param whole true if every row could be placed, so that what is not joined here is not joined
 * @param broken ids of segments whose numbers cannot be used
 */
record Network(List<Place> places, List<Scenario.Road> roads, boolean byStreets, boolean whole, Set<String> broken) {
    static final CsvTable.Columns PLACES =
            new CsvTable.Columns(List.of("id", "name", "lat", "lon"), List.of("other_names"));
    static final CsvTable.Columns SEGMENTS = new CsvTable.Columns(
            List.of("id", "from", "to", "km", "minutes", "vehicles_per_hour"),
            List.of("minutes_high", "vehicles_per_hour_high", "lanes", "both_ways", "by", "source"));

    /** Nothing, where not even the files are known. */
    static final Network NONE = new Network(List.of(), List.of(), false, false, Set.of());

    /** Reads the files that {@code section} names, from {@code folder}. */
    static Network read(Path folder, Section section) {
        Reading reading = section.reading();
        List<Place> places = new ArrayList<>();
        Optional<List<CsvTable.Row>> placeRows = rows(folder, section, "places", PLACES);
        placeRows.ifPresentOrElse(
                rows -> rows.forEach(row -> place(row, reading).ifPresent(places::add)),
                reading.places::leaveIncomplete);
        Set<String> broken = new LinkedHashSet<>();
        List<Scenario.Road> roads = new ArrayList<>();
        boolean byStreets = section.has("roads") && !section.has("segments");
        Optional<List<CsvTable.Row>> roadRows =
                byStreets ? Optional.of(List.of()) : rows(folder, section, "segments", SEGMENTS);
        roadRows.ifPresentOrElse(
                rows -> rows.forEach(row -> road(row, reading, broken).ifPresent(roads::add)),
                reading.segments::leaveIncomplete);
        boolean whole =
                placeRows.isPresent() && roadRows.isPresent() && roadRows.get().size() == roads.size();
        return new Network(places, roads, section.has("roads"), whole, broken);
    }

    private static Optional<List<CsvTable.Row>> rows(
            Path folder, Section section, String key, CsvTable.Columns columns) {
        String name = section.text(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            section.problem(
                    key,
                    "is not the name of a file in the scenario's folder.",
                    "Write a plain name, such as " + key + ".csv.");
            return Optional.empty();
        }
        Problems problems = section.reading().problems;
        return FileText.read(folder, name, problems).flatMap(text -> CsvTable.read(name, text, columns, problems));
    }

    private static Optional<Place> place(CsvTable.Row row, Reading reading) {
        boolean declared = reading.places.declare(row.spot("id"));
        String name = row.text("name");
        if (name.isEmpty()) {
            reading.problems.add(row.spot("name"), "is missing.", "Fill it in.");
        } else {
            reading.places.declareName(row.spot("name"));
        }
        String otherNames = row.text("other_names");
        Optional<Double> latitude = row.number("lat", Range.LATITUDE);
        Optional<Double> longitude = row.number("lon", Range.LONGITUDE);
        if (!declared || latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(row.spot("id").text(), name, otherNames, latitude.get(), longitude.get()));
    }

    /** The road of a row; also with numbers that will not do, so that routes over it can still be checked. */
    private static Optional<Scenario.Road> road(CsvTable.Row row, Reading reading, Set<String> broken) {
        boolean declared = reading.segments.declare(row.spot("id"));
        Optional<String> from = reading.places.resolve(row.spot("from"));
        Optional<String> to = reading.places.resolve(row.spot("to"));
        String id = row.spot("id").text();
        int before = reading.problems.count();
        double kilometres = row.number("km", Range.KILOMETRES).orElse(1.0);
        Figure minutes = figure(row, "minutes", Range.MINUTES, reading);
        Figure rate = figure(row, "vehicles_per_hour", Range.RATE, reading);
        double lanes = row.has("lanes") ? row.number("lanes", Range.LANES).orElse(1.0) : 1;
        if (reading.problems.count() > before) {
            broken.add(id);
        }
        boolean bothWays = bothWays(row, reading);
        if (!declared || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            reading.problems.add(row.spot("to"), "is where the segment starts.", "Name the place it leads to.");
            return Optional.empty();
        }
        Segment segment = new Segment(id, from.get(), to.get());
        return Optional.of(new Scenario.Road(
                segment, kilometres, minutes, rate, lanes, bothWays, rate.source(), Optional.empty()));
    }

    private static Figure figure(CsvTable.Row row, String column, Range range, Reading reading) {
        Optional<Double> low = row.number(column, range);
        String highColumn = column + "_high";
        Optional<Double> high = row.has(highColumn) ? row.number(highColumn, range) : low;
        if (low.isEmpty() || high.isEmpty()) {
            return Figures.filledIn(range.least());
        }
        if (low.get() > high.get()) {
            reading.problems.add(
                    row.spot(column),
                    "is above " + highColumn + ", which is " + Range.plain(high.get()) + ".",
                    "Write the lower value here.");
            return Figures.filledIn(range.least());
        }
        Spot cited = row.spot("source");
        Optional<String> source = cited.text().isEmpty() ? Optional.empty() : reading.sourceIds.resolve(cited);
        String by = row.text("by");
        if (by.isEmpty() && !low.get().equals(high.get()) && cited.text().isEmpty()) {
            reading.problems.add(
                    row.spot("by"), "is missing for a range.", "Say whose guess it is, or name its source.");
        }
        if (by.isEmpty()) {
            by = source.map(reading::titleOf).orElse(Section.AUTHOR);
        }
        return new Figure(low.get(), high.get(), by, source.orElse(""));
    }

    private static boolean bothWays(CsvTable.Row row, Reading reading) {
        Spot spot = row.spot("both_ways");
        return switch (spot.text()) {
            case "", "false", "no" -> false;
            case "true", "yes" -> true;
            default -> {
                reading.problems.add(spot, "is neither yes nor no.", "Write yes, no, or nothing for no.");
                yield false;
            }
        };
    }
}
