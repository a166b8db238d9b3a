package org.safeconduct.verify;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that Jazzer makes up, as a bundle or as a proof, have a finding; none but the seeds are intact. */
class BundleFuzzTest {

    private static final GivenLog LOG = GivenLog.of(3);

    static Stream<Arguments> seeds() {
        byte[] proof = LOG.proof(1).write();
        GivenLog other = GivenLog.of(2);
        other.say("anna", "otherwise");
        Histories told = Histories.of(
                new Side.OfBundle(LOG.bundle()),
                new Side.OfBundle(other.bundle()),
                GivenLog.policy("A"),
                GivenLog.STRICT);
        Stream<byte[]> forks = ((Histories.Two) told).forks().stream().map(Fork::write);
        return Stream.concat(Stream.of(LOG.bundle().write(), proof), forks).map(file -> Arguments.of((Object) file));
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
