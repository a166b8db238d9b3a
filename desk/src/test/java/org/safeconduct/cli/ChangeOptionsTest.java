package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeOptionsTest {

    @ParameterizedTest
    @CsvSource({"30m, 30", "1h, 60", "1h30m, 90", "90 min, 90", "+15m, 15", "-30m, -30", "48h, 2880"})
    void timesAreReadInHoursAndMinutes(String text, long minutes) {
        assertThat(ChangeOptions.time(text))
                .hasValueSatisfying(time -> assertThat(time).hasMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "h", "m30", "1d", "49h", "1h30", "1.5h", "١h"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(ChangeOptions.time(text)).isEmpty();
    }
}
