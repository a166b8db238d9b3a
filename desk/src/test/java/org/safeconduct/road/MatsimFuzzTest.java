package org.safeconduct.road;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of MATSim networks under Jazzer. */
class MatsimFuzzTest {

    static Stream<Arguments> seeds() throws Exception {
        return Fuzzing.seeds(Fuzzing.utf8(MatsimReaderTest.GOOD));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreANetworkOrHaveProblems(byte[] bytes) throws Exception {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            Fuzzing.holdsTogether(MatsimReader.read(in, ReadOptions.standard(), ReadReport.made("x.xml")));
        } catch (RoadProblems problems) {
            Fuzzing.isTold(problems);
        }
    }
}
