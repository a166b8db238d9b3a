package org.safeconduct.verify;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.ForkProof;
import org.safeconduct.record.LogForkProof;

/** Bytes that Jazzer makes up, as a bundle or as a proof, have a finding; none but the seeds are intact. */
class BundleFuzzTest {

    private static final GivenLog LOG = GivenLog.of(3);

    static Stream<Arguments> seeds() {
        byte[] proof = LOG.proof(1).write();
        GivenLog other = GivenLog.of(2);
        other.say("anna", "otherwise");
        LogForkProof ofLog = LogForkProof.of(other.checkpoint(), 3, LOG.checkpoint(), LOG.head(), LOG.tree());
        ForkProof ofAnna = ForkProof.of(other.entries.getLast(), LOG.entries.getLast());
        Stream<byte[]> forks = Stream.of(ofLog.write(), ofAnna.write());
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
