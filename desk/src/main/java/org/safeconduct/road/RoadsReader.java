package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a road file of any kind that is known. What kind it is, and whether it is packed with gzip, is seen from its bytes.
 *
 * <pre>
 *   Roads roads = RoadsReader.read(Path.of("city.osm.pbf"), ReadOptions.standard());
 * </pre>
 *
 * Of a network in two tables, {@code x_nodes.csv} and {@code x_edges.csv}, either is named; the other must lie beside it.
 */
public final class RoadsReader {
    private RoadsReader() {}

    /**
     * The network of a file.
     *
     * @throws RoadProblems if the file cannot be read, is broken, or holds no road in the area
     */
    public static Roads read(Path file, ReadOptions options) throws RoadProblems {
        return read(file, options, RoadCache.none(), stage -> {});
    }

    /**
     * The network of a file, from the cache if it was read before in the same way.
     *
     * @param cache where networks are kept
     * @param progress is told what is being worked on
     * @throws RoadProblems if the file cannot be read, is broken, or holds no road in the area
     */
    public static Roads read(Path file, ReadOptions options, RoadCache cache, Consumer<String> progress)
            throws RoadProblems {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw problem(name, "", "is a folder.", "Name the road file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw problem(name, "", "there is no such file.", "Correct its name, or fetch it.");
        }
        try {
            progress.accept("reading " + name);
            RoadFormat format = RoadFormat.of(file);
            List<Path> files = format == RoadFormat.CSV ? CsvPair.of(file).files() : List.of(file);
            String key = SourceKey.of(files, options);
            Optional<Roads> known = cache.find(key, name);
            if (known.isPresent()) {
                return known.get();
            }
            Roads roads = read(format, files, options, ReadReport.of(name, key, format.words()));
            if (roads.arcs() == 0) {
                throw nothingLeft(name, roads, options);
            }
            cache.keep(roads);
            return roads;
        } catch (NoSuchFileException e) {
            throw problem(name, "", "there is no such file.", "Correct its name, or fetch it.");
        } catch (IOException e) {
            throw BrokenBytes.of(name, e);
        }
    }

    private static Roads read(RoadFormat format, List<Path> files, ReadOptions options, ReadReport about)
            throws IOException, RoadProblems {
        Path file = files.getFirst();
        return switch (format) {
            case OSM_PBF -> OsmReading.read(file, new PbfPasses(file), options, about);
            case OSM_XML -> OsmReading.read(file, new XmlPasses(file), options, about);
            case MATSIM -> {
                try (InputStream bytes = SourceBytes.open(file)) {
                    yield MatsimReader.read(bytes, options, about);
                }
            }
            case CSV -> {
                Path second = files.getLast();
                try (InputStream nodes = SourceBytes.open(file);
                        InputStream edges = SourceBytes.open(second)) {
                    yield CsvRoads.read(
                            new CsvRoads.Table(String.valueOf(file.getFileName()), nodes),
                            new CsvRoads.Table(String.valueOf(second.getFileName()), edges),
                            options,
                            about);
                }
            }
        };
    }

    private static RoadProblems nothingLeft(String name, Roads roads, ReadOptions options) {
        ReadReport report = roads.report();
        Optional<String> box = report.notes().stream()
                .filter(note -> note.startsWith(RoadsBuilder.BOX))
                .findFirst();
        if (box.isPresent() || report.dropped().containsKey(RoadsBuilder.OUTSIDE)) {
            String asked = options.area().box().shown();
            return problem(
                    name,
                    asked,
                    "is a box around the area asked for, and no road lies in that area."
                            + box.map(all -> " " + all).orElse(""),
                    "Choose an area within the file; longitude comes first.");
        }
        String what = report.waysUsed() == 0 && report.waysRead() == 0
                ? "holds no road."
                : "leaves no road of %,d: each is left out, or its nodes are missing.".formatted(report.waysRead());
        return problem(name, "", what, "Take another file.");
    }

    private static RoadProblems problem(String name, String value, String problem, String remedy) {
        return new RoadProblems(new RoadProblem(name, "", value, problem, remedy));
    }
}
