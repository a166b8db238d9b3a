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
    void keysAreMade() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data", "talks", "--key", "talks.key");
        Files.copy(folder.resolve("talks/policy"), folder.resolve("policy"));
    }

    private void say(String author, String text) throws IOException {
        String name = author + "-" + text.replace(' ', '-') + ".json";
        desk.done(
                "record",
                "append",
                desk.note(name, text),
                "--data",
                "talks",
                "--key",
                author + ".key",
                "--passphrase-file",
                desk.passphraseFile());
    }

    private void sign() throws IOException {
        desk.done(
                "record",
                "checkpoint",
                "--data",
                "talks",
                "--key",
                "talks.key",
                "--passphrase-file",
                desk.passphraseFile());
    }

    private Ran verify() {
        return desk.run("verify", "talks.zip", "--policy", "policy");
    }

    @Test
    void whatTwoPartiesSaidIsExportedAndFoundIntact() throws IOException {
        say("anna", "by the west road");
        say("boris", "not before nine");
        say("anna", "then at nine");
        sign();
        Ran export = desk.done("export", "--data", "talks", "--out", "talks.zip");
        assertThat(export.out()).contains("3 entries", "3 with their words, 0 with place and hash only");
        Ran verify = verify();
        assertThat(verify.code()).isZero();
        assertThat(verify.out()).startsWith("Intact: ").contains("3 entries are here, by 2 keys");
    }

    @Test
    void aByteOfAnEntryChangedBehindTheirBacksIsFoundAndTheEntryNamed() throws IOException, Malformed {
        say("anna", "by the west road");
        say("boris", "not before nine");
        sign();
        desk.done("export", "--data", "talks", "--out", "talks.zip");
        Bundle bundle = Bundle.read(Files.readAllBytes(folder.resolve("talks.zip")), 1 << 20);
        TreeMap<String, Bytes> files = new TreeMap<>(bundle.files());
        byte[] entries = bundle.find("tile/entries/000.p/2").orElseThrow().toArray();
        entries[entries.length - 100] ^= 1;
        files.put("tile/entries/000.p/2", Bytes.of(entries));
        Files.write(folder.resolve("talks.zip"), new Bundle(files).write());
        Ran verify = verify();
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.out()).startsWith("Broken: ").contains("entry 1 (tile/entries/000.p/2)");
    }

    @Test
    void aBundleCutShortIsIncomplete() throws IOException {
        say("anna", "by the west road");
        sign();
        desk.done("export", "--data", "talks", "--out", "talks.zip");
        byte[] zip = Files.readAllBytes(folder.resolve("talks.zip"));
        Files.write(folder.resolve("talks.zip"), Arrays.copyOf(zip, zip.length - 9));
        Ran verify = verify();
        assertThat(verify.code()).isEqualTo(2);
        assertThat(verify.out()).startsWith("Incomplete: ").contains("ends too early");
    }
}
