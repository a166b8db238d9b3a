package org.safeconduct.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeconduct.terms.Place;

class MgrsTest {
    private static Place at(double latitude, double longitude) {
        return new Place("p", "P", "", latitude, longitude);
    }

    /** The Eiffel tower, the zones moved for Norway and Svalbard, both hemispheres, the ends of the system. */
    @ParameterizedTest
    @CsvSource({
        "48.858220, 2.294500, 31U DQ 48251 11932",
        "60.0, 5.0, 32V KM 76979 58157",
        "78.5, 10.0, 33X UH 88848 18926",
        "-33.8, 151.2, 56H LH 33374 58562",
        "0.0, 0.0, 31N AA 66021 00000",
        "0.0, -180.0, 1N AA 66021 00000"
    })
    void knownPointsHaveKnownReferences(double latitude, double longitude, String reference) {
        String[] expected = reference.split(" ", -1);
        String[] found = Mgrs.of(at(latitude, longitude)).orElseThrow().split(" ", -1);
        assertThat(found[0] + found[1]).isEqualTo(expected[0] + expected[1]);
        assertThat(Math.abs(Integer.parseInt(found[2]) - Integer.parseInt(expected[2])))
                .isLessThanOrEqualTo(4);
        assertThat(Math.abs(Integer.parseInt(found[3]) - Integer.parseInt(expected[3])))
                .isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"37T CN 89455 16984", "37TCN8945516984", "37t cn 8945516984", " 37T CN 8945 1698 "})
    void itIsReadHoweverItIsSpaced(String written) {
        Mgrs.Position position = Mgrs.read(written).orElseThrow();
        assertThat(at(position.latitude(), position.longitude()).kilometresTo(at(47.0971, 37.5433)))
                .isLessThan(0.012);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "37T",
                "37T CN",
                "37T CN 894 169",
                "37T CN 89455 1698",
                "37T CN 89455 16984 1",
                "61T CN 89455 16984",
                "0T CN 89455 16984",
                "37I CN 89455 16984",
                "37T CI 89455 16984",
                "37T ZZ 89455 16984",
                "37X CN 89455 16984",
                "38T CN 99999 99999",
                "32X NK 00000 00000",
                "47.0971, 37.5433"
            })
    void whatNamesNoSquareOfTenMetresIsNotRead(String written) {
        assertThat(Mgrs.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, -80.01, 84.01, 90})
    void nearThePolesThereIsNone(double latitude) {
        assertThat(Mgrs.of(at(latitude, 30))).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAsTheSamePointWithinTwoMetres() {
        long seed = Long.getLong("seed", 17);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Place place = at(-80 + 164 * random.nextDouble(), -180 + 360 * random.nextDouble());
            String written = Mgrs.of(place).orElseThrow();
            Mgrs.Position read = Mgrs.read(written).orElseThrow(() -> new AssertionError("seed " + seed + written));
            assertThat(place.kilometresTo(at(read.latitude(), read.longitude())))
                    .as("seed %d, %s: %s", seed, place, written)
                    .isLessThan(0.002);
        }
    }
}
