package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, or made to break something: always a refusal that names file and place. */
@Timeout(60)
class BadOsmTest {
    private static final String ROAD = """
        node 1 8.690 49.410
        node 2 8.691 49.411
        way 10 1,2 highway=residential
        """;

    @TempDir
    Path folder;

    private RoadProblem refusal(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        RoadProblems problems =
                catchThrowableOfType(RoadProblems.class, () -> RoadsReader.read(file, ReadOptions.standard()));
        assertThat(problems).as(name).isNotNull();
        assertThat(problems.problems().getFirst().file()).isEqualTo(name);
        return problems.problems().getFirst();
    }

    private RoadProblem refusal(String name, String text) throws IOException {
        return refusal(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPbfCutAnywhereIsRefused() throws IOException {
        byte[] whole = OsmFixture.of(ROAD).pbf(true);
        for (int length = 0; length < whole.length; length++) {
            refusal("cut.osm.pbf", Arrays.copyOf(whole, length));
        }
        RoadProblem middle = refusal("cut.osm.pbf", Arrays.copyOf(whole, whole.length - 5));
        assertThat(middle.place()).startsWith("byte ");
        assertThat(middle.problem()).isEqualTo("ends in the middle of a block.");
        assertThat(middle.remedy()).startsWith("Fetch the file again");
    }

    @Test
    void bytesThatWereChangedGiveANetworkOrARefusalButNothingElse() throws IOException {
        byte[] whole = OsmFixture.of(ROAD).pbf(false);
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] changed = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed.osm.pbf"), changed);
            try {
                assertThat(RoadsReader.read(file, ReadOptions.standard()).arcs())
                        .isPositive();
            } catch (RoadProblems refused) {
                assertThat(refused).as("seed " + seed).hasMessageContaining("changed.osm.pbf");
            }
        }
    }

    @Test
    void aBlockOfGigabytesIsRefusedBeforeRoomIsMade() throws IOException {
        byte[] header = OsmFixture.message(out -> {
            out.writeString(1, "OSMHeader");
            out.writeInt32(3, Integer.MAX_VALUE);
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {0, 0, 0, (byte) header.length});
        file.write(header);
        assertThat(refusal("huge.osm.pbf", file.toByteArray()).value()).isEqualTo("2147483647 bytes of block");
    }

    @Test
    void aBlockHeaderOfGigabytesIsRefused() throws IOException {
        assertThat(refusal("huge.osm.pbf", new byte[] {0x7F, 0, 0, 0, 1, 2, 3}).value())
                .isEqualTo("2130706432 bytes of block header");
    }

    @Test
    void aBlockThatUnpacksToFarMoreThanAnyMapIsRefused() throws IOException {
        byte[] bomb = OsmFixture.blob("OSMData", new byte[PbfFile.MOST_BLOB_BYTES]);
        assertThat(refusal("bomb.osm.pbf", concat(OsmFixture.header("OsmSchema-V0.6"), bomb))
                        .problem())
                .isEqualTo("is no map but a trap.");
    }

    @Test
    void aBlockThatLiesAboutItsSizeIsRefused() throws IOException {
        byte[] small = OsmFixture.message(out -> {
            out.writeInt32(2, 5);
            out.writeByteArray(3, deflated(new byte[500]));
        });
        assertThat(refusal("liar.osm.pbf", OsmFixture.frame("OSMHeader", small)).problem())
                .isEqualTo("holds a block that unpacks to another size than it says.");
    }

    private static byte[] deflated(byte[] bytes) {
        java.util.zip.Deflater deflater = new java.util.zip.Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[bytes.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    @Test
    void otherPackingsAndUnknownFeaturesAreNamed() throws IOException {
        byte[] zstd = OsmFixture.message(out -> out.writeByteArray(7, new byte[10]));
        assertThat(refusal("zstd.osm.pbf", OsmFixture.frame("OSMHeader", zstd)).value())
                .isEqualTo("zstd");
        assertThat(refusal("history.osm.pbf", OsmFixture.header("HistoricalInformation"))
                        .value())
                .isEqualTo("HistoricalInformation");
    }

    @Test
    void anExtractWithoutASingleRoadIsRefused() throws IOException {
        String river = ROAD.replace("highway=residential", "waterway=river");
        RoadProblem none = refusal("river.osm.pbf", OsmFixture.of(river).pbf(true));
        assertThat(none.problem()).isEqualTo("holds no road that cars may use.");
        assertThat(none.value()).startsWith("1 ways, 0 of them");
        assertThat(refusal("river.osm", OsmFixture.of(river).xml()).problem()).isEqualTo(none.problem());
        String path = ROAD.replace("residential", "path");
        assertThat(refusal("path.osm", OsmFixture.of(path).xml()).value()).startsWith("1 ways, 1 of them");
    }

    @Test
    void anAreaThatMissesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("v.osm.pbf"), OsmFixture.of(ROAD).pbf(true));
        ReadOptions far = ReadOptions.standard().withArea(new Area.Box(30, 30, 31, 31));
        RoadProblems problems = catchThrowableOfType(RoadProblems.class, () -> RoadsReader.read(file, far));
        assertThat(problems).hasMessageContaining("no road lies in that area");
    }

    @Test
    void garbageAndEmptyFilesAreRefused() throws IOException {
        refusal("empty.osm.pbf", new byte[0]);
        refusal("empty.osm", new byte[0]);
        byte[] garbage = new byte[5000];
        new Random(1).nextBytes(garbage);
        refusal("garbage.osm.pbf", garbage);
        refusal("text.osm.pbf", "Dear all, attached is the map.");
        refusal("absent.osm.pbf.d", new byte[1]);
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        RoadProblems problems = catchThrowableOfType(
                RoadProblems.class, () -> RoadsReader.read(folder.resolve("no.osm"), ReadOptions.standard()));
        assertThat(problems).hasMessageContaining("no.osm: there is no such file.");
    }

    @Test
    void wrongXmlIsRefusedWithItsLine() throws IOException {
        String good = OsmFixture.of(ROAD).xml();
        assertThat(refusal("cut.osm", good.substring(0, good.length() - 8)).place())
                .startsWith("line ");
        assertThat(refusal("id.osm", good.replace("ref='2'", "ref='two'")).value())
                .isEqualTo("ref=two");
        assertThat(refusal("lat.osm", good.replace("lat='49.410'", "lat='149'")).place())
                .isEqualTo("line 3");
        assertThat(refusal("nan.osm", good.replace("lat='49.410'", "lat='NaN'")).value())
                .isEqualTo("lat=NaN");
        assertThat(refusal("other.osm", "<html><body/></html>").problem()).contains("html");
        assertThat(refusal("tag.osm", good.replace("k='highway'", "")).problem())
                .isEqualTo("has no k or no v.");
    }

    @Test
    void xmlThatAsksForOtherFilesOrGrowsOnItsOwnIsRefused() throws IOException {
        String other = "<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><osm><way id='&x;'/></osm>";
        refusal("other.osm", other);
        refusal("laughs.osm", "<!DOCTYPE osm [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><osm><way id='&b;'/></osm>");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("<osm>\n".getBytes(StandardCharsets.UTF_8));
            byte[] line = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                out.write(line);
            }
        }
        assertThat(refusal("bomb.osm.gz", packed.toByteArray()).problem()).contains("unpacks to more than");
    }

    @Test
    void aGzipFileCutInTheMiddleIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(OsmFixture.of(ROAD).xml().getBytes(StandardCharsets.UTF_8));
        }
        refusal("cut.osm.gz", Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    }

    @Test
    void nodesOffTheEarthAreRefused() throws IOException {
        OsmFixture far = OsmFixture.of(ROAD.replace("49.410", "123.4"));
        assertThat(refusal("far.osm.pbf", far.pbf(true)).value()).contains("node 1 is not on earth");
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
