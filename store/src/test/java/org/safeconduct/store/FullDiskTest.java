package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Entry;

/** A disk of a few megabytes is filled; only the superuser can make one. */
class FullDiskTest {

    @TempDir
    Path folder;

    private Path disk;
    private boolean isMounted;

    @BeforeEach
    void makeDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
        assumeTrue(isMounted, "cannot mount a small disk; run as root on Linux");
    }

    @AfterEach
    void removeDisk() throws IOException, InterruptedException {
        if (isMounted) {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no such command
        }
    }

    @Test
    void aFullDiskRefusesGoesOnReadingAndResumesByItself() throws Exception {
        Sqlite engine = new Sqlite(disk);
        List<Entry> chain = Given.chain(Given.dummy("anna"), 40);
        Keeper.create(engine, Given.logKey());
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of())) {
            for (Entry entry : chain.subList(0, 20)) {
                assertThat(keeper.append(entry)).isInstanceOf(Reply.Kept.class);
            }
            Path ballast = fill();
            int kept = 20;
            while (keeper.append(chain.get(kept)) instanceof Reply.Kept) {
                kept++; // in room that the database has already
            }
            assertThat(keeper.append(chain.get(kept))).isInstanceOf(Reply.NoRoom.class);
            assertThat(keeper.checkpoint(Given.signer("log"))).isEmpty();
            assertThat(keeper.log().getEntry(kept - 1L)).isEqualTo(chain.get(kept - 1));
            Files.delete(ballast);
            Reply.Kept resumed = (Reply.Kept) keeper.append(chain.get(kept));
            assertThat(resumed.receipt().index()).isEqualTo(kept);
            assertThat(keeper.checkpoint(Given.signer("log"))).isPresent();
        }
        try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
    }

    @Test
    void openingForWritingOnAFullDiskSaysWhatToDo() throws Exception {
        Sqlite engine = new Sqlite(disk);
        Keeper.create(engine, Given.logKey());
        Path ballast = fill();
        assertThatThrownBy(() -> Keeper.open(engine, Given.ANY, List.of()))
                .hasMessageContaining("make room and try again");
        Files.delete(ballast);
        Keeper.open(engine, Given.ANY, List.of()).close();
    }

    @Test
    void whoeverComesToAFullDiskReadsAllTheSame() throws Exception {
        Sqlite engine = new Sqlite(disk);
        Keeper.create(engine, Given.logKey());
        List<Entry> chain = Given.chain(Given.dummy("anna"), 30);
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of())) {
            KeeperContract.appendAll(keeper, chain);
        }
        Path ballast = fill();
        assertIsThere(engine, chain);
        assertIsThere(engine, chain);
        Files.delete(ballast);
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of())) {
            assertThat(keeper.log().size()).isEqualTo(chain.size());
        }
    }

    @Test
    void whatAWriterThatWasKilledHadWrittenAheadIsReadOnAFullDisk() throws Exception {
        Sqlite before = new Sqlite(folder.resolve("before"));
        Keeper.create(before, Given.logKey());
        List<Entry> chain = Given.chain(Given.dummy("anna"), 30);
        try (Keeper keeper = Keeper.open(before, Given.ANY, List.of())) {
            KeeperContract.appendAll(keeper, chain);
            for (String file : List.of("log.db", "log.db-wal")) { // as they lie there in the middle of its work
                Files.copy(before.folder().resolve(file), disk.resolve(file));
            }
        }
        assertThat(disk.resolve("log.db-wal")).isNotEmptyFile();
        fill();
        assertIsThere(new Sqlite(disk), chain);
    }

    @Test
    void aReaderOnAFullDiskSeesWhatAWriterThatLivesHasWritten() throws Exception {
        Sqlite engine = new Sqlite(disk);
        Keeper.create(engine, Given.logKey());
        List<Entry> chain = Given.chain(Given.dummy("anna"), 20);
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of())) {
            KeeperContract.appendAll(keeper, chain);
            fill();
            assertIsThere(engine, chain);
        }
    }

    private static void assertIsThere(Engine engine, List<Entry> chain) throws IOException {
        try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
            assertThat(log.leaves(0, chain.size()))
                    .isEqualTo(chain.stream().map(Entry::leaf).toList());
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
            return ballast;
        }
    }
}
