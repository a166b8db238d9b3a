package org.safeconduct.streets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsesTest {
    @Test
    void aNumberIsShownWhole() {
        assertThat(Uses.shortened("")).isEmpty();
        assertThat(Uses.shortened("12-14(1)")).isEqualTo("12-14(1)");
        assertThat(Uses.shortened("A 656;E 12;E 45;B 37;L 1")).isEqualTo("A 656;E 12;E 45;B 37;L 1");
    }

    @Test
    void aNumberThatWasPutTogetherOfManyIsShownByItsFirstAndItsLast() {
        assertThat(Uses.shortened("42279-42277-42275-42273-42271")).isEqualTo("42279…42271");
        assertThat(Uses.shortened("A 656;E 12;E 45;B 37;L 11;L 12")).isEqualTo("A 656…L 12");
    }

    @Test
    void anotherLongNumberIsShownByItsEnds() {
        assertThat(Uses.shortened("abcdefghijklmnopqrstuvwxyz")).isEqualTo("abcdefghijkl…opqrstuvwxyz");
        assertThat(Uses.shortened("-" + "1234567890".repeat(3))).isEqualTo("-12345678901…901234567890");
        assertThat(Uses.shortened("-".repeat(30))).isEqualTo("------------…------------");
        assertThat(Uses.shortened("🚑".repeat(30))).isEqualTo("🚑".repeat(12) + "…" + "🚑".repeat(12));
    }
}
