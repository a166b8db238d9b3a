package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.TreeHead;

class SpokenWordsTest {

    @Test
    void thereIsAWordForEveryByteAndNoTwoAreAlike() {
        List<String> words = SpokenWords.words();
        Set<String> starts = new HashSet<>();
        assertThat(words).hasSize(256).isSorted().allMatch(word -> word.matches("[a-z]{5,8}"));
        for (String word : words) {
            assertThat(starts.add(word.substring(0, 4))).as(word).isTrue();
            for (String other : words) {
                assertThat(word.equals(other) || distance(word, other) >= 3)
                        .as("%s, %s", word, other)
                        .isTrue();
            }
        }
    }

    /** Letters to put in, take out or change to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = i > 0 && one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = i == 0 ? j : Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    @Test
    void anotherKeyOrAnotherHeadHasOtherWords() {
        List<String> words = SpokenWords.ofKey(Bytes.of(new byte[32]));
        assertThat(words).hasSize(SpokenWords.COUNT).isEqualTo(SpokenWords.ofKey(Bytes.of(new byte[32])));
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(SpokenWords.ofKey(Bytes.of(other))).isNotEqualTo(words);
        assertThat(SpokenWords.ofHead("a.example", TreeHead.EMPTY))
                .isNotEqualTo(SpokenWords.ofHead("b.example", TreeHead.EMPTY));
    }
}
