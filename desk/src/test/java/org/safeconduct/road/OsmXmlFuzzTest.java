package org.safeconduct.road;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of OpenStreetMap XML under Jazzer. */
class OsmXmlFuzzTest {
    @TempDir
    Path folder;

    static Stream<Arguments> seeds() throws Exception {
        return Fuzzing.seeds(Fuzzing.utf8(Fuzzing.village().xml()));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreANetworkOrHaveProblems(byte[] bytes) throws Exception {
        Fuzzing.read(folder, "x.osm", bytes);
    }
}
