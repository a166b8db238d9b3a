package org.safeconduct.places;

import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import mil.nga.mgrs.grid.GridType;
import org.safeconduct.terms.Place;

/**
 * The Military Grid Reference System, on WGS 84. A reference names a square and is read as its south-western corner:
 *
 * <pre>
 *   37T CN 89455 16984     zone and band, square of 100 km, metres east, metres north
 * </pre>
 */
public final class Mgrs {
    private static final double SOUTHERNMOST = -80;
    private static final double NORTHERNMOST = 84;
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]{2}) ?(?:(\\d{4}) ?(\\d{4})|(\\d{5}) ?(\\d{5}))");
    private static final double INSIDE = 5e-6; // half a metre, off the border of the square
    private static final int SQUARE = 3; // band letter and the two of the square, after the zone

    private Mgrs() {}

    /**
     * A point on the ground.
     *
     * @param latitude decimal degrees, WGS 84
     * @param longitude decimal degrees, WGS 84
     */
    public record Position(double latitude, double longitude) {}

    /** The reference of a place to a metre; empty near the poles, where the system has another form. */
    public static Optional<String> of(Place place) {
        if (place.latitude() < SOUTHERNMOST || place.latitude() > NORTHERNMOST) {
            return Optional.empty();
        }
        String all = reference(place.longitude(), place.latitude());
        int digits = all.length() - 10;
        return Optional.of(all.substring(0, digits - 2) + " " + all.substring(digits - 2, digits) + " "
                + all.substring(digits, digits + 5) + " " + all.substring(digits + 5));
    }

    /**
     * What somebody wrote, with or without blanks, to 1 m or 10 m.
     *
     * @return empty if it is no reference, names a larger square, or one that its zone does not have
     */
    public static Optional<Position> read(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String plain = matcher.group().replace(" ", "");
        try {
            Point corner = MGRS.parse(plain).toPoint();
            boolean isThere = square(reference(corner.getLongitude() + INSIDE, corner.getLatitude() + INSIDE))
                    .equals(square(plain.startsWith("0") ? plain.substring(1) : plain));
            return isThere ? Optional.of(new Position(corner.getLatitude(), corner.getLongitude())) : Optional.empty();
        } catch (ParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String reference(double longitude, double latitude) {
        return MGRS.from(Point.degrees(longitude, latitude)).coordinate(GridType.METER);
    }

    private static String square(String reference) {
        int digits = Character.isDigit(reference.charAt(1)) ? 2 : 1;
        return reference.substring(0, digits + SQUARE);
    }
}
