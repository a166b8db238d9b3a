package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Plan.Span;
import org.safeconduct.terms.Window;

class FormatsTest {
    private static final Window DAY = Valley.window(7, 18);
    private final Formats formats = formats(DAY, Valley.KYIV, Valley.MOSCOW);

    private static Formats formats(Window horizon, ZoneId... zones) {
        return new Formats(Messages.english(), List.of(zones), horizon);
    }

    @Test
    void anUpperBoundIsRoundedUpToTwoFigures() {
        assertThat(LongStream.of(0, 7, 19, 20, 21, 96, 100, 101, 381, 858, 999, 1_001, 10_867, 195_001)
                        .map(Formats::roundedUp))
                .containsExactly(
                        0L, 7L, 19L, 20L, 25L, 100L, 100L, 110L, 390L, 860L, 1_000L, 1_100L, 11_000L, 200_000L);
    }

    @Test
    void anUpperBoundIsNeverRoundedDownNorAboveEveryone() {
        for (long people = 0; people < 30_000; people += 7) {
            assertThat(Formats.roundedUp(people)).isBetween(people, people + Math.max(5, people / 10));
        }
        assertThat(formats.atMost(new Span(4_321, 4_321), new Span(4_321, 4_321)))
                .isEqualTo("4,321");
        assertThat(formats.atMost(new Span(4_310, 4_321), new Span(4_321, 4_321)))
                .isEqualTo("4,321");
    }

    @Test
    void aBoundIsShownLowToHigh() {
        assertThat(formats.atMost(new Span(381, 858), new Span(20_000, 20_000))).isEqualTo("about 390–860");
        assertThat(formats.atMost(new Span(3, 3), new Span(20_000, 20_000))).isEqualTo("3");
    }

    @Test
    void aTimeNamesEveryZone() {
        assertThat(formats.time(Valley.at(16, 0))).isEqualTo("16:00 Kyiv (17:00 Moscow)");
        assertThat(formats.window(Valley.window(9, 16))).isEqualTo("09:00–16:00 Kyiv (10:00–17:00 Moscow)");
        Instant nine = Valley.window(9, 16).from();
        assertThat(formats.window(nine, nine.plusSeconds(30))).isEqualTo("09:00 Kyiv (10:00 Moscow)");
        assertThat(formats(DAY, ZoneOffset.UTC).time(Valley.at(16, 0))).isEqualTo("14:00 UTC");
        assertThat(formats(DAY, ZoneOffset.ofHours(3)).time(Valley.at(16, 0))).isEqualTo("17:00 UTC+03:00");
    }

    @Test
    void afterTheClocksChangeBothZonesShowTheSameTime() {
        Instant afternoon = Instant.parse("2022-03-27T13:00:00Z");
        Window day =
                new Window(Instant.parse("2022-03-27T05:00:00Z"), Instant.parse("2022-03-27T18:00:00Z"), Valley.KYIV);
        assertThat(formats(day, Valley.KYIV, Valley.MOSCOW).time(afternoon)).isEqualTo("16:00 Kyiv (16:00 Moscow)");
    }

    @Test
    void aDateStandsWhereTheDayIsNotPlain() {
        Instant late = Instant.parse("2022-03-05T21:30:00Z");
        assertThat(formats.time(late)).isEqualTo("23:30 Kyiv (6 Mar 00:30 Moscow)");
        Window twoDays = new Window(DAY.from(), Instant.parse("2022-03-06T16:00:00Z"), Valley.KYIV);
        assertThat(formats(twoDays, Valley.KYIV).time(Valley.at(16, 0))).isEqualTo("5 Mar 16:00 Kyiv");
        assertThat(formats(twoDays, Valley.KYIV).days(twoDays))
                .isEqualTo("Saturday 5 March 2022 – Sunday 6 March 2022");
    }

    @Test
    void oneOfAThingIsOneOfIt() {
        assertThat(formats.people(1)).isEqualTo("1 person");
        assertThat(formats.vehicles(2)).isEqualTo("2 vehicles");
    }
}
