package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up get an answer from a witness; it cosigns none of them but the seed. */
class WitnessFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(new AddCheckpoint(0, List.of(), Fuzzed.note()).write())
                .map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyRequestGetsAnAnswer(byte[] bytes) {
        Fuzzed.request(bytes);
    }
}
