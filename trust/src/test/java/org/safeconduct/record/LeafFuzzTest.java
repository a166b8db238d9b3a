package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up are a leaf or a bundle of leaves and come back as they were, or are told to be wrong. */
class LeafFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(Given.signed("anna", ChainHead.START, "text").leaf().toArray())
                .map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreALeafOrAreTold(byte[] bytes) {
        Fuzzed.leaf(bytes);
    }
}
