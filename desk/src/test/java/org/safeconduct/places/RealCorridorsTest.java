package org.safeconduct.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeconduct.road.Area;
import org.safeconduct.terms.Place;

/**
 * The 282 corridors that were announced in Ukraine from March to May 2022, as PeaceRep geocoded them; read where they lie beside the
 * project. All corridors of one day are held against each other.
 *
 * <p>A row is wrong if either end lies more than 25 km from the town of that name which its source, or the row itself, puts in
 * an oblast or on a route. What no source places stays unjudged and counts as right: rows 214, 247, 307 and 339.
 */
class RealCorridorsTest {
    /** Row numbers by what is wrong, looked up by hand. */
    private static final Map<String, List<Integer>> WRONG = Map.ofEntries(
            Map.entry(
                    "Bakhmut, of Donetsk oblast, in Poltava oblast",
                    List.of(
                            165, 166, 167, 168, 185, 186, 187, 198, 199, 200, 201, 226, 250, 251, 252, 253, 254, 255,
                            256, 290, 291, 292, 293, 294, 308, 309, 310, 311, 312, 313, 320, 321, 322, 323, 324, 352,
                            353, 354, 355, 357, 362, 363, 364, 365, 366, 382, 383, 384, 385, 386, 392, 393, 394, 395,
                            396)),
            Map.entry("Bila Tserkva, of Kyiv oblast, in Chernivtsi oblast", List.of(159, 161, 162, 163, 164)),
            Map.entry("Bilohorodka, of Kyiv oblast, in Rivne oblast", List.of(80, 82, 83, 182, 183)),
            Map.entry("Poltava in Luhansk oblast", List.of(10, 16, 24, 33, 101, 102, 103, 104, 105)),
            Map.entry("Polohy, of Zaporizhzhia oblast, in Kyiv oblast", List.of(63, 192, 286, 326)),
            Map.entry(
                    "villages around Kyiv in other oblasts",
                    List.of(50, 51, 52, 65, 66, 69, 76, 77, 78, 79, 119, 136, 149, 152, 154, 177, 195, 205)),
            Map.entry("villages around Kyiv elsewhere in the oblast", List.of(70, 148, 176)),
            Map.entry("towns of Luhansk and Donetsk oblasts in others", List.of(71, 72, 75, 86, 180, 334, 335)),
            Map.entry("towns of Zaporizhzhia oblast in others", List.of(243, 302, 405)),
            Map.entry("Zaporizhzhia in Donetsk oblast", List.of(412, 416)),
            Map.entry("Lozova, of Kharkiv oblast, and Lviv, in others", List.of(17, 25, 46)));

    @Test
    void mostRowsThatAreWrongAreToldAndFewOthers() throws IOException {
        Set<Integer> wrong =
                WRONG.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        List<Row> rows = rows();
        Set<Integer> told = told(rows);
        Set<Integer> found = new TreeSet<>(told);
        found.retainAll(wrong);
        Set<Integer> falseAlarms = new TreeSet<>(told);
        falseAlarms.removeAll(wrong);
        Set<Integer> missed = new TreeSet<>(wrong);
        missed.removeAll(told);
        String figures = "of %d rows %d are wrong: %d told, %d missed %s; %d false alarms %s"
                .formatted(
                        rows.size(),
                        wrong.size(),
                        found.size(),
                        missed.size(),
                        missed,
                        falseAlarms.size(),
                        falseAlarms);
        assertThat(rows).as(figures).hasSize(282);
        assertThat(found).as(figures).hasSizeGreaterThanOrEqualTo(100);
        assertThat(falseAlarms).as(figures).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void everyRowToBakhmutIsTold() throws IOException {
        List<Integer> bakhmut = WRONG.get("Bakhmut, of Donetsk oblast, in Poltava oblast");
        assertThat(bakhmut).hasSize(55);
        assertThat(told(rows())).containsAll(bakhmut);
    }

    private record Row(int number, String day, Place from, Place to) {
        Way way() {
            return new Way(Integer.toString(number), from.id(), to.id());
        }
    }

    private static Set<Integer> told(List<Row> rows) {
        Map<String, List<Row>> days =
                rows.stream().collect(Collectors.groupingBy(Row::day, LinkedHashMap::new, Collectors.toList()));
        return days.values().stream()
                .map(RealCorridorsTest::toldOfDay)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A doubt about ways is about their rows; another is about all rows with its place. */
    private static List<Integer> toldOfDay(List<Row> day) {
        List<Place> places = day.stream()
                .flatMap(row -> Stream.of(row.from(), row.to()))
                .distinct()
                .toList();
        List<Integer> told = new ArrayList<>();
        for (Doubt doubt : Doubts.list(places, day.stream().map(Row::way).toList(), Area.EVERYWHERE)) {
            if (doubt instanceof Doubt.Far far) {
                far.ways().forEach(way -> told.add(Integer.parseInt(way.id())));
            } else {
                day.stream()
                        .filter(row ->
                                row.from().equals(doubt.place()) || row.to().equals(doubt.place()))
                        .forEach(row -> told.add(row.number()));
            }
        }
        return told;
    }

    private static List<Row> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file())) {
            return csv.stream()
                    .map(row -> new Row(
                            Integer.parseInt(row.getField("HC_ID")),
                            row.getField("date"),
                            end(row, "From"),
                            end(row, "To")))
                    .toList();
        }
    }

    /** Without what stands in brackets or after a comma. */
    private static Place end(NamedCsvRecord row, String side) {
        String name = row.getField(side).replaceAll("[(\\[,].*", "").strip();
        String column = side.equals("From") ? "from" : "to";
        String latitude = row.getField(column + "_latitude");
        String longitude = row.getField(column + "_longitude");
        return new Place(
                name + " " + latitude + " " + longitude,
                name,
                "",
                Double.parseDouble(latitude),
                Double.parseDouble(longitude));
    }

    private static Path file() {
        String stated = System.getenv("SAFECONDUCT_DATA");
        Path folder = stated == null
                ? Path.of(System.getProperty("safeconduct.root", "..")).resolve("../shared/data")
                : Path.of(stated);
        Path file = folder.resolve("conflict/humanitarian_corridors_ukraine_geocoded.csv");
        assumeTrue(Files.exists(file), () -> file + " is not there; set SAFECONDUCT_DATA to the folder of real data");
        return file;
    }
}
