package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Reads a file of a country's size, made by {@link Tiling}, under stated heaps: all of it, by us and by GraphHopper; and one tile of it, of a file of
 * which that is a tenth and of one of which it is a hundredth or less, to see that memory follows the roads that are kept and not the file.
 */
final class CountryBench {
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final Path FOLDER = Path.of("bench", "target", "country");
    private static final String SMALL_HEAP = "256m";

    private final StringBuilder table =
            new StringBuilder("| read by | what | file MB | nodes, million | heap | s (CPU) | MB/s | peak MB |"
                    + " network MB | junctions, arcs |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");

    private CountryBench() {}

    /** The table, for an extract tiled to so many nodes. */
    static String table(Path extract, long nodes, String heap) throws IOException, InterruptedException {
        String name = String.valueOf(extract.getFileName()).replaceFirst("[.-].*", "");
        Tiling tiling = new Tiling(extract);
        System.err.println("writing " + FOLDER + "/" + name + "-*.osm.pbf unless they are there");
        Path tenth = tiling.write(FOLDER, name, nodes / 10);
        Path country = tiling.write(FOLDER, name, nodes);
        CountryBench bench = new CountryBench();
        bench.add("us", "one tile", tenth, SMALL_HEAP, List.of(tenth.toString(), tiling.box()));
        bench.add("us", "one tile", country, SMALL_HEAP, List.of(country.toString(), tiling.box()));
        bench.add("us", "all", tenth, heap, List.of(tenth.toString(), RoadsRun.EVERYWHERE));
        bench.add("us", "all", country, heap, List.of(country.toString(), RoadsRun.EVERYWHERE));
        bench.add("GraphHopper", "all", tenth, heap, List.of(tenth.toString(), RoadsRun.EVERYWHERE));
        bench.add("GraphHopper", "all", country, heap, List.of(country.toString(), RoadsRun.EVERYWHERE));
        return bench.table.toString();
    }

    private void add(String reader, String what, Path file, String heap, List<String> arguments)
            throws IOException, InterruptedException {
        Class<?> main = reader.equals("us") ? RoadsRun.class : HopperRun.class;
        Measured measured = Measured.parse(Processes.output(main, heap, arguments, LIMIT));
        System.err.println(reader + ", " + what + ", " + file.getFileName() + ": " + measured);
        double megabytes = Files.size(file) / 1e6;
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.1f | %s | %.1f (%.1f) | %.0f | %,.0f | %,.0f | %,.0f, %,.0f |%n",
                reader,
                what,
                megabytes,
                measured.get("nodesRead") / 1e6,
                heap,
                measured.get("cold"),
                measured.get("coldCpu"),
                megabytes / measured.get("cold"),
                measured.get("peak"),
                measured.get("network"),
                measured.get("nodes"),
                measured.get("edges")));
    }
}
