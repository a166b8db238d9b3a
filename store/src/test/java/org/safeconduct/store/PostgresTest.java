package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Entry;
import org.safeconduct.record.SignedNote;

/** The contract on PostgreSQL, and what only a server can suffer: its users, several computers, settings of others. */
@Tag("ci")
class PostgresTest extends KeeperContract {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static Optional<PostgresCluster> cluster = Optional.empty();

    @BeforeAll
    static void startServer() throws IOException {
        cluster = PostgresCluster.start();
        assumeTrue(cluster.isPresent(), "PostgreSQL is not there; install postgresql");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }

    /** Its owner makes it, and somebody with fewer rights keeps it. */
    private record OwnedByAnother(Postgres owner, Postgres writer) implements Engine {
        @Override
        public WriterLock lock() throws StoreFailed {
            return owner.lock();
        }

        @Override
        public Connection connect(Access access) throws SQLException {
            return access == Access.CREATE ? owner.connect(access) : writer.connect(access);
        }

        @Override
        public List<String> afterMaking() {
            return owner.afterMaking();
        }

        @Override
        public boolean isOutOfRoom(SQLException error) {
            return writer.isOutOfRoom(error);
        }
    }

    @Override
    Engine engine(Path folder) {
        try {
            String schema = "talks_" + SCHEMAS.incrementAndGet();
            Database owned = cluster.orElseThrow().schema("owner", schema);
            return new OwnedByAnother(new Postgres(owned, "writer"), new Postgres(owned.as("writer"), ""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverKeepsTheLogCanAddToItAndNeitherChangeNorRemove() throws Exception {
        try (Keeper keeper = open()) {
            appendAll(keeper, Given.chain(Given.dummy("anna"), 2));
            assertThat(keeper.checkpoint(Given.signer("log"))).isPresent();
        }
        String[] refused = {
            "update entry set leaf = ''",
            "delete from entry",
            "truncate entry",
            "drop table entry",
            "delete from checkpoint",
            "update checkpoint set size = 9",
            "delete from cosignature",
            "update log set origin = 'x'",
            "delete from log",
            "alter table entry drop constraint entry_identity_key",
            "create table other (one integer)",
        };
        for (String text : refused) {
            assertThatThrownBy(() -> sql(text))
                    .as(text)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void theDatabaseItselfHoldsEachBodyOnceAndEachStepOfAChainOnce() throws Exception {
        try (Keeper keeper = open()) {
            appendAll(keeper, Given.chain(Given.dummy("anna"), 2));
        }
        assertThatThrownBy(() -> sql("insert into entry select 2, identity, 'x', 0, leaf from entry limit 1"))
                .hasMessageContaining("entry_identity_key");
        assertThatThrownBy(() -> sql("insert into entry select 2, 'x', author, 0, leaf from entry limit 1"))
                .hasMessageContaining("entry_author_sequence_key");
    }

    @Test
    void aWriterThatLostItsLockWithoutNoticingIsFencedOffByTheNext() throws Exception {
        List<Entry> chain = Given.chain(Given.dummy("anna"), 3);
        try (Keeper first = open()) {
            appendAll(first, chain.subList(0, 1));
            cluster.orElseThrow()
                    .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
            try (Keeper second = open()) {
                appendAll(second, chain.subList(1, 2));
                assertThatThrownBy(() -> first.append(chain.get(2)))
                        .hasMessageContaining("another writer has taken over");
                appendAll(second, chain.subList(2, 3));
                assertThat(Inspection.of(second.log(), Given.ANY)).isEmpty();
            }
        }
    }

    @Test
    void aLogIsCopiedToAFileAndIntoAnotherDatabaseByteForByte() throws Exception {
        List<Entry> chain = Given.chain(Given.dummy("anna"), 1500);
        SignedNote note;
        try (Keeper keeper = open()) {
            for (Entry entry : chain) {
                keeper.append(entry);
            }
            note = keeper.checkpoint(Given.signer("log")).orElseThrow();
        }
        Engine file = new Sqlite(folder.resolve("file"));
        Engine other = engine(folder);
        Copying.of(engine, file);
        Copying.of(file, other);
        try (Keeper keeper = Keeper.open(other, Given.ANY, List.of(note))) {
            assertThat(keeper.log().leaves(0, 1500))
                    .isEqualTo(chain.stream().map(Entry::leaf).toList());
            assertThat(keeper.log().listNotes(9)).containsExactly(note);
            assertThat(Inspection.of(keeper.log(), Given.ANY)).isEmpty();
        }
        assertThatThrownBy(() -> Copying.of(file, other)).hasMessageContaining("already exists");
    }

    @Test
    void whoWritesIsNamed() throws Exception {
        try (Keeper _ = open()) {
            assertThatThrownBy(this::open).hasMessageContaining("is being written by owner from 127.0.0.1 since ");
        }
    }

    @Test
    void aServerThatIsToldToLoseWhatItAcknowledgedIsNotWrittenTo() throws Exception {
        PostgresCluster server = cluster.orElseThrow();
        open().close();
        server.sql("alter system set full_page_writes = off; select pg_reload_conf(); select pg_sleep(1)");
        try {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("full_page_writes is off");
        } finally {
            server.sql("alter system reset full_page_writes; select pg_reload_conf(); select pg_sleep(1)");
        }
        open().close();
    }

    @Test
    void commitsWaitForTheDiskWhateverTheUserWasTold() throws Exception {
        cluster.orElseThrow().sql("alter role writer set synchronous_commit = off");
        try (Connection connection = engine.connect(Engine.Access.WRITE);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("show synchronous_commit")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("on");
        } finally {
            cluster.orElseThrow().sql("alter role writer reset synchronous_commit");
        }
    }

    @Test
    void aDatabaseWithoutALogOrWithoutAServerSaysWhatToDo() throws Exception {
        Engine empty = new Postgres(cluster.orElseThrow().schema("writer", "empty"), "");
        assertThatThrownBy(() -> KeptLog.open(empty, Given.ANY)).hasMessageContaining("no log in it");
        Engine nobody = new Postgres(Database.parse("postgresql://writer@127.0.0.1:1/talks"), "");
        assertThatThrownBy(() -> KeptLog.open(nobody, Given.ANY)).hasMessageContaining("does the server run there?");
        assertThatThrownBy(() -> Keeper.open(nobody, Given.ANY, List.of()))
                .hasMessageContaining("does the server run there?");
    }
}
