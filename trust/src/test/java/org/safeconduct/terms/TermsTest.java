package org.safeconduct.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Values that cannot be, and what the others say of themselves. */
class TermsTest {
    private static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");
    private static final Instant FOUR = Instant.parse("2022-03-05T14:00:00Z");

    @Test
    void aWindowContainsItsStartButNotItsEnd() {
        Window window = new Window(NINE, FOUR, ZoneOffset.UTC);
        assertThat(window.contains(NINE)).isTrue();
        assertThat(window.contains(FOUR.minusNanos(1))).isTrue();
        assertThat(window.contains(FOUR)).isFalse();
        assertThat(window.length()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aWindowThatEndsBeforeOrWhenItStartsCannotBe() {
        assertThatThrownBy(() -> new Window(FOUR, NINE, ZoneOffset.UTC)).hasMessageContaining("ends before it starts");
        assertThatThrownBy(() -> new Window(NINE, NINE, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPlaceLiesBeyondThePole() {
        assertThatThrownBy(() -> new Place("x", "X", "", 91, 0)).hasMessageContaining("latitude first");
        assertThatThrownBy(() -> new Place("x", "X", "", 0, Double.NaN)).hasMessageContaining("latitude first");
    }

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometres() {
        Place south = new Place("s", "South", "", 47, 37);
        Place north = new Place("n", "North", "", 48, 37);
        assertThat(south.kilometresTo(north)).isCloseTo(111.2, within(0.1));
        assertThat(south.kilometresTo(north)).isEqualTo(north.kilometresTo(south));
        assertThat(south.kilometresTo(south)).isZero();
    }

    @Test
    void theOtherSideOfTheEarthIsHalfWayRound() {
        Place here = new Place("h", "Here", "", 30, -40);
        Place there = new Place("t", "There", "", -30, 140);
        assertThat(here.kilometresTo(there)).isCloseTo(Math.PI * 6371.0088, within(0.1));
    }
}
