package org.safeconduct.streets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchIdsTest {
    private static List<String> ids(List<String> segments, String... ways) {
        StretchIds ids = new StretchIds(segments.stream(), Stream.of(ways));
        return Stream.of(ways).map(ids::next).toList();
    }

    @Test
    void waysOfNumbersAreCalledByThem() {
        assertThat(ids(List.of(), "4711", "4712", "4711", "4711", "-5"))
                .containsExactly("w4711", "w4712", "w4711.2", "w4711.3", "w-5");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "42279-42277(1)|w42279-42277(1)",
                "-2914#1|w-2914#1",
                "Straße_7:вулиця|wStraße_7:вулиця",
                "old mill|wold%20mill",
                "<b>&\"'|w%3Cb%3E%26%22%27",
                "a/../b|wa%2F..%2Fb",
                "50%20|w50%2520"
            },
            delimiter = '|')
    void lettersDigitsAndAFewMarksStayAndAllElseIsWrittenAsInAnAddress(String way, String id) {
        assertThat(ids(List.of(), way)).containsExactly(id);
    }

    @Test
    void noIdTurnsTheTextAroundOrMovesTheCursor() {
        assertThat(ids(List.of(), "a\u202Eb", "\u001B[31m", "a\u0085b\u200B"))
                .containsExactly("wa%E2%80%AEb", "w%1B%5B31m", "wa%C2%85b%E2%80%8B");
    }

    @Test
    void aWayIsNeverTakenForAnothersSecondStretchNorForASegment() {
        assertThat(ids(List.of(), "7", "7.2", "7", "7.2")).containsExactly("w7", "w7.2", "w7.3", "w7.2.2");
        assertThat(ids(List.of("w7", "w8.2"), "7", "8", "8")).containsExactly("w7.2", "w8", "w8.3");
    }

    @Test
    void whateverWaysAreCalledEachStretchHasAnIdOfItsOwnThatTellsTheWay() {
        Random random = new Random(Long.getLong("seed", 7));
        for (int round = 0; round < 200; round++) {
            List<String> ways = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ways.add(name(random));
            }
            List<String> ids = ids(List.of(), ways.toArray(String[]::new));
            assertThat(new HashSet<>(ids)).as("round %d", round).hasSameSizeAs(ids);
            ways.forEach(way -> assertThat(
                            URLDecoder.decode(StretchIds.first(way).replace("+", "%2B"), StandardCharsets.UTF_8))
                    .isEqualTo("w" + way));
        }
    }

    private static String name(Random random) {
        int[] letters = "a.2% <é+\u0007".codePoints().toArray();
        return IntStream.range(0, 1 + random.nextInt(4))
                .map(i -> letters[random.nextInt(letters.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
