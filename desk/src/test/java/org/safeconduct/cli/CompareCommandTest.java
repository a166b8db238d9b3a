package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;
import tools.jackson.databind.JsonNode;

/** What two people hold of one record, held against each other. */
class CompareCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aRecordHasAnEntryAndABackup() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("a-witness.key", KeyFile.Use.WITNESS, "a.example/witness");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        String witness = desk.publicKey("a-witness.key");
        desk.done("record", "init", "--data=talks", "--key=talks.key", "--witness=A=" + witness);
        Files.copy(folder.resolve("talks/policy"), folder.resolve("policy"));
        say("talks", "anna");
        desk.done("record", "backup", "--data=talks", "--out=other");
    }

    private void say(String record, String author) throws IOException {
        desk.done("record", "append", desk.entry(author, record), "--data=" + record);
    }

    private void sign(String record) throws IOException {
        desk.opened("record", "checkpoint", "--data=" + record, "--key=talks.key");
    }

    private void isSeen(String record) throws IOException {
        desk.done("witness", "watch", desk.publicKey("talks.key"), "--data", "a-witness");
        desk.done("record", "ask", "A", "--data=" + record, "--out=a.ask");
        desk.opened("witness", "answer", "a.ask", "--data=a-witness", "--key=a-witness.key", "--out=a.answer");
    }

    private Ran compare(String one, String other, String... out) {
        return out.length == 0
                ? desk.run("record", "compare", one, other, "--policy=policy")
                : desk.run("record", "compare", one, other, "--policy=policy", out[0]);
    }

    @Test
    void aCopyThatWentOnIsOneHistory() throws IOException {
        sign("talks");
        desk.done("export", "--data=talks", "--out=then.zip");
        say("talks", "boris");
        sign("talks");
        desk.done("export", "--data=talks", "--out=now.zip");
        assertThat(compare("then.zip", "now.zip").out())
                .contains("the second goes on where the other ends: 1 entry, then 2");
        assertThat(compare("now.zip", "talks").out()).contains("both have signed 2 entries");
        assertThat(compare("talks", "now.zip").code()).isZero();
    }

    @Test
    void aKeeperWhoTellsEachSideAnotherHistoryIsProvenByTheirTwoBundles() throws IOException {
        say("talks", "anna");
        say("other", "boris");
        say("other", "boris");
        for (String record : new String[] {"talks", "other"}) {
            sign(record);
            desk.done("export", "--data=" + record, "--out=" + record + ".zip");
        }
        Ran told = compare("talks.zip", "other.zip", "--out=two.proof");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.out())
                .contains("The key of the log example.org/talks signed two histories", "two.proof; anybody can check");
        Ran verify = desk.run("verify", "two.proof", "--policy=policy");
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).startsWith("Two histories: the proof holds.\nThe key of the log example.org/talks");
        assertThat(compare("talks", "other").out()).contains("give --out");
        assertThat(compare("talks", "other", "--out=two.proof").code()).isEqualTo(73);
    }

    @Test
    void whatAWitnessKeepsIsOneSideOfTheProof() throws IOException {
        say("talks", "anna");
        sign("talks");
        isSeen("talks");
        say("other", "boris");
        sign("other");
        desk.done("record", "ask", "A", "--data=other", "--old=2", "--out=other.ask");
        assertThat(desk.open("witness", "answer", "other.ask", "--data=a-witness", "--key=a-witness.key", "--out=x")
                        .out())
                .contains("record compare");
        String seen = "a-witness/seen/" + only("a-witness/seen");
        String evidence = "a-witness/evidence/" + only("a-witness/evidence");
        assertThat(compare(seen, evidence, "--out=two.proof").code()).isEqualTo(1);
        assertThat(desk.run("verify", "two.proof", "--policy=policy").out()).startsWith("Two histories: ");
        assertThat(compare("a.answer", "other").code()).isEqualTo(1);
    }

    private Path only(String place) throws IOException {
        try (var files = Files.list(folder.resolve(place))) {
            return files.findFirst().orElseThrow().getFileName();
        }
    }

    @Test
    void anAuthorWhoSignedTwoHistoriesIsProvenByTwoFiles() throws IOException {
        String one = desk.entry("anna", "talks");
        String other = desk.entry("anna", "talks");
        JsonNode told = desk.run("record", "compare", one, other, "--policy=policy", "--out=anna.proof", "--json")
                .json();
        assertThat(told.at("/outcome").asString()).isEqualTo("two-histories");
        assertThat(told.at("/forks/0/signer").asString()).isEqualTo("author");
        JsonNode verify =
                desk.run("verify", "anna.proof", "--policy=policy", "--json").json();
        assertThat(verify.at("/outcome").asString()).isEqualTo("two-histories");
        assertThat(verify.at("/lines/1").asString()).contains(desk.publicKey("anna.key"));
    }

    @Test
    void bothProofsAreWrittenWhereLogAndAuthorForked() throws IOException {
        say("talks", "anna");
        say("other", "anna");
        sign("talks");
        sign("other");
        assertThat(compare("talks", "other", "--out=two.proof").out())
                .contains("two histories of the log is in two.proof;", "two histories of an author is in two.proof.2;");
        assertThat(desk.run("verify", "two.proof.2", "--policy=policy").out()).contains("The key of the author 01");
    }

    @Test
    void whatCannotBeComparedIsTold() throws IOException {
        desk.write("hello", "hello\n");
        assertThat(compare("talks", "hello").err()).contains("talks: has no checkpoint yet");
        sign("talks");
        assertThat(compare("talks", "hello").err()).contains("hello: neither a bundle nor a checkpoint nor an entry");
        assertThat(compare("talks", "nowhere").err()).contains("nowhere: is not there");
        desk.write("policy", "log " + desk.publicKey("a-witness.key").replace("a.example", "b") + "\nquorum none\n");
        assertThat(compare("talks", "talks").code()).isEqualTo(2);
    }
}
