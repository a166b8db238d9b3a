package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.disk.Disk;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.TreeHead;

/** The contract on SQLite, and what only a file on a disk can suffer. */
class SqliteTest extends KeeperContract {

    @Override
    Engine engine(Path folder) {
        return new Sqlite(folder);
    }

    @Test
    void theDatabaseItselfHoldsEachBodyOnceAndEachStepOfAChainOnce() throws Exception {
        try (Keeper keeper = open()) {
            appendAll(keeper, Given.chain(Given.dummy("anna"), 2));
        }
        assertThatThrownBy(() -> sql("insert into entry select 2, identity, zeroblob(33), 0, leaf from entry limit 1"))
                .hasMessageContaining("entry.identity");
        assertThatThrownBy(() -> sql("insert into entry select 2, zeroblob(32), author, 0, leaf from entry limit 1"))
                .hasMessageContaining("entry.sequence");
    }

    @Test
    void tilesThatAreLostOrWrongAreWorkedOutAnew() throws Exception {
        List<Entry> chain = Given.chain(Given.dummy("anna"), 800);
        SignedNote note;
        try (Keeper keeper = open()) {
            appendAll(keeper, chain);
            note = keeper.checkpoint(Given.signer("log")).orElseThrow();
        }
        sql("delete from tile where position = 0");
        sql("update tile set hashes = zeroblob(8192) where position = 1");
        try (Keeper keeper = open()) {
            assertThat(new Checkpoint(Given.ORIGIN, keeper.log().head(800)).text())
                    .isEqualTo(note.text());
        }
        try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
    }

    @Test
    void everyChangedByteOfALeafIsFoundAndItsEntryNamed() throws Exception {
        int size = 20;
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            appendAll(keeper, Given.chain(Given.signer("anna"), size));
            assertThat(keeper.checkpoint(Given.signer("log"))).isPresent();
        }
        try (KeptLog log = KeptLog.open(engine, Given.ANY);
                Connection connection = engine.connect(Engine.Access.WRITE);
                PreparedStatement update =
                        connection.prepareStatement("update entry set leaf = ? where position = ?")) {
            byte[] leaf = log.leaves(7, 1).getFirst().toArray();
            for (int at = 0; at < leaf.length; at += 3) {
                leaf[at] ^= (byte) 0x20;
                store(update, leaf);
                assertThat(Inspection.of(log, Given.ANY))
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault).contains("entry "));
                assertThatThrownBy(() -> log.leaves(7, 1))
                        .isInstanceOf(RecordBroken.class)
                        .hasMessageContaining("entry 7");
                leaf[at] ^= (byte) 0x20;
            }
            store(update, leaf);
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
    }

    private static void store(PreparedStatement update, byte[] leaf) throws SQLException {
        update.setBytes(1, leaf);
        update.setLong(2, 7);
        update.executeUpdate();
    }

    @Test
    void whatChangedOnTheDiskIsNotSigned() throws Exception {
        try (Keeper keeper = open()) {
            appendAll(keeper, Given.chain(Given.dummy("anna"), 3));
            sql("update entry set leaf = zeroblob(100) where position = 1");
            assertThatThrownBy(() -> keeper.checkpoint(Given.signer("log")))
                    .isInstanceOf(RecordBroken.class)
                    .hasMessageContaining("entry 1");
            assertThatThrownBy(() ->
                            keeper.append(Given.chain(Given.dummy("ben"), 1).getFirst()))
                    .isInstanceOf(StoreFailed.class);
        }
        assertThatThrownBy(this::open).isInstanceOf(RecordBroken.class).hasMessageContaining("entry 1");
    }

    @Test
    void anyOlderBackupIsRefusedWhileAWitnessCanBeAsked() throws Exception {
        Signing signing = new Signing();
        List<Path> backups = new ArrayList<>();
        List<Entry> chain = Given.chain(Given.dummy("anna"), 101);
        int tries = System.getenv("CI") == null ? 5 : 100;
        try (Keeper keeper = open()) {
            for (int i = 0; i < tries; i++) {
                keeper.append(chain.get(i));
                keeper.checkpoint(signing.signer);
                backups.add(folder.resolve("backup-" + i));
                ((Sqlite) engine).backUp(Disk.real(), backups.getLast());
            }
            keeper.append(chain.get(tries));
            signing.seen = List.of(keeper.checkpoint(signing.signer).orElseThrow());
        }
        for (int i = 0; i < tries; i++) {
            Sqlite restored = new Sqlite(folder.resolve("restored-" + i));
            restored.restore(Disk.real(), backups.get(i));
            assertThatThrownBy(() -> Keeper.open(restored, Given.ANY, signing.seen))
                    .isInstanceOf(RecordBroken.class)
                    .hasMessageContaining("Rebuild it from a party's copy");
            try (KeptLog log = KeptLog.open(restored, Given.ANY)) {
                assertThat(log.size()).isEqualTo(i + 1L);
            }
        }
    }

    private static final class Signing {
        final Signer signer = Given.signer("log");
        List<SignedNote> seen = List.of();
    }

    @Test
    void filesOfWitnessesAreReadAndOthersAreTold() throws IOException {
        SignedNote note = new Checkpoint(Given.ORIGIN, TreeHead.EMPTY).sign(Given.signer("log"));
        Path seen = Files.createDirectory(folder.resolve("seen"));
        Files.write(seen.resolve("a"), note.write());
        Files.writeString(seen.resolve("b"), "holiday pictures");
        SeenNotes notes = SeenNotes.in(List.of(seen));
        assertThat(notes.notes()).containsExactly(note);
        assertThat(notes.unread()).singleElement().asString().contains("b: ");
    }

    @Test
    void aBackupOrALogIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "before");
        Sqlite sqlite = (Sqlite) engine;
        assertThatThrownBy(() -> sqlite.backUp(Disk.real(), file)).hasMessageContaining("exists");
        assertThatThrownBy(() -> sqlite.restore(Disk.real(), file)).hasMessageContaining("has a log");
        assertThat(file).hasContent("before");
    }
}
