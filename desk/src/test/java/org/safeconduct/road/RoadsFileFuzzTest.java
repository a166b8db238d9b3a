package org.safeconduct.road;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of kept networks under Jazzer: with checksums that fit, so that the rest is looked at too. */
class RoadsFileFuzzTest {
    private static final String KEY = "00".repeat(32);

    private static byte[] kept() throws Exception {
        Path file = Files.createTempFile("kept", ".roads");
        Roads roads = Sketch.joined(Joining.ALIKE).road("a-b-c").oneWay("c-d").build();
        ReadReport report = new ReadReport(
                "x",
                KEY,
                "made",
                1,
                2,
                3,
                Map.of("dropped", 1L),
                Map.of("guessed", 2L),
                Map.of("unheeded", 3L),
                List.of("note"));
        RoadsFile.write(file, new Roads(roads.columns(), report));
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    static Stream<Arguments> seeds() throws Exception {
        return Fuzzing.seeds(kept());
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreANetworkOrNone(byte[] bytes) throws Exception {
        if (bytes.length >= RoadsFile.HEADER_BYTES) {
            RoadsFile.parse(MemorySegment.ofArray(RoadsFile.withChecksums(bytes)), KEY, "x");
        }
    }
}
