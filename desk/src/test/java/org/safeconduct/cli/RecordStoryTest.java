package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.verify.Bundle;

/** Two parties, a keeper, two witnesses, and what happens to their record. */
class RecordStoryTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aRecordIsBegunAndTwoWitnessesWatchIt() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("a-witness.key", KeyFile.Use.WITNESS, "a.example/witness");
        desk.key("b-witness.key", KeyFile.Use.WITNESS, "b.example/witness");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        String log = desk.publicKey("talks.key");
        desk.done("witness", "watch", log, "--data", "a-witness");
        desk.done("witness", "watch", log, "--data", "b-witness");
        desk.done(
                "record",
                "init",
                "--data=talks",
                "--key=talks.key",
                "--witness=A=" + desk.publicKey("a-witness.key"),
                "--witness=B=" + desk.publicKey("b-witness.key"),
                "--seen=a-witness/seen",
                "--seen=b-witness/seen");
        Files.copy(folder.resolve("talks/policy"), folder.resolve("policy"));
    }

    private void say(String author, String text) throws IOException {
        String name = desk.note(author + "-" + text.replace(' ', '-') + ".json", text);
        desk.opened("record", "append", name, "--data=talks", "--key=" + author + ".key");
    }

    private void sign() throws IOException {
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
    }

    private void isSeenBy(String name, String place) throws IOException {
        String request = place + desk.count() + ".ask";
        String answer = place + desk.count() + ".answer";
        desk.done("record", "ask", name, "--data=talks", "--out=" + request);
        desk.later(60);
        desk.opened("witness", "answer", request, "--data=" + place, "--key=" + place + ".key", "--out=" + answer);
        desk.done("record", "collect", answer, "--data=talks");
    }

    private void threeThingsAreSaidSignedAndSeen() throws IOException {
        say("anna", "by the west road");
        say("boris", "not before nine");
        say("anna", "then at nine");
        sign();
        isSeenBy("A", "a-witness");
        isSeenBy("B", "b-witness");
        desk.done("export", "--data=talks", "--out=talks.zip");
    }

    private Ran verify() {
        return desk.run("verify", "talks.zip", "--policy=policy");
    }

    @Test
    void whatTwoPartiesSaidAndTwoWitnessesSawIsIntact() throws IOException {
        threeThingsAreSaidSignedAndSeen();
        Ran verify = verify();
        assertThat(verify.code()).isZero();
        assertThat(verify.out())
                .startsWith("Intact: ")
                .contains("3 entries are here, by 2 keys")
                .contains("Witness A saw the log grow to this size, 2022-03-05T07:01:00Z")
                .contains("Witness B saw the log grow to this size, 2022-03-05T07:02:00Z");
    }

    @Test
    void aByteOfAnEntryChangedBehindTheirBacksIsFoundAndTheEntryNamed() throws IOException, Malformed {
        threeThingsAreSaidSignedAndSeen();
        Bundle bundle = Bundle.read(Files.readAllBytes(folder.resolve("talks.zip")), 1 << 20);
        TreeMap<String, Bytes> files = new TreeMap<>(bundle.files());
        byte[] entries = bundle.find("tile/entries/000.p/3").orElseThrow().toArray();
        entries[entries.length - 100] ^= 1;
        files.put("tile/entries/000.p/3", Bytes.of(entries));
        Files.write(folder.resolve("talks.zip"), new Bundle(files).write());
        Ran verify = verify();
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).startsWith("Broken: ").contains("entry 2 (tile/entries/000.p/3)");
    }

    @Test
    void aBundleCutShortIsIncomplete() throws IOException {
        threeThingsAreSaidSignedAndSeen();
        byte[] zip = Files.readAllBytes(folder.resolve("talks.zip"));
        Files.write(folder.resolve("talks.zip"), Arrays.copyOf(zip, zip.length - 9));
        Ran verify = verify();
        assertThat(verify.code()).isEqualTo(2);
        assertThat(verify.out()).startsWith("Incomplete: ").contains("ends too early");
    }

    @Test
    void aCheckpointThatOneWitnessHasNotSeenIsNotSettled() throws IOException {
        say("anna", "by the west road");
        sign();
        isSeenBy("A", "a-witness");
        desk.done("export", "--data=talks", "--out=talks.zip");
        assertThat(verify().code()).isEqualTo(2);
        assertThat(verify().out()).startsWith("Incomplete: ").contains("not seen by B");
    }

    @Test
    void anOldBackupIsNotGoneOnWithBecauseWitnessesSawMore() throws IOException {
        say("anna", "by the west road");
        sign();
        desk.done("record", "backup", "--data=talks", "--out=monday");
        say("boris", "not before nine");
        sign();
        isSeenBy("A", "a-witness");
        Ran restore = desk.run("record", "restore", "monday", "--data=again");
        assertThat(restore.code()).isEqualTo(1);
        assertThat(restore.err()).contains("at least 2, signed and seen, found 1", "Rebuild it from a party's copy");
        assertThat(folder.resolve("again/log.db")).doesNotExist();
        Ran append = desk.run("record", "append", desk.entry("anna", "monday"), "--data=monday");
        assertThat(append.code()).as("the copied folder itself").isEqualTo(1);
    }

    @Test
    void aBackupThatIsNotOldIsGoneOnWith() throws IOException {
        threeThingsAreSaidSignedAndSeen();
        desk.done("record", "backup", "--data=talks", "--out=monday");
        Ran restore = desk.done("record", "restore", "monday", "--data=again");
        assertThat(restore.out()).contains("example.org/talks with 3 entries is in again");
        desk.done("record", "append", desk.entry("anna", "again"), "--data=again");
    }

    @Test
    void aRecordThatIsLostIsMadeAgainFromAPartysCopy() throws IOException {
        threeThingsAreSaidSignedAndSeen();
        desk.done("record", "rebuild", "talks.zip", "--policy=policy", "--data=again", "--seen=a-witness/seen");
        assertThat(desk.done("record", "check", "--data=again").out()).contains("All is as it was signed: 3 entries");
        desk.done("export", "--data=again", "--out=again.zip");
        assertThat(Files.readAllBytes(folder.resolve("again.zip")))
                .isEqualTo(Files.readAllBytes(folder.resolve("talks.zip")));
    }

    @Test
    void aKeeperWhoTellsTwoHistoriesGetsNoCosignatureAndLeavesEvidence() throws IOException {
        say("anna", "by the west road");
        sign();
        isSeenBy("A", "a-witness");
        desk.done(
                "record", "init", "--data=other", "--key=talks.key", "--witness=A=" + desk.publicKey("a-witness.key"));
        desk.done("record", "append", desk.entry("boris", "other"), "--data=other");
        desk.opened("record", "checkpoint", "--data=other", "--key=talks.key");
        desk.done("record", "ask", "A", "--data=other", "--old=1", "--out=other.ask");
        Ran answer = desk.open("witness", "answer", "other.ask", "--data=a-witness", "--key=a-witness.key", "--out=x");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("there are two histories");
        assertThat(folder.resolve("a-witness/evidence")).isNotEmptyDirectory();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aPlaceWhereAWitnessShouldBeLookedUpMayNotBeMissing() throws IOException {
        Files.move(folder.resolve("a-witness"), folder.resolve("elsewhere"));
        Ran append = desk.run("record", "append", desk.entry("anna", "talks"), "--data=talks");
        assertThat(append.code()).isEqualTo(2);
        assertThat(append.err()).contains("a-witness/seen is not there");
    }
}
