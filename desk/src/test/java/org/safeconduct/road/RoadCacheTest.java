package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadCacheTest {
    @TempDir
    private Path folder;

    private Path source;
    private Path kept;

    @BeforeEach
    void writeASource() throws IOException {
        source = folder.resolve("x_edges.csv");
        Files.writeString(folder.resolve("x_nodes.csv"), "id,lon,lat\na,8,49\nb,8.01,49\nc,8.02,49.01\n");
        Files.writeString(source, "u,v,highway,name,way\na,b,primary,Straße,ab\nb,c,track,,\n");
        kept = folder.resolve("cache");
    }

    private Roads read() throws RoadProblems {
        return RoadsReader.read(source, ReadOptions.standard(), RoadCache.at(kept), stage -> {});
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static void areEqual(Roads one, Roads other) {
        for (Column column : Column.values()) {
            assertThat(one.columns().get(column).mismatch(other.columns().get(column)))
                    .as("%s", column)
                    .isEqualTo(-1);
        }
        assertThat(one.report()).isEqualTo(other.report());
    }

    @Test
    void whatIsFoundAgainIsWhatWasKept() throws Exception {
        Roads first = read();
        byte[] bytes = Files.readAllBytes(onlyFile());
        Roads second = read();
        assertThat(second.columns().get(Column.ARC_HEAD).isMapped()).isTrue();
        areEqual(first, second);
        assertThat(second.wayName(second.way(second.firstArc(0)))).isEqualTo("ab");
        assertThat(Files.readAllBytes(onlyFile())).isEqualTo(bytes);
        areEqual(first, RoadsReader.read(source, ReadOptions.standard()));
    }

    @Test
    void anotherSourceOrAnotherWayToReadItIsAnotherNetwork() throws Exception {
        Roads first = read();
        Files.writeString(source, "u,v,highway\na,b,primary\n");
        assertThat(read().arcs()).isLessThan(first.arcs());
        Roads never = RoadsReader.read(
                source, ReadOptions.standard().withJoining(Joining.NEVER), RoadCache.at(kept), stage -> {});
        assertThat(never.key()).isNotEqualTo(first.key());
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aDamagedFileIsMadeAnew() throws Exception {
        Roads first = read();
        byte[] good = Files.readAllBytes(onlyFile());
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[i < 100 ? i % bad.length : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(onlyFile(), i % 10 == 9 ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length)) : bad);
            areEqual(first, read());
            assertThat(Files.readAllBytes(onlyFile())).isEqualTo(good);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHindrance() throws Exception {
        kept = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(read().arcs()).isPositive();
        kept = folder.resolve("file/below");
        assertThat(read().arcs()).isPositive();
    }

    @Test
    void withoutACacheNothingIsWritten() throws Exception {
        RoadsReader.read(source, ReadOptions.standard(), RoadCache.none(), stage -> {});
        assertThat(kept).doesNotExist();
    }
}
