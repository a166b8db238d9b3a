package org.safeconduct.verify;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Malformed;

/** Bytes that Jazzer makes up are a bundle with a finding, or are told to be none; none but the seed is intact. */
class BundleFuzzTest {

    private static final GivenLog LOG = GivenLog.of(3);

    static Stream<Arguments> seeds() {
        return Stream.of(Arguments.of((Object) LOG.bundle().write()));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesHaveAFindingOrAreTold(byte[] zip) {
        try {
            Bundle bundle = Bundle.read(zip, 1 << 22);
            Finding finding = GivenLog.finding(bundle);
            if (finding.lines().isEmpty()) {
                throw new AssertionError("a finding without words");
            }
            if (finding instanceof Finding.Intact intact
                    && !intact.facts().checkpoint().head().equals(LOG.head())) {
                throw new AssertionError("nobody signed this");
            }
        } catch (Malformed e) {
            if (e.getMessage().isEmpty()) {
                throw new AssertionError("refused without a word", e);
            }
        }
    }
}
