package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks by others, read where they lie beside the project; skipped where they do not. */
class RealRoadsTest {
    private static Path data(String name) {
        String stated = System.getenv("SAFECONDUCT_DATA");
        Path folder = stated == null
                ? Path.of(System.getProperty("safeconduct.root", "..")).resolve("../shared/data")
                : Path.of(stated);
        Path file = folder.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there; set SAFECONDUCT_DATA to the folder of real data");
        return file;
    }

    private static double kilometres(Roads roads) {
        return IntStream.range(0, roads.arcs())
                        .mapToLong(roads::lengthCentimetres)
                        .sum()
                / 1e5;
    }

    /** The golden numbers are the source's own: 23.746 km, free flow 818 s, bottleneck 600 vehicles an hour. */
    @Test
    void castlemainesOneRoadIsAsLongAndAsNarrowAsItsSourceSays() throws RoadProblems {
        Roads roads = RoadsReader.read(
                data("evacuation/castlemaine/cmr_1s1d1r_cmr_1s1d1r_network.xml"),
                ReadOptions.standard().withCrs("EPSG:28355"));
        assertThat(roads.report().waysUsed()).isEqualTo(50);
        assertThat(kilometres(roads)).isCloseTo(23.746, within(0.001));
        long millis = IntStream.range(0, roads.arcs())
                .mapToLong(roads::freeFlowMillis)
                .sum();
        assertThat(millis / 1000).isEqualTo(818);
        int narrowest = IntStream.range(0, roads.arcs())
                .map(roads::capacityPerHour)
                .min()
                .orElseThrow();
        assertThat(narrowest).isEqualTo(600);
        assertThat(818 + 10_866 * 3600L / narrowest)
                .as("arrival of the last of 10,867")
                .isEqualTo(66_014);
        assertThat(roads.longitude(0)).isCloseTo(144.27, within(0.05));
        assertThat(roads.latitude(0)).isCloseTo(-37.03, within(0.05));
    }

    @Test
    void surfCoastTellsItsCoordinatesByItsName() throws RoadProblems {
        Roads roads =
                RoadsReader.read(data("roads/surf-coast-shire-network-2021-epsg32754.xml.gz"), ReadOptions.standard());
        assertThat(roads.report().waysUsed()).isEqualTo(10_145);
        assertThat(roads.islands()).isEqualTo(1);
        // the pier of Lorne, 38.5468° S 143.9837° E, lies beside the Great Ocean Road
        Snap snap = Snapping.of(roads).snap(143.9837, -38.5468, Reachable.main(roads)::hasArc, 2_000);
        assertThat(snap)
                .isInstanceOfSatisfying(
                        Snap.OnRoad.class, place -> assertThat(place.metres()).isLessThan(500));
    }

    @Test
    void theZonesOfSurfCoastTouchItsRoads() throws RoadProblems {
        Area zones = AreaReader.read(data("evacuation/surf-coast/zones-epsg4326-lorne-high-risk.geojson"));
        Roads roads =
                RoadsReader.read(data("roads/surf-coast-shire-network-2021-epsg32754.xml.gz"), ReadOptions.standard());
        assertThat(Touched.arcs(roads, zones).cardinality()).isBetween(100, 1_000);
    }

    @Test
    void aleppoIsReadFromItsTwoTablesWithEverythingGuessedMarked() throws RoadProblems {
        Roads roads = RoadsReader.read(data("roads/aleppo_edges.csv.gz"), ReadOptions.standard());
        assertThat(roads.report().waysUsed()).isEqualTo(78_908);
        assertThat(roads.islandSize(0)).isGreaterThan(28_000);
        assertThat(IntStream.range(0, roads.arcs()).allMatch(arc -> roads.is(arc, RoadFlag.SPEED_GUESSED)))
                .isTrue();
    }

    @Test
    void heidelbergComesBackFromTheCacheAsItWas(@TempDir Path folder) throws RoadProblems {
        Path file = data("roads/heidelberg.test.pbf");
        RoadCache cache = RoadCache.at(folder);
        Roads read = RoadsReader.read(file, ReadOptions.standard(), cache, stage -> {});
        Roads found = RoadsReader.read(file, ReadOptions.standard(), cache, stage -> {});
        assertThat(found.columns().get(Column.ARC_HEAD).isMapped()).isTrue();
        for (Column column : Column.values()) {
            assertThat(found.columns().get(column).mismatch(read.columns().get(column)))
                    .isEqualTo(-1);
        }
    }
}
