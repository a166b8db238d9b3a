package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up are a proof or a disclosure and come back as they were, or are told to be wrong. */
class ProofFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(
                        Fuzzed.fork().write(),
                        Fuzzed.logged().write(),
                        Fuzzed.logFork().write(),
                        Fuzzed.disclosure().write())
                .map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreAProofOrAreTold(byte[] bytes) {
        Fuzzed.proof(bytes);
    }
}
