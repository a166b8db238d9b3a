package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a road file of any kind that is known. What kind it is, and whether it is packed with gzip, is seen from its bytes.
 *
 * <pre>
 *   Roads roads = RoadsReader.read(Path.of("city.osm.pbf"), ReadOptions.standard());
 * </pre>
 */
public final class RoadsReader {
    private RoadsReader() {}

    /**
     * The network of a file.
     *
     * @throws RoadProblems if the file cannot be read, is broken, or holds no road in the area
     */
    public static Roads read(Path file, ReadOptions options) throws RoadProblems {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw problem(name, "", "there is no such file.", "Correct its name, or fetch it.");
        }
        try {
            Format format = Format.of(file);
            String key = SourceKey.of(file, options);
            ReadReport about = ReadReport.of(name, key, format.words);
            Roads roads = switch (format) {
                case PBF -> OsmReading.read(file, new PbfPasses(file), options, about);
                case XML -> OsmReading.read(file, new XmlPasses(file), options, about);
            };
            if (roads.arcs() == 0) {
                throw problem(name, "", nothingLeft(roads), "Choose an area within the file.");
            }
            return roads;
        } catch (NoSuchFileException e) {
            throw problem(name, "", "there is no such file.", "Correct its name, or fetch it.");
        } catch (IOException e) {
            throw BrokenBytes.of(name, e);
        }
    }

    private static String nothingLeft(Roads roads) {
        return "no road is left of %,d ways: the area misses them all, or the file lacks their nodes."
                .formatted(roads.report().waysRead());
    }

    private static RoadProblems problem(String name, String value, String problem, String remedy) {
        return new RoadProblems(List.of(new RoadProblem(name, "", value, problem, remedy)));
    }

    /** The kinds of files. */
    private enum Format {
        PBF("OpenStreetMap PBF"),
        XML("OpenStreetMap XML");

        private static final int LOOK_AT = 64;

        private final String words;

        Format(String words) {
            this.words = words;
        }

        static Format of(Path file) throws IOException {
            byte[] start;
            try (InputStream in = SourceBytes.open(file)) {
                start = in.readNBytes(LOOK_AT);
            }
            String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
            return text.startsWith("<") || text.startsWith("\u00EF\u00BB\u00BF<") ? XML : PBF;
        }
    }
}
