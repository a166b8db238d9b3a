package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of road files, told apart by their first bytes. */
enum RoadFormat {
    OSM_PBF("OpenStreetMap PBF"),
    OSM_XML("OpenStreetMap XML"),
    MATSIM("MATSim network"),
    CSV("nodes and edges in CSV");

    private static final int LOOK_AT = 4096;
    private static final Pattern ROOT =
            Pattern.compile("(?s)^\\s*(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?])?\\s*>|\\s)*<([\\w:.-]+)");
    private static final Pattern HEADER =
            Pattern.compile("^[\\w\" -]+(?:[,;\\t][\\w\" -]+)+\\s*?\\R.*", Pattern.DOTALL);

    private final String words;

    RoadFormat(String words) {
        this.words = words;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /**
     * The kind of a file.
     *
     * @throws RoadProblems if it is none of them
     */
    static RoadFormat of(Path file) throws IOException, RoadProblems {
        byte[] start;
        try (InputStream in = SourceBytes.open(file)) {
            start = in.readNBytes(LOOK_AT);
        }
        String name = String.valueOf(file.getFileName());
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        Optional<RoadFormat> found = find(name, text);
        if (found.isEmpty()) {
            throw new RoadProblems(new RoadProblem(name, "", "", what(text), remedy(text)));
        }
        return found.get();
    }

    private static Optional<RoadFormat> find(String name, String text) {
        if (text.contains("OSMHeader") || (name.endsWith(".pbf") && !text.isEmpty())) {
            return Optional.of(OSM_PBF);
        }
        if (text.stripLeading().startsWith("<")) {
            Matcher root = ROOT.matcher(text);
            String element = root.find() ? root.group(1) : "osm";
            return Optional.ofNullable(
                    switch (element) {
                        case "osm" -> OSM_XML;
                        case "network" -> MATSIM;
                        default -> null;
                    });
        }
        return name.matches("(?i).*\\.csv(\\.gz)?") || HEADER.matcher(text).matches()
                ? Optional.of(CSV)
                : Optional.empty();
    }

    private static String what(String text) {
        Matcher root = ROOT.matcher(text);
        if (text.isEmpty()) {
            return "is empty.";
        }
        if (root.find()) {
            return "is XML that begins with " + Quote.of(root.group(1)) + ": no road file known here.";
        }
        return text.startsWith("BZh") || text.startsWith("PK") || text.startsWith("\u00FD7zXZ")
                ? "is packed in a way that is not known here."
                : "is no road file known here.";
    }

    private static String remedy(String text) {
        return text.startsWith("BZh") || text.startsWith("PK") || text.startsWith("\u00FD7zXZ")
                ? "Unpack it first; gzip can stay."
                : "Take OpenStreetMap (.osm.pbf, .osm, .osm.gz), a MATSim network (.xml, .xml.gz), or nodes and edges"
                        + " in CSV.";
    }
}
