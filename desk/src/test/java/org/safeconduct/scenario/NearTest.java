package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding the word that was meant. */
class NearTest {

    @Test
    void twoLettersSwappedAreOneSlip() {
        assertThat(Near.distance("brich", "birch")).isEqualTo(1);
        assertThat(Near.distance("", "abc")).isEqualTo(3);
        assertThat(Near.distance("same", "same")).isZero();
    }

    @Test
    void caseAndHyphensDoNotCount() {
        assertThat(Near.to("Own-Cars", List.of("own_cars", "people"))).contains("own_cars");
    }

    @Test
    void whatIsFarIsNotSuggestedButListed() {
        assertThat(Near.to("zebra", List.of("people", "place"))).isEmpty();
        assertThat(Near.remedy("zebra", List.of("people", "place"))).isEqualTo("Known here: people, place.");
        assertThat(Near.remedy("zebra", List.of())).isEqualTo("None is known: add it first.");
    }

    @Test
    void aWordOfAMegabyteIsNotCompared() {
        assertThat(Near.to("x".repeat(1 << 20), List.of("people"))).isEmpty();
    }
}
