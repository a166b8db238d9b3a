package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads road files by us and by GraphHopper, each in processes of its own, and prints the table; or compares driving times. */
final class RoadsBench {
    private static final String USAGE = """
        Usage: bench/roads [--check | --country[=NODES,HEAP]] [FILE.osm.pbf …]
          --check   compare driving times of 1,000 random pairs with GraphHopper's, with the causes of differences
          --country tile an extract to a file of a country's size (50 million nodes, in bench/target) and read it, and a part of it
        Without files: the four extracts in roads/ of SAFECONDUCT_DATA, or else of ../shared/data beside the project.\
        """;
    private static final List<String> EXTRACTS =
            List.of("heidelberg.test.pbf", "poa_osm.pbf", "liechtenstein-latest.osm.pbf", "andorra.osm.pbf");
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String HEAP = "600m";

    private RoadsBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean check = false;
        String country = "";
        List<Path> files = new ArrayList<>();
        for (String arg : args) {
            if (arg.equals("--check")) {
                check = true;
            } else if (arg.matches("--country(=\\d+,\\d+[mg])?")) {
                country = arg.contains("=") ? arg.substring(arg.indexOf('=') + 1) : "50000000,4g";
            } else if (arg.startsWith("-")) {
                System.err.println(USAGE);
                System.exit(2);
            } else {
                files.add(Path.of(arg));
            }
        }
        if (files.isEmpty()) {
            Path folder =
                    Bench.instanceFolder().resolve(Path.of("..", "..", "roads")).normalize();
            EXTRACTS.forEach(name -> files.add(folder.resolve(name)));
        }
        files.removeIf(file -> !Files.isRegularFile(file));
        if (files.isEmpty()) {
            System.err.println("no extracts beside the project: set SAFECONDUCT_DATA, or name files");
            System.exit(1);
        }
        if (!country.isEmpty()) {
            int comma = country.indexOf(',');
            for (Path file : files) {
                System.out.println(CountryBench.table(
                        file, Long.parseLong(country.substring(0, comma)), country.substring(comma + 1)));
            }
            return;
        }
        if (check) {
            for (Path file : files) {
                System.out.println(Processes.output(HopperCheck.class, HEAP, file, LIMIT));
            }
            return;
        }
        System.out.println(table(files));
    }

    private static String table(List<Path> files) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder(
                "| file | MB | junctions, arcs | ours cold s (CPU) | ours warm s | ours MB | GraphHopper nodes, edges"
                        + " | its cold s (CPU) | its warm s | its MB | cold | CPU | warm | memory |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (Path file : files) {
            Measured ours = Processes.java(RoadsRun.class, HEAP, file.toAbsolutePath(), LIMIT);
            System.err.println(file.getFileName() + " ours: " + ours);
            Measured theirs = Processes.java(HopperRun.class, HEAP, file.toAbsolutePath(), LIMIT);
            System.err.println(file.getFileName() + " GraphHopper: " + theirs);
            table.append(row(file, ours, theirs));
        }
        return table.toString();
    }

    private static String row(Path file, Measured ours, Measured theirs) throws IOException {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %,.0f, %,.0f | %.2f (%.2f) | %.2f | %.0f | %,.0f, %,.0f | %.2f (%.2f) | %.2f | %.0f |"
                        + " %s | %s | %s | %s |%n",
                file.getFileName(),
                Files.size(file) / 1e6,
                ours.get("nodes"),
                ours.get("edges"),
                ours.get("cold"),
                ours.get("coldCpu"),
                ours.get("warm"),
                ours.get("peak"),
                theirs.get("nodes"),
                theirs.get("edges"),
                theirs.get("cold"),
                theirs.get("coldCpu"),
                theirs.get("warm"),
                theirs.get("peak"),
                times(theirs, ours, "cold"),
                times(theirs, ours, "coldCpu"),
                times(theirs, ours, "warm"),
                times(theirs, ours, "peak"));
    }

    private static String times(Measured theirs, Measured ours, String what) {
        return String.format(Locale.ROOT, "%.1f×", theirs.get(what) / ours.get(what));
    }
}
