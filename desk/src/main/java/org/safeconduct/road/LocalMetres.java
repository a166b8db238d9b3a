package org.safeconduct.road;

/**
 * Metres per degree around one latitude, on the WGS 84 ellipsoid: good to one part in a thousand within 30 km.
 *
 * @param east metres per degree of longitude
 * @param north metres per degree of latitude
 */
record LocalMetres(double east, double north) {
    private static final double EQUATOR_METRES = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    static LocalMetres at(double latitude) {
        double phi = Math.toRadians(Math.clamp(latitude, -89.9, 89.9));
        double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double normal = EQUATOR_METRES / Math.sqrt(w);
        double meridian = EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        return new LocalMetres(Math.toRadians(normal * Math.cos(phi)), Math.toRadians(meridian));
    }

    double between(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Math.hypot((longitude2 - longitude1) * east, (latitude2 - latitude1) * north);
    }
}
