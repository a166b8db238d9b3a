package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a scenario says about a road network in a file of its own: the file, areas, which streets a version leads over. */
final class StreetsReader {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern CRS = Pattern.compile("EPSG:[0-9]{4,6}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Section root;
    private final Reading reading;
    private final Map<String, Streets.Area> areas = new LinkedHashMap<>();
    private final Map<String, Streets.Where> versions = new LinkedHashMap<>();
    private final List<Streets.Closed> closures = new ArrayList<>();

    StreetsReader(Section root) {
        this.root = root;
        this.reading = root.reading();
    }

    /** True if the scenario names a file of roads. */
    static boolean isNamed(Section root) {
        return root.findSection("network", Shape.NETWORK)
                .map(section -> section.has("roads"))
                .orElse(false);
    }

    // ---- areas ------------------------------------------------------------------------------------------------

    /** Reads the areas, once places are known. */
    void readAreas() {
        for (Section section : root.sections("areas", Shape.AREA)) {
            String id = section.declare(reading.areas).orElse("");
            String name = section.name(reading.areas);
            String source = section.findRef("source", reading.sourceIds).orElse("");
            form(section).ifPresent(form -> areas.put(id, new Streets.Area(id, name, form, source)));
        }
    }

    private Optional<Streets.Form> form(Section section) {
        long given =
                List.of("file", "box", "around").stream().filter(section::has).count();
        if (given != 1) {
            section.problem(
                    "file",
                    "or box or around must be given, and only one of them.",
                    "Write file: area.geojson, or box: [west, south, east, north], or around: place with metres:.");
            return Optional.empty();
        }
        if (section.has("file")) {
            return file(section, "file", ".geojson").map(Streets.Form.Outline::new);
        }
        return section.has("box") ? box(section) : around(section);
    }

    private static Optional<Streets.Form> box(Section section) {
        List<Double> sides = section.numbers("box", Range.LONGITUDE);
        if (sides.size() != 4) {
            section.problem("box", "needs four numbers.", "Write box: [west, south, east, north], in degrees.");
            return Optional.empty();
        }
        if (sides.get(0) >= sides.get(2)
                || sides.get(1) >= sides.get(3)
                || Math.abs(sides.get(1)) > 90
                || Math.abs(sides.get(3)) > 90) {
            section.problem("box", "has no inside.", "Write west before east, south before north, in degrees.");
            return Optional.empty();
        }
        return Optional.of(new Streets.Form.Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }

    private Optional<Streets.Form> around(Section section) {
        String place = section.ref("around", reading.places);
        section.need("metres");
        Optional<Double> metres = section.findNumber("metres", Range.METRES);
        return metres.map(m -> new Streets.Form.Around(place, m));
    }

    private static Optional<String> file(Section section, String key, String ending) {
        String name = section.text(key);
        if (!name.isEmpty() && !FILE.matcher(name).matches()) {
            section.problem(key, "is not the name of a file.", "Write a plain name, such as area" + ending + ".");
            return Optional.empty();
        }
        return Optional.of(name).filter(n -> !n.isEmpty());
    }

    // ---- versions, closures -----------------------------------------------------------------------------------

    /** Which streets a version leads over that names no route. */
    void version(String id, Section section) {
        Optional<String> within = section.findRef("within", reading.areas);
        versions.put(id, new Streets.Where(within, List.copyOf(section.refs("avoid", reading.areas))));
    }

    void close(Streets.Closed closed) {
        closures.add(closed);
    }

    // ---- the file ---------------------------------------------------------------------------------------------

    /** The road network, if the scenario names one. */
    Optional<Streets> streets() {
        Optional<Section> network = root.findSection("network", Shape.NETWORK);
        if (network.isEmpty() || !network.get().has("roads")) {
            network.ifPresent(section -> List.of("crs", "sha256", "area", "without", "snap_metres").stream()
                    .filter(section::has)
                    .forEach(key -> section.problem(
                            key,
                            "is about roads, of which there is no file.",
                            "Add roads: with the name of the file, or remove it.")));
            return Optional.empty();
        }
        Section section = network.get();
        String crs = matching(section, "crs", CRS, "Write it as EPSG:32754.");
        String sha256 = matching(section, "sha256", SHA256, "Write 64 digits 0–9 a–f, as sha256sum prints them.");
        String area = section.findRef("area", reading.areas).orElse("");
        double snap = section.findNumber("snap_metres", Range.METRES).orElse(Streets.SNAP_METRES);
        Map<String, Integer> lines = new LinkedHashMap<>();
        reading.places.all().forEach(id -> lines.put(id, reading.places.spot(id).line()));
        return file(section, "roads", ".osm.pbf")
                .map(name -> new Streets(
                        name,
                        crs,
                        sha256,
                        area,
                        section.findSpots("without").stream()
                                .map(spot -> new Streets.LeftOut(spot.text().strip(), spot.file(), spot.line()))
                                .toList(),
                        snap,
                        Collections.unmodifiableMap(areas),
                        Collections.unmodifiableMap(versions),
                        List.copyOf(closures),
                        Collections.unmodifiableMap(lines),
                        section.findText("places").orElse("places.csv"),
                        Optional.empty()));
    }

    private static String matching(Section section, String key, Pattern pattern, String remedy) {
        String text = section.findText(key).orElse("");
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            section.problem(key, "is not one.", remedy);
            return "";
        }
        return text;
    }
}
