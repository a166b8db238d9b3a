package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that Jazzer makes up name a tile or a key in the only way there is, or are told to be wrong. */
class PathFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(
                        new TileId(0, 1_234_067, 12).path().getBytes(StandardCharsets.UTF_8),
                        Fuzzed.logKey().toString().getBytes(StandardCharsets.UTF_8))
                .map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyTextIsANameOrIsTold(byte[] bytes) {
        Fuzzed.name(bytes);
    }
}
