package org.safeconduct.verify;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up, as a bundle or as the proof of one entry, have a finding; none but the seeds are intact. */
class BundleFuzzTest {

    private static final GivenLog LOG = GivenLog.of(3);

    static Stream<Arguments> seeds() {
        byte[] proof = LOG.proof(1).write();
        return Stream.of(Arguments.of((Object) LOG.bundle().write()), Arguments.of((Object) proof));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesHaveAFinding(byte[] file) {
        Finding finding = Verification.ofFile(file, GivenLog.policy("A"), GivenLog.STRICT);
        if (finding.lines().isEmpty()) {
            throw new AssertionError("a finding without words");
        }
        if (finding instanceof Finding.Intact intact
                && !intact.facts().checkpoint().head().equals(LOG.head())) {
            throw new AssertionError("nobody signed this");
        }
    }
}
