package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;

/** A record in a database: how it gets there, who may write to it, how it comes back. */
@Tag("ci")
class DatabaseCommandsTest {
    @TempDir
    private Path folder;

    private Optional<PostgresServer> server = Optional.empty();
    private Desk desk;

    @BeforeEach
    void aRecordIsBegunInADatabase() throws IOException {
        server = PostgresServer.start();
        assumeTrue(server.isPresent(), "PostgreSQL is not there; install postgresql");
        System.setProperty(
                "org.postgresql.pgpassfile",
                server.get().passwords(folder.resolve("passwords")).toString());
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=talks", "--key=talks.key", database("talks"), "--writer=writer");
        Files.copy(folder.resolve("talks/policy"), folder.resolve("policy"));
    }

    @AfterEach
    void stopServer() throws IOException {
        System.clearProperty("org.postgresql.pgpassfile");
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private String database(String schema) throws IOException {
        return "--database=" + server.orElseThrow().schema(schema);
    }

    private void threeThingsAreSaidAndSigned() throws IOException {
        for (int i = 0; i < 3; i++) {
            desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        }
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
        desk.done("export", "--data=talks", "--out=talks.zip");
    }

    @Test
    void theFolderNamesTheDatabaseAndTheWriterAndHoldsNoLog() throws IOException {
        assertThat(Files.readString(folder.resolve("talks/database")))
                .matches("postgresql://writer@127\\.0\\.0\\.1:\\d+/talks\\?schema=talks\n");
        assertThat(folder.resolve("talks/log.db")).doesNotExist();
        threeThingsAreSaidAndSigned();
        assertThat(desk.done("record", "log", "--data=talks").out()).contains("3 entries");
        assertThat(desk.done("record", "check", "--data=talks").out()).contains("All is as it was signed: 3 entries");
        assertThat(desk.done("verify", "talks.zip", "--policy=policy").out()).startsWith("Intact: ");
    }

    @Test
    void aBackupIsAFolderThatNeedsNoServerAndGoesBackIntoADatabase() throws IOException {
        threeThingsAreSaidAndSigned();
        desk.done("record", "backup", "--data=talks", "--out=monday");
        assertThat(folder.resolve("monday/database")).doesNotExist();
        desk.done("export", "--data=monday", "--out=monday.zip");
        assertThat(folder.resolve("monday.zip")).hasSameBinaryContentAs(folder.resolve("talks.zip"));
        String[] restore = {
            "record", "restore", "monday", "--data=again", "--no-witness", database("again"), "--writer=writer"
        };
        assertThat(desk.done(restore).out()).contains("example.org/talks with 3 entries is in again");
        desk.done("record", "append", desk.entry("anna", "again"), "--data=again");
        desk.done("export", "--data=again", "--out=again.zip");
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("talks.zip"));
    }

    @Test
    void aRecordIsMadeAgainFromAPartysCopyIntoADatabase() throws IOException {
        threeThingsAreSaidAndSigned();
        desk.done(
                "record",
                "rebuild",
                "talks.zip",
                "--policy=policy",
                "--data=again",
                "--no-witness",
                database("again"),
                "--writer=writer");
        desk.done("export", "--data=again", "--out=again.zip");
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("talks.zip"));
        desk.done("record", "append", desk.entry("anna", "again"), "--data=again");
    }

    @Test
    void aSchemaHoldsOneLogAndWhatIsInItStays() throws IOException {
        threeThingsAreSaidAndSigned();
        Ran second = desk.run("record", "init", "--data=other", "--key=talks.key", database("talks"));
        assertThat(second.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(second.err()).contains("already exists");
        assertThat(folder.resolve("other/policy")).doesNotExist();
        assertThat(desk.done("record", "check", "--data=talks").out()).contains("3 entries");
    }

    @Test
    void aPasswordOnTheCommandLineIsNeitherTakenNorShownAgain() throws IOException {
        Ran ran = desk.run(
                "record",
                "init",
                "--data=n",
                "--key=talks.key",
                "--database=postgresql://owner:secret@127.0.0.1/talks");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("--database", "PGPASSFILE").doesNotContain("secret");
        assertThat(folder.resolve("n")).doesNotExist();
    }

    @Test
    void aWrongPasswordAndAServerThatIsGoneAreToldInWords() throws IOException {
        String entry = desk.entry("anna", "talks");
        Files.writeString(folder.resolve("passwords"), "127.0.0.1:*:talks:writer:wrong\n");
        Ran wrong = desk.run("record", "log", "--data=talks");
        assertThat(wrong.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(wrong.err()).contains("PGPASSFILE").doesNotContain("wrong\n");
        String place = Files.readString(folder.resolve("talks/database"));
        Files.writeString(folder.resolve("talks/database"), place.replaceFirst(":\\d+/", ":1/"));
        assertThat(desk.run("record", "append", entry, "--data=talks").err()).contains("does the server run there?");
        Files.writeString(folder.resolve("talks/database"), "mysql://somewhere");
        Ran other = desk.run("record", "log", "--data=talks");
        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("talks/database: no address of a database");
    }
}
