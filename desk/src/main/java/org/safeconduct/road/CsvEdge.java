package org.safeconduct.road;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.safeconduct.road.CsvColumns.Name;

/** One row of a table of edges, and what it is worth as a road. */
record CsvEdge(CsvColumns columns, CsvRecord values) {
    /** Values of a class column that are no roads for cars. */
    private static final Set<String> NOT_FOR_CARS = Set.of(
            "footway",
            "path",
            "steps",
            "cycleway",
            "bridleway",
            "corridor",
            "construction",
            "proposed",
            "platform",
            "elevator");

    private static final Set<String> ONE_WAY = Set.of("yes", "true", "1");
    private static final Set<String> ONE_WAY_BACK = Set.of("-1", "reverse", "reversed");

    static CsvEdge of(CsvColumns columns, CsvRecord values) {
        return new CsvEdge(columns, values);
    }

    /**
     * The road; empty if it is not for cars. What is guessed or left out is noted. A way whose id is no number is called by it, as a road of
     * this number.
     *
     * @param numbers of ways, by their ids
     */
    Optional<SourceRoad> road(ReadNotes notes, ToLongFunction<String> numbers) {
        String written = text(Name.CLASS);
        if (NOT_FOR_CARS.contains(written)) {
            notes.drop("edges that are not for cars: " + written);
            return Optional.empty();
        }
        String oneway = text(Name.ONEWAY).toLowerCase(Locale.ROOT);
        boolean forward = !ONE_WAY_BACK.contains(oneway);
        boolean backward = !ONE_WAY.contains(oneway);
        Set<RoadFlag> flags = EnumSet.noneOf(RoadFlag.class);
        RoadClass roadClass = roadClass(written, notes);
        Direction direction = direction(ClassTable.of(roadClass), forward && backward, flags, notes);
        String id = text(Name.WAY);
        String ref = text(Name.REF);
        boolean isWord = !id.isEmpty() && NodeNumbers.find(id).isEmpty();
        return Optional.of(new SourceRoad(
                id.isEmpty() ? values.getStartingLineNumber() : numbers.applyAsLong(id),
                roadClass,
                text(Name.ROAD_NAME),
                isWord && ref.isEmpty() ? id : ref,
                flags,
                forward ? direction : null,
                backward ? direction : null));
    }

    private RoadClass roadClass(String written, ReadNotes notes) {
        if (!columns.has(Name.CLASS)) {
            notes.guess("class of edges without a column for it: other");
            return RoadClass.OTHER;
        }
        Optional<RoadClass> found = RoadClass.find(written);
        if (found.isEmpty()) {
            notes.guess("class of edges of a class that is not known: road");
        }
        return found.orElse(RoadClass.ROAD);
    }

    private Direction direction(ClassTable table, boolean both, Set<RoadFlag> flags, ReadNotes notes) {
        OptionalDouble kmh = number(Name.SPEED, 1, 300);
        if (kmh.isEmpty()) {
            flags.add(RoadFlag.SPEED_GUESSED);
            notes.guess("speed of edges without one, from the table by class");
        }
        OptionalDouble allLanes = number(Name.LANES, 0.5, 60);
        if (allLanes.isEmpty()) {
            flags.add(RoadFlag.LANES_GUESSED);
            notes.guess("lanes of edges without a number, from the table by class");
        }
        double lanes = allLanes.isEmpty() ? table.lanes() : Math.max(0.5, allLanes.getAsDouble() / (both ? 2 : 1));
        OptionalDouble capacity = number(Name.CAPACITY, 0, 1_000_000);
        if (capacity.isPresent()) {
            flags.add(RoadFlag.CAPACITY_STATED);
        }
        int perHour = capacity.isPresent() ? (int) capacity.getAsDouble() : table.capacityPerHour(lanes);
        double metres = number(Name.LENGTH, 0.01, 10_000_000).orElse(0);
        return new Direction(new Pace.Speed(kmh.orElse(table.kmh())), lanes, perHour, metres);
    }

    /** A number within its limits; empty if there is none, or another. */
    private OptionalDouble number(Name name, double least, double most) {
        try {
            double number = text(name).isEmpty() ? Double.NaN : Double.parseDouble(text(name));
            return number >= least && number <= most ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String text(Name name) {
        return columns.text(values, name);
    }
}
