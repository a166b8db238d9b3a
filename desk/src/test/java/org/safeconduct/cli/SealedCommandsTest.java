package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.verify.Bundle;

/** Words for some only: sealed, opened, shown to others later, erased. */
class SealedCommandsTest {
    private static final Path AGE = Path.of("/usr/bin/age");
    private static final String WHY = "the road is mined at Polohy";

    @TempDir
    private Path folder;

    private SealedTalks talks;
    private Desk desk;

    @BeforeEach
    void twoSidesAndAFacilitatorHaveAnnouncedTheirKeys() throws IOException {
        talks = SealedTalks.found(folder);
        desk = talks.desk();
    }

    /** A proposes a text and tells the facilitator alone why: entry 6. */
    private void aSealsForTheFacilitator() throws IOException {
        desk.write("text.yaml", """
            safeconduct: proposal/1
            text: west
            kind: corridor
            title: West road
            clauses: [{id: stop, kind: stop rule, says: {en: Anybody stops it}}]
            sealed: {for: [f], words: {why: %s}}
            """.formatted(WHY));
        talks.says("propose", "text.yaml", "a");
    }

    private Ran shown(String... more) {
        String[] args = {"record", "show", "6", "--data", "talks"};
        return desk.done(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void thoseForWhomItIsAndItsAuthorReadItAndNobodyElse() throws IOException {
        aSealsForTheFacilitator();
        assertThat(shown("--open-with", "f.seal").out()).contains(WHY);
        assertThat(shown("--open-with", "a.seal").out()).contains(WHY);
        assertThat(shown("--open-with", "b.seal").out())
                .contains("sealed for others than this key")
                .doesNotContain("mined");
        assertThat(shown().out()).contains("Sealed for    a, f").doesNotContain("mined");
        assertThat(desk.done("state", "--data", "talks").out())
                .contains("West road", "Entry 6, by a, for a, f: here, for who can open them");
    }

    @Test
    void wordsThatAreNotHereAreUnknownAndNothingElseChanges() throws IOException {
        aSealsForTheFacilitator();
        String before = desk.done("state", "west", "--data", "talks").out();
        try (Stream<Path> files = Files.list(folder.resolve("talks/sealed"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(desk.done("state", "west", "--data", "talks").out()).isEqualTo(before);
        assertThat(desk.done("state", "--data", "talks").out()).contains("not here, so unknown");
        assertThat(shown("--open-with", "f.seal").out()).contains("The words are not here: unknown.");
    }

    @Test
    void whatIsSealedForASideWithoutAKeyIsTold() throws IOException {
        desk.write("text.yaml", """
            safeconduct: proposal/1
            text: west
            kind: corridor
            title: West road
            clauses: [{id: stop, kind: stop rule, says: {en: Anybody stops it}}]
            sealed: {for: [c], words: {why: mined}}
            """);
        Ran ran = desk.run("propose", "text.yaml", "--data", "talks", "--key", "a.key");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("sealed.for", "is no side that has announced a key", "keys announce");
    }

    @Test
    void openedWordsAreDisclosedToOthersAtTheirOriginalPlace() throws IOException {
        aSealsForTheFacilitator();
        shown("--open-with", "f.seal", "--keep", "why.disclosures");
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        desk.done("export", "--data", "talks", "--out", "talks.zip", "--open", "why.disclosures");
        assertThat(desk.done("verify", "talks.zip", "--policy", "talks/policy").out())
                .contains("Intact", "Entry 6 had committed to \"why\": \"" + WHY + "\"");
    }

    @Test
    void changedCiphertextInABundleBreaksItAndNamesTheEntry() throws IOException, Malformed {
        aSealsForTheFacilitator();
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        desk.done("export", "--data", "talks", "--out", "talks.zip", "--sealed-for", "f");
        assertThat(desk.done("verify", "talks.zip", "--policy", "talks/policy").out())
                .contains("1 entry has sealed words; 1 file of them is here, as sealed");
        Bundle bundle = Bundle.read(Files.readAllBytes(folder.resolve("talks.zip")), Bundle.USUAL_BYTES);
        String name = bundle.files().tailMap(Bundle.SEALED).firstKey();
        byte[] file = bundle.find(name).orElseThrow().toArray();
        file[file.length - 1] ^= 1;
        TreeMap<String, Bytes> changed = new TreeMap<>(Map.of(name, Bytes.of(file)));
        Files.write(folder.resolve("changed.zip"), bundle.with(changed).write());
        Ran ran = desk.run("verify", "changed.zip", "--policy", "talks/policy");
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.out()).contains("Broken", "entry 6", "not what the author of the entry sealed");
    }

    @Test
    void aCheckReadsSealedWordsTooAndARestoredRecordKnowsAllBackups() throws IOException {
        aSealsForTheFacilitator();
        desk.done("record", "backup", "--data", "talks", "--out", "monday");
        desk.done("record", "backup", "--data", "talks", "--out", "tuesday");
        desk.done("record", "restore", "tuesday", "--data", "again", "--no-witness");
        assertThat(Files.readAllLines(folder.resolve("again/backups")))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("monday");
        Path key;
        try (Stream<Path> files = Files.list(folder.resolve("again/sealed"))) {
            key = files.filter(one -> one.toString().endsWith(".key"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(key);
        Ran ran = desk.run("record", "check", "--data", "again");
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.out()).contains("Entry 6: of its sealed words only the key or only the ciphertext is here");
    }

    @Test
    void wordsWrittenIntoTheContentAreNotSignedAsTheyStand() throws IOException {
        String file = desk.write(
                "note.json",
                "{\"type\":\"note\",\"label\":\"parties\",\"content\":{\"sealed\":{\"for\":[\"f\"],\"words\":{\"a\":\"b\"}}}}");
        Ran ran = desk.run("record", "append", file, "--data", "talks", "--key", "a.key");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("would not be sealed", "beside content");
    }

    @Test
    void erasedWordsAreNotHandedOutByWhoKeptWhatOpensThem() throws IOException {
        aSealsForTheFacilitator();
        shown("--open-with", "f.seal", "--keep", "kept");
        desk.write("erasure.yaml", "safeconduct: erasure/1\nground: Named.\nentries: [" + talks.identity(6) + "]\n");
        talks.says("erase", "erasure.yaml", "a");
        desk.write("agreed.yaml", "safeconduct: erasure-consent/1\nerasure: " + talks.identity(7) + "\n");
        talks.says("erase", "agreed.yaml", "f");
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        Ran ran = desk.run("export", "--data", "talks", "--out", "talks.zip", "--open", "kept");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("entry 6, whose sealed words are erased", "destroy the file");
        assertThat(folder.resolve("talks.zip")).doesNotExist();
    }

    @Test
    void erasingTakesTheOwnerAndAnotherSideAndSaysWhoMustBeAsked() throws IOException {
        aSealsForTheFacilitator();
        desk.done("record", "backup", "--data", "talks", "--out", "copy");
        desk.write(
                "erasure.yaml",
                "safeconduct: erasure/1\nground: A witness was named.\nentries: [" + talks.identity(6) + "]\n");
        talks.says("erase", "erasure.yaml", "f");
        assertThat(desk.done("record", "erase", "--data", "talks").out()).contains("0 entries have erased words");
        desk.write("agreed.yaml", "safeconduct: erasure-consent/1\nerasure: " + talks.identity(7) + "\n");
        talks.says("erase", "agreed.yaml", "b");
        assertThat(desk.done("state", "--data", "talks").out()).contains("To be erased, not decided");
        talks.says("erase", "agreed.yaml", "a");
        assertThat(shown("--open-with", "f.seal").out())
                .contains("The words are erased.", "A witness was named.", "a, desk of A")
                .doesNotContain("mined");
        assertThat(desk.done("record", "erase", "--data", "talks").out())
                .contains("1 entry has erased words", "talks: 1 destroyed", "copy: 1 destroyed", "asked for: a, f");
        assertThat(desk.done("record", "check", "--data", "talks").out()).contains("All is as it was signed");
    }

    @Test
    @Tag("ci")
    void debiansAgeOpensTheWordsOfABundleWithAKeyOfOursAndWithOneOfItsOwn() throws Exception {
        assumeTrue(Files.isExecutable(AGE), "age is not there");
        aSealsForTheFacilitator();
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        desk.done("keys", "age", "f.seal", "--out", "f.age");
        desk.done("export", "--data", "talks", "--out", "talks.zip", "--sealed-for", "f");
        assertThat(openedByAge("talks.zip", "f.age")).contains("\"field\":\"why\"", WHY);
        run(List.of("/usr/bin/age-keygen", "-o", "court.age"));
        String court = run(List.of("/usr/bin/age-keygen", "-y", "court.age")).strip();
        desk.done("export", "--data", "talks", "--out", "court.zip", "--share-with", court, "--open-with", "f.seal");
        assertThat(openedByAge("court.zip", "court.age")).contains(WHY);
        assertThat(desk.done("verify", "court.zip", "--policy", "talks/policy").out())
                .contains("Intact", "1 file of them is here, as sealed");
    }

    private String openedByAge(String zip, String key) throws Exception {
        Bundle bundle = Bundle.read(Files.readAllBytes(folder.resolve(zip)), Bundle.USUAL_BYTES);
        String name = bundle.files().tailMap(Bundle.SEALED).firstKey();
        Files.write(folder.resolve("words.age"), bundle.find(name).orElseThrow().toArray());
        return run(List.of(AGE.toString(), "-d", "-i", key, "words.age"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
