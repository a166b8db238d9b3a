package org.safeconduct.road;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate system of maps, and the way from it to degrees of WGS 84. Not thread-safe.
 *
 * <p>Known are degrees, UTM on the usual datums, web maps, some national grids, the names that MATSim uses for these, and whatever a
 * PROJ text such as {@code +proj=tmerc +lon_0=9} says. Datums of the last decades (WGS 84, ETRS 89, GDA) are taken to be one: up to
 * 2 m lie between them.
 */
final class Crs {
    private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";
    private static final String GERMAN =
            "+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs";
    private static final String SWISS =
            "+proj=somerc +lat_0=46.95240555555556 +lon_0=7.439583333333333 +k_0=1 +ellps=bessel"
                    + " +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs";
    private static final Pattern CODE = Pattern.compile("(?:EPSG|URN:OGC:DEF:CRS:EPSG)[:\\d.]*:(\\d{4,5})");
    private static final Pattern MATSIM_UTM = Pattern.compile("WGS84_UTM(\\d\\d?)([NS])");
    private static final Pattern TEXT = Pattern.compile("\\+proj=[a-z_0-9]+(?: +\\+[a-z_0-9]+(?:=[-+\\w.,]*)?)*");
    private static final Pattern FILES = Pattern.compile("\\+(?:nadgrids|geoidgrids|init)\\b");

    /** Systems with a number of their own, as PROJ texts; from the EPSG register. */
    private static final Map<Integer, String> KNOWN = Map.ofEntries(
            Map.entry(4326, DEGREES),
            Map.entry(4258, DEGREES),
            Map.entry(4283, DEGREES),
            Map.entry(7844, DEGREES),
            Map.entry(3857, "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs"),
            Map.entry(3035, "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs"),
            Map.entry(
                    2154,
                    "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m"
                            + " +no_defs"),
            Map.entry(2056, SWISS + " +x_0=2600000 +y_0=1200000"),
            Map.entry(21781, SWISS + " +x_0=600000 +y_0=200000"),
            Map.entry(
                    27700,
                    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
                            + " +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs"));

    private final String name;
    private final BasicCoordinateTransform there;
    private final BasicCoordinateTransform back;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    private Crs(String name, CoordinateReferenceSystem system, CoordinateReferenceSystem degrees) {
        this.name = name;
        this.there = new BasicCoordinateTransform(system, degrees);
        this.back = new BasicCoordinateTransform(degrees, system);
    }

    /** What a name such as {@code EPSG:32754} stands for; empty if it is not known. */
    static Optional<Crs> find(String name) {
        return proj(name.strip()).flatMap(text -> of(name.strip(), text));
    }

    private static Optional<Crs> of(String name, String text) {
        try {
            CRSFactory factory = new CRSFactory();
            return Optional.of(new Crs(
                    name, factory.createFromParameters(name, text), factory.createFromParameters("degrees", DEGREES)));
        } catch (Proj4jException | IllegalArgumentException e) {
            return Optional.empty(); // a PROJ text that says nothing usable
        }
    }

    /** The PROJ text of a name. */
    private static Optional<String> proj(String name) {
        if (TEXT.matcher(name).matches()) {
            return FILES.matcher(name).find() ? Optional.empty() : Optional.of(name);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        Matcher code = CODE.matcher(upper);
        if (code.matches()) {
            return byNumber(Integer.parseInt(code.group(1)));
        }
        Matcher utm = MATSIM_UTM.matcher(upper);
        if (utm.matches()) {
            return utm(Integer.parseInt(utm.group(1)), utm.group(2).equals("S"), "+datum=WGS84");
        }
        return switch (upper) {
            case "WGS84", "CRS84", "OGC:CRS84", "URN:OGC:DEF:CRS:OGC:1.3:CRS84" -> Optional.of(DEGREES);
            case "GK4", "DHDN_GK4" -> byNumber(31468);
            case "CH1903_LV03" -> byNumber(21781);
            case "CH1903_LV03_PLUS" -> byNumber(2056);
            default -> Optional.empty();
        };
    }

    private static Optional<String> byNumber(int number) {
        int zone = number % 100;
        return switch (number / 100) {
            case 326 -> utm(zone, false, "+datum=WGS84");
            case 327 -> utm(zone, true, "+datum=WGS84");
            case 258 -> utm(zone, false, "+ellps=GRS80");
            case 269 -> zone <= 23 ? utm(zone, false, "+ellps=GRS80") : Optional.empty();
            case 283 -> utm(zone, true, "+ellps=GRS80");
            case 78 -> zone >= 46 && zone <= 59 ? utm(zone, true, "+ellps=GRS80") : known(number);
            case 314 -> zone >= 66 && zone <= 69 ? Optional.of(gaussKrueger(zone - 64)) : known(number);
            default -> known(number);
        };
    }

    private static Optional<String> known(int number) {
        return Optional.ofNullable(KNOWN.get(number));
    }

    private static Optional<String> utm(int zone, boolean south, String datum) {
        return zone < 1 || zone > 60
                ? Optional.empty()
                : Optional.of("+proj=utm +zone=" + zone + (south ? " +south " : " ") + datum + " +units=m +no_defs");
    }

    private static String gaussKrueger(int zone) {
        return "+proj=tmerc +lat_0=0 +lon_0=" + 3 * zone + " +k=1 +x_0=" + (zone * 1_000_000 + 500_000) + " +y_0=0 "
                + GERMAN;
    }

    /** The name by which it was found. */
    String name() {
        return name;
    }

    /**
     * Turns easting and northing into degrees.
     *
     * @param degrees takes longitude and latitude
     * @return false if the place lies outside what the system can show
     */
    boolean toDegrees(double x, double y, double[] degrees) {
        return change(there, x, y, degrees) && Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90;
    }

    /** Metres between a place and what it becomes on the way to degrees and back: how exact the way is. */
    double roundTripMetres(double x, double y) {
        double[] place = new double[2];
        return toDegrees(x, y, place) && change(back, place[0], place[1], place)
                ? Math.hypot(place[0] - x, place[1] - y)
                : Double.POSITIVE_INFINITY;
    }

    private boolean change(BasicCoordinateTransform way, double x, double y, double[] result) {
        from.setValue(x, y);
        try {
            way.transform(from, to);
        } catch (Proj4jException | IllegalStateException e) {
            return false; // does not converge: far outside
        }
        result[0] = to.x;
        result[1] = to.y;
        return Double.isFinite(to.x) && Double.isFinite(to.y);
    }
}
