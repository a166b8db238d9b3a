package org.safeconduct.record;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up are a signed checkpoint, which no key has signed, or are told to be wrong. */
class NoteFuzzTest {

    static Stream<Arguments> seeds() throws Malformed {
        return Stream.of(Fuzzed.note().write()).map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreANoteOrAreTold(byte[] bytes) {
        Fuzzed.note(bytes);
    }
}
