package org.safeconduct.witness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Given;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;

/** Bytes that Jazzer makes up get an answer from a witness; it cosigns none of them but the seed. */
class WitnessFuzzTest {

    private static final SignedNote NOTE =
            new Checkpoint(Given.ORIGIN, new TreeHead(1, Hash.NONE)).sign(Given.signer("log"));
    private static final VerifierKey LOG = new VerifierKey(
            Given.ORIGIN, VerifierKey.Use.NOTE, Given.signer("log").key());

    static Stream<Arguments> seeds() {
        return Stream.of(new AddCheckpoint(0, List.of(), NOTE).write()).map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyRequestGetsAnAnswer(byte[] bytes) {
        requireThatItComesBack(bytes);
        WitnessAnswer answer = WitnessAnswer.of(bytes, origin -> List.of(LOG), origin -> TreeHead.EMPTY, Given.STRICT);
        if (answer instanceof WitnessAnswer.Cosign cosign
                && !cosign.checkpoint().text().equals(NOTE.text())) {
            throw new AssertionError("nobody signed this");
        }
    }

    private static void requireThatItComesBack(byte[] bytes) {
        try {
            if (!Arrays.equals(bytes, AddCheckpoint.read(bytes).write())) {
                throw new AssertionError("read, but written back in another way");
            }
        } catch (Malformed e) {
            if (e.getMessage().isEmpty()) {
                throw new AssertionError("refused without a word", e);
            }
        }
    }
}
