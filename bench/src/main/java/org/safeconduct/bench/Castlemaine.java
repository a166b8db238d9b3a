package org.safeconduct.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The evacuation of Castlemaine and its region as its authors simulated it: 10,867 vehicles of one person, all to Elphinstone; with one road closed after four
 * hours, or without. Homes are put together in squares of two hundredths of a degree.
 */
final class Castlemaine {
    private static final double SQUARE = 0.02;
    private static final Pattern HOME = Pattern.compile("\\[([-0-9.]+), ([-0-9.]+)]");
    private static final Pattern LINK = Pattern.compile("refId=\"([^\"]+)\"");

    /** {@code Elphinstone,262869,5890813} in EPSG:28355. */
    private static final String ELPHINSTONE = "elphinstone,Elphinstone,-37.09900,144.33169\n";

    private Castlemaine() {}

    static CaseFolder of(Path data, boolean closed) throws IOException {
        StringBuilder places = new StringBuilder("id,name,lat,lon\n").append(ELPHINSTONE);
        StringBuilder assemblies = new StringBuilder();
        squares(data.resolve("castlemaine-region-all-leave_population-archetypes.csv.gz"))
                .forEach((square, homes) -> {
                    String id = "s" + square.replace("-", "");
                    double count = homes[0];
                    places.append(String.format(
                            Locale.ROOT, "%s,Square %s,%.5f,%.5f%n", id, square, homes[2] / count, homes[1] / count));
                    assemblies.append(String.format(
                            Locale.ROOT,
                            "  - {id: %s, name: Square %s, place: %s, people: {value: %.0f, source: ees}, own_cars: 1,"
                                    + " persons_per_car: 1}%n",
                            id,
                            square,
                            id,
                            count));
                });
        String closures = closed ? closures(data.resolve("castlemaine-region-all-leave_networkChangeEvents.xml")) : "";
        String scenario = """
            safeconduct: scenario/1
            id: castlemaine%s
            title: Castlemaine and its region, all leave for Elphinstone
            summary: >-
              A simulated bushfire. 10,867 vehicles leave at 10:00 for one place. What another program simulated is planned here.
            exercise: true
            zones: [Australia/Melbourne]
            horizon: {from: 2018-11-09 10:00, to: 2018-11-09 22:00}
            step: 10 s
            derating: 1
            sources:
              ees: {title: "Emergency Evacuation Simulator, scenario castlemaine-region-all-leave", address: "https://github.com/agentsoz/ees"}
            parties: [{id: exercise, name: Exercise staff}]
            network: {places: places.csv, roads: loddon_mallee_northern_cluster_shires_network.xml.gz, crs: "EPSG:28355", snap_metres: 5000}
            destinations: [{id: elphinstone, place: elphinstone}]
            versions:
              - id: streets
                name: by all roads
                by: exercise
                silence: [{from: 2018-11-09 10:00, to: 2018-11-09 22:00}]
                destinations: [elphinstone]
            %sassemblies:
            %s\
            """.formatted(closed ? "-closed" : "", closures, assemblies);
        return new CaseFolder(scenario, places.toString());
    }

    /** By square: how many homes, the sums of their longitudes and latitudes. */
    private static Map<String, double[]> squares(Path file) throws IOException {
        Map<String, double[]> squares = new TreeMap<>();
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                Matcher home = HOME.matcher(row.getField("Geographical.Coordinate"));
                if (!home.matches()) {
                    throw new IOException(file + ": no coordinate in " + row);
                }
                double longitude = Double.parseDouble(home.group(1));
                double latitude = Double.parseDouble(home.group(2));
                String square = Math.round(longitude / SQUARE) + "-" + Math.abs(Math.round(latitude / SQUARE));
                double[] sums = squares.computeIfAbsent(square, s -> new double[3]);
                sums[0]++;
                sums[1] += longitude;
                sums[2] += latitude;
            }
        }
        return squares;
    }

    /** The links that the source closes, from four hours after the start. */
    private static String closures(Path file) throws IOException {
        String links = String.join(
                ", ",
                LINK.matcher(Files.readString(file))
                        .results()
                        .map(link -> CaseFolder.quoted(link.group(1)))
                        .distinct()
                        .toList());
        return "closures:\n  - {refs: [" + links + "], kind: other, from: 2018-11-09 14:00, to: 2018-11-09 22:00,"
                + " attested_by: the exercise, source: ees}\n";
    }
}
