package org.safeconduct.witness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Malformed;
import org.safeconduct.verify.GivenLog;

/** Bytes that Jazzer makes up, held against a bundle, are one history with it, or two, or tell nothing; or are no side at all. */
class SideFuzzTest {

    private static final GivenLog LOG = GivenLog.of(3);

    static Stream<Arguments> seeds() {
        GivenLog other = GivenLog.of(2);
        other.say("anna", "otherwise");
        return Stream.of(
                        other.bundle().write(),
                        other.checkpoint().write(),
                        other.entries.getLast().leaf().toArray())
                .map(file -> Arguments.of((Object) file));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreToldFromTheRecord(byte[] file) {
        try {
            Histories told = Histories.of(
                    Side.read(file, 1 << 20), new Side.OfBundle(LOG.bundle()), GivenLog.policy("A"), GivenLog.STRICT);
            if (told.lines().isEmpty()) {
                throw new AssertionError("an outcome without words");
            }
        } catch (Malformed expected) {
            if (expected.getMessage().isEmpty()) {
                throw new AssertionError("a refusal without words");
            }
        }
    }
}
