package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads areas: polygons from GeoJSON (RFC 7946), boxes from four numbers.
 *
 * <pre>
 *   Area district = AreaReader.read(Path.of("district.geojson"));
 *   Area around = AreaReader.box("8.57,49.35,8.79,49.46");
 * </pre>
 *
 * Of a GeoJSON file every polygon counts, wherever it stands; together they are one area, even where they overlap. A ring of few corners whose sides cross is refused: its corners are in the wrong order.
 */
public final class AreaReader {
    static final int MOST_BYTES = 64 << 20;
    static final int MOST_POINTS = 1_000_000;

    /** Rings with so many corners or fewer are taken for drawn by hand. In outlines of many corners sides that cross by a hair are common, and harmless. */
    private static final int DRAWN_BY_HAND = 200;

    private static final String POLYGON = "Write a GeoJSON Polygon or MultiPolygon, alone or in features.";
    private static final String BOX = "Write west,south,east,north in degrees: 8.57,49.35,8.79,49.46";
    private static final Pattern DEGREES = Pattern.compile("[-+]?\\d{1,3}(?:\\.\\d{0,15})?");
    private static final Pattern DEGREE_SYSTEM = Pattern.compile("CRS84|EPSG:+4326$|WGS ?84$");
    private static final Set<String> WITHOUT_AREA = Set.of("Point", "MultiPoint", "LineString", "MultiLineString");

    private final String file;
    private final JsonParser json;
    private final List<Area> polygons = new ArrayList<>();
    private int points;

    /** What stands under {@code coordinates}: numbers, and lists of numbers and lists. */
    private sealed interface Nested {
        record Coordinate(double value) implements Nested {}

        record Items(List<Nested> items, int line) implements Nested {}
    }

    private AreaReader(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * The polygons of a GeoJSON file.
     *
     * @throws RoadProblems if the file cannot be read, or has no polygon
     */
    public static Area read(Path file) throws RoadProblems {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw problem(name, "", "", "is larger than 64 MiB.", "Give the outline with fewer points.");
            }
            return read(name, bytes);
        } catch (IOException e) {
            throw problem(name, "", "", "cannot be opened.", "Check its name, and that you may read it.");
        }
    }

    /** The polygons of GeoJSON text in UTF-8. */
    static Area read(String name, byte[] bytes) throws RoadProblems {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxDocumentLength(MOST_BYTES)
                        .build())
                .build();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), bytes)) {
            return new AreaReader(name, json).area();
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + Math.max(1, e.getLocation().getLineNr());
            throw problem(
                    name,
                    place,
                    "",
                    "is not JSON from there on.",
                    "Write a GeoJSON polygon; check brackets and commas.");
        }
    }

    /**
     * A box from {@code west,south,east,north} in degrees.
     *
     * @throws RoadProblems if these are not four numbers in that order
     */
    public static Area.Box box(String given) throws RoadProblems {
        String[] parts = given.split(",", -1);
        double[] degrees = new double[4];
        boolean isGood = parts.length == 4;
        for (int i = 0; i < 4 && isGood; i++) {
            isGood = DEGREES.matcher(parts[i].strip()).matches();
            degrees[i] = isGood ? Double.parseDouble(parts[i].strip()) : 0;
        }
        if (!isGood) {
            throw problem("box", "", given, "is not four numbers.", BOX);
        }
        if (Math.abs(degrees[0]) > 180
                || Math.abs(degrees[2]) > 180
                || Math.abs(degrees[1]) > 90
                || Math.abs(degrees[3]) > 90) {
            throw problem("box", "", given, "leaves the earth.", BOX);
        }
        if (degrees[0] >= degrees[2] || degrees[1] >= degrees[3]) {
            String what = degrees[0] >= degrees[2]
                    ? "has its west at or beyond its east."
                    : "has its south at or beyond its north.";
            throw problem("box", "", given, what, BOX);
        }
        return new Area.Box(degrees[0], degrees[1], degrees[2], degrees[3]);
    }

    private Area area() throws RoadProblems {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw here("", "is not a GeoJSON object.", POLYGON);
        }
        object();
        if (json.nextToken() != null) {
            throw here("", "goes on after its end.", "Leave only one GeoJSON object.");
        }
        if (polygons.isEmpty()) {
            throw problem(file, "", "", "holds no polygon.", POLYGON);
        }
        return polygons.size() == 1 ? polygons.getFirst() : new Area.Any(polygons);
    }

    /** Reads the object that begins here: a collection, a feature or a geometry. */
    private void object() throws RoadProblems {
        String type = "";
        Nested coordinates = null;
        while (goesOn(JsonToken.END_OBJECT)) {
            String key = String.valueOf(json.currentName());
            JsonToken value = json.nextToken();
            switch (key) {
                case "type" -> {
                    type = value == JsonToken.VALUE_STRING ? json.getString() : "";
                    json.skipChildren();
                }
                case "coordinates" -> coordinates = nested();
                case "geometry", "features", "geometries" -> objects();
                case "crs" -> coordinateSystem();
                default -> json.skipChildren();
            }
        }
        shape(type, coordinates);
    }

    /** Goes to the next token; false if that is the end that is waited for. */
    private boolean goesOn(JsonToken end) throws RoadProblems {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw here("", "ends in the middle.", "Fetch it again.");
        }
        return token != end;
    }

    /** An object, a list of objects, or null. */
    private void objects() throws RoadProblems {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            object();
        } else if (token == JsonToken.START_ARRAY) {
            while (goesOn(JsonToken.END_ARRAY)) {
                objects();
            }
        } else if (token != JsonToken.VALUE_NULL) {
            throw here(json.getString(), "is not a GeoJSON object.", POLYGON);
        }
    }

    /** An old key that says in which system the coordinates are; only degrees will do. */
    private void coordinateSystem() throws RoadProblems {
        String name = "";
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                name = json.getString();
            }
        } while (depth > 0 && json.nextToken() != null);
        if (!name.isEmpty() && !DEGREE_SYSTEM.matcher(name).find()) {
            throw here(name, "is not a system of degrees.", "Write longitude and latitude in degrees of WGS 84.");
        }
    }

    private Nested nested() throws RoadProblems {
        JsonToken token = json.currentToken();
        if (token.isNumeric()) {
            return new Nested.Coordinate(json.getDoubleValue());
        }
        if (token != JsonToken.START_ARRAY) {
            throw here(json.getString(), "is neither a number nor a list of numbers.", POLYGON);
        }
        int line = json.currentTokenLocation().getLineNr();
        List<Nested> items = new ArrayList<>();
        while (goesOn(JsonToken.END_ARRAY)) {
            items.add(nested());
        }
        points += !items.isEmpty() && items.getFirst() instanceof Nested.Coordinate ? 1 : 0;
        if (points > MOST_POINTS) {
            throw here("", "has more than 1,000,000 points.", "Give the outline with fewer points.");
        }
        return new Nested.Items(items, line);
    }

    private void shape(String type, @Nullable Nested coordinates) throws RoadProblems {
        if (type.equals("Polygon")) {
            polygons.add(polygon(coordinates));
        } else if (type.equals("MultiPolygon")) {
            for (Nested polygon : items(coordinates)) {
                polygons.add(polygon(polygon));
            }
        } else if (WITHOUT_AREA.contains(type)) {
            throw here(type, "has no inside.", POLYGON);
        }
    }

    private Area polygon(@Nullable Nested given) throws RoadProblems {
        List<Area.Ring> rings = new ArrayList<>();
        for (Nested ring : items(given)) {
            rings.add(ring(ring));
        }
        if (rings.isEmpty()) {
            throw here("", "is a polygon without a ring.", POLYGON);
        }
        return new Area.Rings(rings);
    }

    private Area.Ring ring(Nested given) throws RoadProblems {
        List<Nested> positions = items(given);
        if (positions.size() < 4) {
            throw at(
                    given,
                    positions.size() + " positions",
                    "are too few for a ring.",
                    "Write at least four, the last like the first.");
        }
        double[] longitudes = new double[positions.size()];
        double[] latitudes = new double[positions.size()];
        for (int i = 0; i < longitudes.length; i++) {
            List<Nested> numbers = items(positions.get(i));
            if (numbers.size() < 2
                    || !(numbers.get(0) instanceof Nested.Coordinate(double longitude))
                    || !(numbers.get(1) instanceof Nested.Coordinate(double latitude))) {
                throw at(positions.get(i), "", "is a position without two numbers.", "Write [longitude, latitude].");
            }
            if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
                throw at(
                        positions.get(i),
                        longitude + ", " + latitude,
                        "is not on the earth.",
                        "Write degrees, longitude first.");
            }
            longitudes[i] = longitude;
            latitudes[i] = latitude;
        }
        return closed(given, longitudes, latitudes);
    }

    private Area.Ring closed(Nested given, double[] longitudes, double[] latitudes) throws RoadProblems {
        int last = longitudes.length - 1;
        if (longitudes[0] != longitudes[last] || latitudes[0] != latitudes[last]) {
            throw at(given, "", "is a ring that does not close.", "Repeat its first position at its end.");
        }
        if (isFlat(longitudes) || isFlat(latitudes)) {
            throw at(given, "", "is a ring around nothing.", "Write positions that enclose an area.");
        }
        if (last <= DRAWN_BY_HAND) {
            requireNoCrossing(items(given), longitudes, latitudes);
        }
        return new Area.Ring(Arrays.copyOf(longitudes, last), Arrays.copyOf(latitudes, last));
    }

    /** Corners in the wrong order make a ring whose sides cross, and an inside that nobody meant. */
    private void requireNoCrossing(List<Nested> positions, double[] x, double[] y) throws RoadProblems {
        int sides = x.length - 1;
        for (int a = 0; a < sides; a++) {
            for (int b = a + 2; b < sides; b++) {
                if (liesBetween(x, y, a, b) && liesBetween(x, y, b, a)) {
                    throw at(
                            positions.get(b),
                            x[b] + ", " + y[b],
                            "begins a side that crosses the one from %s, %s.".formatted(x[a], y[a]),
                            "Write the corners in the order in which one walks round the area.");
                }
            }
        }
    }

    /** True if the ends of a side lie on different sides of the line through another. */
    private static boolean liesBetween(double[] x, double[] y, int line, int side) {
        return leftOf(x, y, line, side) * leftOf(x, y, line, side + 1) < 0;
    }

    private static double leftOf(double[] x, double[] y, int line, int point) {
        return Math.signum(
                (x[line + 1] - x[line]) * (y[point] - y[line]) - (y[line + 1] - y[line]) * (x[point] - x[line]));
    }

    private static boolean isFlat(double[] degrees) {
        return Arrays.stream(degrees).allMatch(d -> d == degrees[0]);
    }

    private List<Nested> items(@Nullable Nested given) throws RoadProblems {
        if (given instanceof Nested.Items list) {
            return list.items();
        }
        throw here("", "has coordinates that are not nested as its type asks.", POLYGON);
    }

    private RoadProblems here(String value, String problem, String remedy) {
        return problem(file, "line " + json.currentTokenLocation().getLineNr(), value, problem, remedy);
    }

    private RoadProblems at(Nested given, String value, String problem, String remedy) {
        return given instanceof Nested.Items list
                ? problem(file, "line " + list.line(), value, problem, remedy)
                : here(value, problem, remedy);
    }

    private static RoadProblems problem(String file, String place, String value, String problem, String remedy) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new RoadProblems(new RoadProblem(file, place, shown, problem, remedy));
    }
}
