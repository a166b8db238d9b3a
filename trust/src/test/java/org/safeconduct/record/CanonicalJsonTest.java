package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(String text) throws Malformed {
        return new String(CanonicalJson.write(CanonicalJson.parse(utf8(text))), StandardCharsets.UTF_8);
    }

    @Test
    void namesAreOrderedByTheirUtf16CodeUnits() throws Malformed {
        assertThat(canonical("{\"\uFB01\":1,\"\uD83D\uDE00\":2,\"€\":3,\"1\":4}"))
                .as("a character beyond the first plane begins with a surrogate, which is less than U+FB01")
                .isEqualTo("{\"1\":4,\"€\":3,\"\uD83D\uDE00\":2,\"\uFB01\":1}");
    }

    @Test
    void whatAPersonWroteIsReadInAnyOrderAndWrittenInOne() throws Malformed {
        assertThat(canonical(" { \"b\" : [ 1 , -2 ] ,\n\t\"a\" : \"\\u0041\\/\" } "))
                .isEqualTo("{\"a\":\"A/\",\"b\":[1,-2]}");
    }

    @Test
    void controlCharactersAreEscapedInTheShortestWay() throws Malformed {
        assertThat(canonical("\"\\u0008\\u0009\\u000a\\u000c\\u000d\\u001F\\u007f\\\"\""))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\u001f\u007f\\\"\"");
    }

    @Test
    void whatIsNotCanonicalIsToldAtItsFirstByteWithWhatToWrite() {
        assertThatThrownBy(() -> CanonicalJson.read(utf8("{\"a\":1, \"b\":2}")))
                .hasMessage("byte 7: not canonical; write \"b\":2} here");
        assertThatThrownBy(() -> CanonicalJson.read(utf8("[1]\n")))
                .hasMessage("byte 3: not canonical; write nothing here");
    }

    @Test
    void thirtyTwoLevelsAreReadAndThirtyThreeAreNot() throws Malformed {
        String deepest = "[".repeat(32) + "]".repeat(32);
        assertThat(canonical(deepest)).isEqualTo(deepest);
        assertThatThrownBy(() -> canonical("[" + deepest + "]")).hasMessageContaining("more than 32 levels; nest less");
    }

    @Test
    void sixteenKibibytesAreReadAndOneByteMoreIsNot() throws Malformed {
        String longest = "\"" + "x".repeat(16 * 1024 - 2) + "\"";
        assertThat(canonical(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> canonical(longest + " ")).hasMessageContaining("16385 bytes, at most 16384");
    }

    @Test
    void aValueThatCannotBeWrittenCannotBe() {
        assertThatThrownBy(() -> new Json.Whole(1L << 53)).hasMessageContaining("beyond 2^53 - 1");
        assertThatThrownBy(() -> new Json.Text("\uD800")).hasMessageContaining("half a surrogate pair");
        assertThatThrownBy(() -> new Json.Text("e\u0301")).hasMessageContaining("not in NFC");
    }

    @Test
    void whateverIsWrittenIsReadBackAsItWas() throws Malformed {
        long seed = Given.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Json value = anyValue(random, 0);
            assertThat(CanonicalJson.read(CanonicalJson.write(value)))
                    .as("-Dseed=%d", seed)
                    .isEqualTo(value);
        }
    }

    private static Json anyValue(Random random, int level) {
        return switch (random.nextInt(level < 4 ? 6 : 4)) {
            case 0 -> new Json.Nothing();
            case 1 -> new Json.Truth(random.nextBoolean());
            case 2 -> new Json.Whole(random.nextLong() >> (11 + random.nextInt(50)));
            case 3 -> new Json.Text(anyText(random));
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(anyValue(random, level + 1));
                }
                yield new Json.Items(items);
            }
            default -> {
                TreeMap<String, Json> members = new TreeMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(anyText(random), anyValue(random, level + 1));
                }
                yield new Json.Members(members);
            }
        };
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint("\u0000\n\"\\/aёם語\uFB01€".codePointAt(random.nextInt(11)));
        }
        return text.append(random.nextBoolean() ? "\uD83D\uDE00" : "").toString();
    }
}
