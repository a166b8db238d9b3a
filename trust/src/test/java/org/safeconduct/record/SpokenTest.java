package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpokenTest {

    private static Hash beginningWith(int first, int second) {
        byte[] octets = new byte[32];
        octets[0] = (byte) first;
        octets[1] = (byte) second;
        return Hash.at(octets, 0);
    }

    @Test
    void everySixteenBitsAreAnotherWord() {
        Set<String> words = new HashSet<>();
        for (int bits = 0; bits < 1 << 16; bits++) {
            words.add(Spoken.of(beginningWith(bits >> 8, bits)).substring(0, 5));
        }
        assertThat(words)
                .hasSize(1 << 16)
                .allMatch(word -> word.matches("[bdfghj-np-tvz][aiou][bdfghj-np-tvz][aiou][bdfghj-np-tvz]"));
    }

    @Test
    void aKeyIsEightWords() {
        assertThat(Spoken.of(AuthorKey.of(Given.signer("anna")))).matches("([a-z]{5}-){7}[a-z]{5}");
        assertThat(Spoken.of(Hash.NONE)).startsWith("babab-babab-");
    }
}
