package org.safeconduct.road;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of areas under Jazzer. */
class AreaFuzzTest {

    static Stream<Arguments> seeds() throws Exception {
        return Fuzzing.seeds(
                Fuzzing.utf8(
                        "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"CRS84\"}},\"features\":[{\"type\":\"Feature\","
                            + "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[8,49],[9,49],[9,50],[8,49]]]]}}]}"),
                Fuzzing.utf8(
                        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[1,1],[1.5,1],[1,1.5],[1,1]]]}"));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreAnAreaOrHaveProblems(byte[] bytes) throws Exception {
        try {
            Area area = AreaReader.read("x.geojson", bytes);
            area.contains(8.5, 49.1);
            area.touches(-200, 0, 200, 1);
            area.text();
            if (!area.box().meets(Area.EVERYWHERE.box())) {
                throw new AssertionError("an area that is not on the earth");
            }
        } catch (RoadProblems problems) {
            Fuzzing.isTold(problems);
        }
        try {
            AreaReader.box(new String(bytes, StandardCharsets.UTF_8));
        } catch (RoadProblems problems) {
            Fuzzing.isTold(problems);
        }
    }
}
