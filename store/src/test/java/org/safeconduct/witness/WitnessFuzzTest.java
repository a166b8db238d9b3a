package org.safeconduct.witness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Fuzzed;
import org.safeconduct.record.Given;
import org.safeconduct.record.TreeHead;

/** Bytes that Jazzer makes up get an answer from a witness; it cosigns none of them but the seed. */
class WitnessFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(new AddCheckpoint(0, List.of(), Fuzzed.note()).write())
                .map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyRequestGetsAnAnswer(byte[] bytes) {
        Fuzzed.comesBack(bytes, all -> AddCheckpoint.read(all).write());
        WitnessAnswer answer =
                WitnessAnswer.of(bytes, origin -> List.of(Fuzzed.logKey()), origin -> TreeHead.EMPTY, Given.STRICT);
        if (answer instanceof WitnessAnswer.Cosign cosign
                && !cosign.checkpoint().text().equals(Fuzzed.note().text())) {
            throw new AssertionError("nobody signed this");
        }
    }
}
