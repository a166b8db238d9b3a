package org.safeconduct.road;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of nodes and edges under Jazzer; a zero byte ends the nodes. */
class CsvRoadsFuzzTest {

    static Stream<Arguments> seeds() throws Exception {
        return Fuzzing.seeds(
                Fuzzing.utf8(CsvRoadsTest.NODES + "\\0" + CsvRoadsTest.EDGES),
                Fuzzing.utf8(CsvRoadsTest.NODES
                        + "\\0u,v,oneway,lanes,maxspeed,capacity,name,way\\n1,2,-1,2,50,700,\"A, B\",9\\n"));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreANetworkOrHaveProblems(byte[] bytes) throws Exception {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        byte[] edges = Arrays.copyOfRange(bytes, Math.min(bytes.length, end + 1), bytes.length);
        try {
            Fuzzing.holdsTogether(CsvRoads.read(
                    new CsvRoads.Table("x_nodes.csv", new ByteArrayInputStream(bytes, 0, end)),
                    new CsvRoads.Table("x_edges.csv", new ByteArrayInputStream(edges)),
                    ReadOptions.standard(),
                    ReadReport.made("x_edges.csv")));
        } catch (RoadProblems problems) {
            Fuzzing.isTold(problems);
        }
    }
}
