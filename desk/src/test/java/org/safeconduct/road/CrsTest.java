package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {
    @Test
    void utmAgreesWithAnotherWayToWorkItOutToAMillimetre() {
        Crs crs = Crs.find("EPSG:32754").orElseThrow();
        Random random = new Random(1);
        double[] degrees = new double[2];
        for (int i = 0; i < 1000; i++) {
            double x = 100_000 + 800_000 * random.nextDouble();
            double y = 4_000_000 + 6_000_000 * random.nextDouble();
            double[] expected = TransverseMercator.toDegrees(x, y, 54);
            assertThat(crs.toDegrees(x, y, degrees)).isTrue();
            assertThat(degrees[0]).isCloseTo(expected[0], within(1e-8));
            assertThat(degrees[1]).isCloseTo(expected[1], within(1e-8));
            assertThat(crs.roundTripMetres(x, y)).isLessThan(1e-3);
        }
    }

    /** Known points: the zones' own origins, towers and churches as maps give them. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:32633, 500000, 0, 15, 0",
        "EPSG:32754, 500000, 10000000, 141, 0",
        "WGS84_UTM54S, 500000, 10000000, 141, 0",
        "EPSG:28355, 500000, 10000000, 147, 0",
        "EPSG:25832, 500000, 0, 9, 0",
        "EPSG:7855, 500000, 10000000, 147, 0",
        "EPSG:3857, 0, 0, 0, 0",
        "EPSG:3857, 20037508.342789244, 0, 180, 0",
        "EPSG:2154, 700000, 6600000, 3, 46.5",
        "EPSG:3035, 4321000, 3210000, 10, 52",
        "EPSG:2056, 2600000, 1200000, 7.4386, 46.9511",
        "EPSG:21781, 600000, 200000, 7.4386, 46.9511",
        "EPSG:31468, 4468503, 5333317, 11.5756, 48.1375",
        "EPSG:27700, 530268, 179640, -0.1246, 51.5007",
        "+proj=utm +zone=33 +datum=WGS84, 500000, 0, 15, 0",
        "WGS84, 8.5, 49.5, 8.5, 49.5"
    })
    void knownPointsLieWhereTheyShould(String name, double x, double y, double longitude, double latitude) {
        double[] degrees = new double[2];
        assertThat(Crs.find(name).orElseThrow().toDegrees(x, y, degrees)).isTrue();
        assertThat(degrees[0]).isCloseTo(longitude, within(5e-4));
        assertThat(degrees[1]).isCloseTo(latitude, within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EPSG:",
                "EPSG:32661",
                "EPSG:32700",
                "EPSG:99999",
                "Atlantis",
                "+proj=foo",
                "+proj=utm +zone=xx",
                "+proj=utm +zone=33 +nadgrids=/etc/passwd",
                "+init=epsg:32633",
                "+proj=lcc",
                "rubbish",
                "+proj=tmerc +ellps=nope"
            })
    void whatIsUnknownIsNothing(String name) {
        assertThat(Crs.find(name)).isEmpty();
    }

    @Test
    void aPlaceOutsideIsNoPlace() {
        double[] degrees = new double[2];
        Crs crs = Crs.find("EPSG:32754").orElseThrow();
        for (double x : new double[] {1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(crs.toDegrees(x, 5e6, degrees) && crs.roundTripMetres(x, 5e6) < 1)
                    .as("%s", x)
                    .isFalse();
        }
    }
}
