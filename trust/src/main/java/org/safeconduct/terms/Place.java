package org.safeconduct.terms;

/**
 * A town, crossing, hall or checkpoint, with the name each side uses for it.
 *
 * @param id short name used in files
 * @param name the name written first
 * @param otherNames names others use, separated by " / "; empty if none
 * @param latitude decimal degrees, WGS 84
 * @param longitude decimal degrees, WGS 84
 */
public record Place(String id, String name, String otherNames, double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Place {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(
                    "place " + id + " at " + latitude + ", " + longitude + ": give degrees, latitude first");
        }
    }

    /** Great-circle distance in kilometres: no road is shorter. */
    public double kilometresTo(Place other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double halfLat = Math.sin((lat2 - lat1) / 2);
        double halfLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLon * halfLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
