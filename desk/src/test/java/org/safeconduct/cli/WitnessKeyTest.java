package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;

/** A witness takes another key: what it saw with the old one, and what it sees with the new one. */
class WitnessKeyTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void twoWitnessesHaveSeenARecordAndOneTakesAnotherKey() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("a-witness.key", KeyFile.Use.WITNESS, "a.example/witness");
        desk.key("b-witness.key", KeyFile.Use.WITNESS, "b.example/witness");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("witness", "watch", desk.publicKey("talks.key"), "--data=a-witness");
        desk.done("witness", "watch", desk.publicKey("talks.key"), "--data=b-witness");
        desk.done(
                "record",
                "init",
                "--data=talks",
                "--key=talks.key",
                witness("A", "a-witness"),
                witness("B", "b-witness"));
        Files.copy(folder.resolve("talks/policy"), folder.resolve("old"));
        growsAndIsSeenBy("a-witness", "b-witness");
        desk.done("export", "--data=talks", "--out=before.zip");
        String passphrase = "--passphrase-file=" + desk.passphraseFile();
        desk.done("keys", "create", "a-witness-2.key", "--for=witness", "--name=a.example/witness", passphrase);
        desk.done("record", "policy", "--data=talks", witness("A", "a-witness-2"), witness("B", "b-witness"));
        Files.copy(folder.resolve("talks/policy"), folder.resolve("new"));
    }

    private String witness(String name, String key) {
        return "--witness=" + name + "=" + desk.publicKey(key + ".key");
    }

    private void growsAndIsSeenBy(String keyOfA, String keyOfB) throws IOException {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
        isSeen("A", "a-witness", keyOfA);
        isSeen("B", "b-witness", keyOfB);
    }

    private void isSeen(String name, String place, String key) throws IOException {
        int count = desk.count();
        desk.done("record", "ask", name, "--data=talks", "--out=ask" + count);
        desk.opened(
                "witness", "answer", "ask" + count, "--data=" + place, "--key=" + key + ".key", "--out=answer" + count);
        desk.done("record", "collect", "answer" + count, "--data=talks");
    }

    private Ran verify(String bundle, String policy) {
        return desk.run("verify", bundle, "--policy=" + policy);
    }

    @Test
    void whatTheOldKeySawIsIntactForWhoeverKeepsTheOldPolicy() {
        assertThat(verify("before.zip", "old").out()).startsWith("Intact: ").contains("Witness A saw the log grow");
        Ran anew = verify("before.zip", "new");
        assertThat(anew.code()).isEqualTo(2);
        assertThat(anew.out()).startsWith("Incomplete: ").contains("not seen by A");
    }

    @Test
    void theNewKeyGoesOnWhereTheOldOneHadSeenTheRecord() throws IOException {
        growsAndIsSeenBy("a-witness-2", "b-witness");
        desk.done("export", "--data=talks", "--out=after.zip");
        assertThat(verify("after.zip", "new").out()).startsWith("Intact: ").contains("2 entries are here");
        assertThat(verify("after.zip", "old").out()).startsWith("Incomplete: ").contains("not seen by A");
        assertThat(desk.done("record", "compare", "before.zip", "after.zip", "--policy=new")
                        .out())
                .contains("the second goes on");
    }

    @Test
    void whatIsSignedAlreadyCanBeSeenOnceMoreSoThatBothPoliciesAreMet() throws IOException {
        isSeen("A", "a-witness", "a-witness-2");
        desk.done("export", "--data=talks", "--out=both.zip");
        assertThat(verify("both.zip", "old").out()).startsWith("Intact: ");
        assertThat(verify("both.zip", "new").out()).startsWith("Intact: ");
    }

    @Test
    void theOldKeysWordIsNotTakenInAnyMore() throws IOException {
        desk.done("record", "ask", "A", "--data=talks", "--out=late.ask");
        desk.opened("witness", "answer", "late.ask", "--data=a-witness", "--key=a-witness.key", "--out=late");
        Ran collect = desk.run("record", "collect", "late", "--data=talks");
        assertThat(collect.code()).isEqualTo(1);
        assertThat(collect.out()).contains("not kept; no witness of the policy has signed");
    }
}
