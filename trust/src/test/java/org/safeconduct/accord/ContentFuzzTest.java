package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;

/** Whatever JSON an entry holds, it is read as what its type says, or every flaw of it is told. */
class ContentFuzzTest {
    private static final List<String> TYPES = List.of(
            "founding",
            "founding-consent",
            "mandate",
            "mandate-end",
            "key-rotation",
            "key-revocation",
            "release",
            "proposal",
            "amendment",
            "answer",
            "ratification",
            "withdrawal",
            "finding",
            "fulfilment",
            "confirmation",
            "suspension",
            "opening",
            "closing",
            "observation",
            "meeting",
            "statement",
            "position",
            "undertaking",
            "outcome",
            "derivation",
            "notice",
            "notice-step",
            "incident",
            "claim",
            "assessment");

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "0" + Talks.FOUNDING.replace("<key ", "01").replace('\'', '"'),
                        "7" + Talks.corridor("west", Talks.FIVE).replace('\'', '"'),
                        "9{\"clauses\":[{\"clause\":\"*\",\"says\":\"conditional\",\"if\":\"x\"}],\"text\":\"west\",\"version\":\"00\"}")
                .map(seed -> Arguments.of((Object) seed.getBytes(StandardCharsets.UTF_8)));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyContentIsReadOrItsFlawsAreTold(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        String type = TYPES.get(Math.floorMod(bytes[0] - '0', TYPES.size()));
        try {
            Json json = CanonicalJson.parse(Arrays.copyOfRange(bytes, 1, bytes.length));
            if (json instanceof Json.Members content) {
                assertThat(Accord.listFlaws(type, content))
                        .allSatisfy(flaw -> assertThat(flaw.remedy()).isNotEmpty());
            }
        } catch (Malformed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
