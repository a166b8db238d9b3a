package org.safeconduct.road;

/**
 * UTM of the southern half, inverse, by Krüger's series as in C. F. F. Karney, <i>Transverse Mercator with an accuracy of a few nanometers</i>
 * (2011), to the fourth order: written from the paper, to compare with.
 */
final class TransverseMercator {
    private static final double FLATTENING = 1 / 298.257223563;

    private TransverseMercator() {}

    static double[] toDegrees(double easting, double northing, int zone) {
        double n = FLATTENING / (2 - FLATTENING);
        double radius = 6_378_137 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double xi = (northing - 10_000_000) / (0.9996 * radius);
        double eta = (easting - 500_000) / (0.9996 * radius);
        double[] beta = {
            n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96 - Math.pow(n, 4) / 360,
            n * n / 48 + n * n * n / 15 - 437 * Math.pow(n, 4) / 1440,
            17 * n * n * n / 480 - 37 * Math.pow(n, 4) / 840,
            4397 * Math.pow(n, 4) / 161_280
        };
        double xiSphere = xi;
        double etaSphere = eta;
        for (int j = 1; j <= beta.length; j++) {
            xiSphere -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            etaSphere -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double longitude = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere));
        double conformal = Math.asin(Math.sin(xiSphere) / Math.cosh(etaSphere));
        return new double[] {6 * zone - 183 + Math.toDegrees(longitude), Math.toDegrees(geographic(conformal))};
    }

    /** The latitude whose conformal latitude this is, by repeated approach. */
    private static double geographic(double conformal) {
        double e = Math.sqrt(FLATTENING * (2 - FLATTENING));
        double latitude = conformal;
        for (int i = 0; i < 30; i++) {
            double s = e * Math.sin(latitude);
            double stretched = Math.tan(Math.PI / 4 + conformal / 2) * Math.pow((1 + s) / (1 - s), e / 2);
            latitude = 2 * Math.atan(stretched) - Math.PI / 2;
        }
        return latitude;
    }
}
