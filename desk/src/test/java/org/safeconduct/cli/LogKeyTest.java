package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;

/** A record's key is followed by another. */
class LogKeyTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aRecordIsSignedAndSeen() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("a-witness.key", KeyFile.Use.WITNESS, "a.example/witness");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        String passphrase = "--passphrase-file=" + desk.passphraseFile();
        desk.done("keys", "create", "talks-2.key", "--for=log", "--name=example.org/talks", passphrase);
        desk.done("witness", "watch", desk.publicKey("talks.key"), "--data=a-witness");
        String witness = "--witness=A=" + desk.publicKey("a-witness.key");
        desk.done("record", "init", "--data=talks", "--key=talks.key", witness, "--seen=a-witness/seen");
        Files.copy(folder.resolve("talks/policy"), folder.resolve("old"));
        say();
        sign("talks.key");
        isSeen("A");
    }

    private void say() throws IOException {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
    }

    private void sign(String key) throws IOException {
        desk.opened("record", "checkpoint", "--data=talks", "--key=" + key);
    }

    private Ran isSeen(String witness) throws IOException {
        int count = desk.count();
        desk.done("record", "ask", witness, "--data=talks", "--out=ask" + count);
        Ran answer = desk.open(
                "witness", "answer", "ask" + count, "--data=a-witness", "--key=a-witness.key", "--out=answer" + count);
        if (answer.code() == 0) {
            desk.done("record", "collect", "answer" + count, "--data=talks");
        }
        return answer;
    }

    private void rotate() throws IOException {
        desk.opened(
                "record",
                "rotate",
                "--data=talks",
                "--key=talks.key",
                "--new-key=talks-2.key",
                "--new-passphrase-file=" + desk.passphraseFile());
        Files.copy(folder.resolve("talks/policy"), folder.resolve("both"));
    }

    private int verify(String policy) {
        String bundle = "bundle" + desk.count();
        desk.done("export", "--data=talks", "--out=" + bundle);
        return desk.run("verify", bundle, "--policy=" + policy).code();
    }

    @Test
    void whoeverKnowsOneOfTheTwoKeysVerifiesTheCheckpointBetweenThem() throws IOException {
        say();
        rotate();
        assertThat(isSeen("A").code()).isZero();
        desk.write("new", Files.readString(folder.resolve("both")).replaceFirst("(log .*\n)log .*\n", "$1"));
        assertThat(Files.readString(folder.resolve("new"))).doesNotContain(desk.publicKey("talks.key"));
        for (String policy : new String[] {"old", "both", "new"}) {
            assertThat(verify(policy)).as(policy).isZero();
        }
    }

    @Test
    void afterThatTheNewKeySignsAndWhoeverHasNotTakenItInIsTold() throws IOException {
        rotate();
        say();
        assertThat(desk.open("record", "checkpoint", "--data=talks", "--key=talks.key")
                        .err())
                .contains("the last one of \"record rotate\"");
        sign("talks-2.key");
        assertThat(isSeen("A").out()).contains("Not signed: no valid signature");
        desk.done("witness", "watch", desk.publicKey("talks-2.key"), "--data=a-witness");
        assertThat(isSeen("A").code()).isZero();
        assertThat(verify("old")).isEqualTo(1);
        assertThat(verify("both")).isZero();
        assertThat(desk.done("record", "check", "--data=talks").out()).contains("All is as it was signed");
    }

    @Test
    void aRecordIsMadeAgainWithItsNewKey() throws IOException {
        rotate();
        desk.done("export", "--data=talks", "--out=talks.zip");
        desk.done("record", "rebuild", "talks.zip", "--policy=both", "--data=again", "--seen=a-witness/seen");
        desk.done("record", "append", desk.entry("anna", "again"), "--data=again");
        desk.opened("record", "checkpoint", "--data=again", "--key=talks-2.key");
        assertThat(desk.run("record", "compare", "talks.zip", "again", "--policy=both")
                        .out())
                .contains("the second goes on");
    }

    @Test
    void theNewKeySignsTheRecordThatIsMadeAgainInWhicheverOrderAPolicyNamesTheTwo() throws IOException {
        rotate();
        desk.done("export", "--data=talks", "--out=talks.zip");
        desk.write("turned", Files.readString(folder.resolve("both")).replaceFirst("(log .*\n)(log .*\n)", "$2$1"));
        assertThat(Files.readString(folder.resolve("turned"))).startsWith("log " + desk.publicKey("talks.key"));
        Ran rebuild =
                desk.done("record", "rebuild", "talks.zip", "--policy=turned", "--data=again", "--seen=a-witness/seen");
        assertThat(rebuild.out()).contains("This one signs it from now on: " + desk.publicKey("talks-2.key"));
        desk.done("record", "append", desk.entry("anna", "again"), "--data=again");
        desk.opened("record", "checkpoint", "--data=again", "--key=talks-2.key");
    }

    @Test
    void whoeverHasNotTakenTheNewKeyInRebuildsWithTheOldOne() throws IOException {
        rotate();
        desk.done("export", "--data=talks", "--out=talks.zip");
        desk.done("record", "rebuild", "talks.zip", "--policy=old", "--data=again", "--seen=a-witness/seen");
        Ran sign = desk.open("record", "checkpoint", "--data=again", "--key=talks-2.key");
        assertThat(sign.code()).isEqualTo(2);
        desk.opened("record", "checkpoint", "--data=again", "--key=talks.key");
    }

    @Test
    void onlyANewKeyOfThatNameFollows() throws IOException {
        String passphrase = "--passphrase-file=" + desk.passphraseFile();
        desk.done("keys", "create", "other.key", "--for=log", "--name=example.org/other", passphrase);
        for (String key : new String[] {"other.key", "talks.key"}) {
            Ran ran = desk.open(
                    "record",
                    "rotate",
                    "--data=talks",
                    "--key=talks.key",
                    "--new-key=" + key,
                    "--new-" + passphrase.substring(2));
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains(key + ": cannot follow as the key of example.org/talks");
        }
        assertThat(verify("old")).isZero();
    }
}
