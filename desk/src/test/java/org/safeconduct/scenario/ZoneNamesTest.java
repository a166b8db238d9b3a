package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ZoneNamesTest {

    @Test
    void aZoneWhoseIdSaysItTheWrongWayRoundIsCalledByItsOffset() {
        assertThat(ZoneNames.of(ZoneId.of("Etc/GMT-2"))).isEqualTo("UTC+02:00");
        assertThat(ZoneNames.of(ZoneId.of("Etc/GMT+5"))).isEqualTo("UTC-05:00");
    }

    @Test
    void allOthersKeepTheirNames() {
        assertThat(ZoneNames.of(ZoneId.of("Europe/Kyiv"))).isEqualTo("Europe/Kyiv");
        assertThat(ZoneNames.of(ZoneId.of("UTC"))).isEqualTo("UTC");
        assertThat(ZoneNames.of(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(ZoneNames.of(ZoneOffset.ofHours(3))).isEqualTo("UTC+03:00");
    }
}
