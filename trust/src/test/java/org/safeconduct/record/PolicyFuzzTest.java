package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up are a policy, which means the same when written again, or are told to be wrong. */
class PolicyFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(Fuzzed.policy().write()).map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreAPolicyOrAreTold(byte[] bytes) {
        Fuzzed.policy(bytes);
    }
}
