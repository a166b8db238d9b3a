package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.verify.Bundle;
import tools.jackson.databind.JsonNode;

/** What is said without being shown, and shown later. */
class UnderSealTest {
    private static final String OFFER = """
        {"type": "note", "label": "parties", "content": {"text": "an offer, under seal"},
         "committed": {"buses": 11, "road": "by the west road"}}
        """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void anOfferIsMadeUnderSeal() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=talks", "--key=talks.key");
        desk.write("offer.json", OFFER);
    }

    private Ran append() throws IOException {
        return desk.opened("record", "append", "offer.json", "--data=talks", "--key=anna.key");
    }

    private void sign() throws IOException {
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
    }

    private Ran export(String... more) {
        List<String> words = new ArrayList<>(List.of("export", "--data=talks"));
        words.addAll(List.of(more));
        return desk.run(words.toArray(String[]::new));
    }

    private Ran verify(String bundle) {
        return desk.run("verify", bundle, "--policy=talks/policy");
    }

    @Test
    void whatIsCommittedIsNowhereInTheRecordAndItsAuthorKeepsIt() throws IOException {
        assertThat(append().out()).contains("Keep offer.json.disclosures to yourself");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("offer.json.disclosures"))))
                .isEqualTo("rw-------");
        sign();
        assertThat(export("--out=talks.zip").code()).isZero();
        String shown = desk.done("record", "show", "0", "--data=talks").out();
        assertThat(shown).contains("Not shown     at most 8 things").doesNotContain("west road");
        assertThat(new String(Files.readAllBytes(folder.resolve("talks/log.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("west road");
        assertThat(verify("talks.zip").out()).contains("Intact: ", "No commitment is opened");
    }

    @Test
    void whatIsOpenedIsShownToWhoeverVerifies() throws IOException {
        append();
        sign();
        Ran export = export("--out=talks.zip", "--open=offer.json.disclosures");
        assertThat(export.out()).contains("2 commitments are opened");
        assertThat(verify("talks.zip").out())
                .contains("Intact: ", "2 commitments are opened", "Entry 0 had committed to \"buses\": 11");
        JsonNode json = desk.done("verify", "talks.zip", "--policy=talks/policy", "--json")
                .json();
        assertThat(json.at("/holds/opened/1/value").asString()).isEqualTo("by the west road");
    }

    @Test
    void oneThingIsOpenedAndTheOtherStaysUnderSeal() throws IOException {
        append();
        sign();
        assertThat(export("--out=talks.zip", "--open=offer.json.disclosures", "--field=buses")
                        .code())
                .isZero();
        assertThat(verify("talks.zip").out())
                .contains("1 commitment is opened", "\"buses\": 11")
                .doesNotContain("west road");
        Ran other = export("--out=x.zip", "--open=offer.json.disclosures", "--field=busses");
        assertThat(other.err()).contains("--field busses: is opened by none", "Did you mean \"buses\"?");
    }

    @Test
    void nothingElseThanWhatWasCommittedCanBeShown() throws IOException, Malformed {
        append();
        sign();
        Path kept = folder.resolve("offer.json.disclosures");
        String more = Files.readString(kept).replace("\"value\":11", "\"value\":12");
        desk.write("more", more);
        assertThat(export("--out=x.zip", "--open=more").err())
                .contains("more: buses: is not what the author of the entry committed to");
        export("--out=talks.zip", "--open=offer.json.disclosures");
        TreeMap<String, Bytes> files =
                new TreeMap<>(Bundle.read(Files.readAllBytes(folder.resolve("talks.zip")), 1 << 20)
                        .files());
        files.put("disclosures/0-0.json", Bytes.ofText(more.lines().findFirst().orElseThrow()));
        Files.write(folder.resolve("changed.zip"), new Bundle(files).write());
        assertThat(verify("changed.zip").out())
                .startsWith("Broken: ")
                .contains("entry 0 (disclosures/0-0.json): \"buses\" is not what the author committed to");
    }

    @Test
    void anEntryThatIsNotHandedOutIsNotOpened() throws IOException {
        append();
        assertThat(export("--out=x.zip", "--open=offer.json.disclosures").code())
                .isEqualTo(2);
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        sign();
        assertThat(export("--out=x.zip", "--open=offer.json.disclosures", "--from=1")
                        .err())
                .contains("buses: opens an entry whose words are not handed out");
    }

    @Test
    void whatOpensAnEarlierEntryIsNeverWrittenOver() throws IOException {
        append();
        byte[] kept = Files.readAllBytes(folder.resolve("offer.json.disclosures"));
        Ran again = desk.open("record", "append", "offer.json", "--data=talks", "--key=anna.key");
        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains("opens what was said before", "nothing was taken in");
        assertThat(Files.readAllBytes(folder.resolve("offer.json.disclosures"))).isEqualTo(kept);
        assertThat(desk.done("record", "log", "--data=talks").out()).contains("1 entry,");
    }

    @Test
    void anEntrySignedIntoAFileHasItsDisclosuresBesideIt() throws IOException {
        JsonNode signed = desk.opened(
                        "record", "sign", "offer.json", "--key=anna.key", "--data=talks", "--out=o.entry", "--json")
                .json();
        assertThat(signed.at("/disclosures").asString()).isEqualTo("o.entry.disclosures");
        assertThat(desk.open("record", "sign", "offer.json", "--key=anna.key", "--data=talks", "--out=o.entry")
                        .code())
                .isEqualTo(73);
        desk.done("record", "append", "o.entry", "--data=talks");
        sign();
        assertThat(export("--out=talks.zip", "--open=o.entry.disclosures").code())
                .isZero();
        assertThat(verify("talks.zip").out()).contains("2 commitments are opened");
    }

    @Test
    void slipsAreTold() throws IOException {
        desk.write("offer.json", OFFER.replace("{\"buses\": 11, \"road\": \"by the west road\"}", "[]"));
        assertThat(desk.open("record", "append", "offer.json", "--data=talks", "--key=anna.key")
                        .err())
                .contains("committed is no object");
        desk.write(
                "offer.json",
                "{\"type\":\"note\",\"label\":\"public\",\"content\":{},\"committed\":{\"road\":\"%s\"}}"
                        .formatted("west".repeat(4_075)));
        assertThat(desk.open("record", "append", "offer.json", "--data=talks", "--key=anna.key")
                        .err())
                .contains("committed has \"road\"", "Commit to the hash of a long text");
        assertThat(folder.resolve("offer.json.disclosures")).doesNotExist();
        desk.write("none", "");
        desk.write("other", "{}\n");
        sign();
        assertThat(export("--out=x.zip", "--open=none").err()).contains("none: opens nothing");
        assertThat(export("--out=x.zip", "--open=other").err()).contains("other: line 1: without entry");
    }
}
