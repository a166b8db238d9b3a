package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

class TilingTest {
    @TempDir
    Path folder;

    @Test
    void threeTilesAreThreeTimesTheExtractAndTheFirstIsTheExtract() throws IOException, RoadProblems {
        Path extract = Bench.instanceFolder().resolve(Path.of("..", "..", "roads", "andorra.osm.pbf"));
        assumeTrue(Files.isRegularFile(extract), "no extracts beside the project: nothing tiled");
        Roads one = RoadsReader.read(extract, ReadOptions.standard());
        Tiling tiling = new Tiling(extract);
        Path file = tiling.write(folder, "andorra", 2 * one.report().nodesRead() + 1);
        Roads three = RoadsReader.read(file, ReadOptions.standard());
        assertThat(three.report().nodesRead()).isEqualTo(3 * one.report().nodesRead());
        assertThat(three.arcs()).isEqualTo(3 * one.arcs());
        assertThat(three.islands()).isEqualTo(3 * one.islands());
        Roads first = RoadsReader.read(file, ReadOptions.standard().withArea(AreaReader.box(tiling.box())));
        assertThat(first.arcs()).isEqualTo(one.arcs());
        for (int arc = 0; arc < one.arcs(); arc++) {
            assertThat(first.freeFlowMillis(arc)).isEqualTo(one.freeFlowMillis(arc));
        }
    }
}
