package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.vault.SealedFolder;
import org.safeconduct.verify.Bundle;

/** Words for some only: sealed, opened, shown to others later, erased. */
class SealedCommandsTest {
    private static final Path AGE = Path.of("/usr/bin/age");
    private static final Pattern IDENTITY = Pattern.compile("Identity +([0-9a-f]{64})");
    private static final String WHY = "the road is mined at Polohy";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void twoSidesAndAFacilitatorHaveAnnouncedTheirKeys() throws IOException {
        desk = new Desk(folder).types(Collections.nCopies(200, Desk.PASSPHRASE).toArray(String[]::new));
        for (String name : new String[] {"f", "a", "b"}) {
            desk.key(name + ".key", KeyFile.Use.AUTHOR, "exercise.example/" + name);
            desk.key(name + ".seal", KeyFile.Use.RECIPIENT, "exercise.example/" + name);
        }
        desk.key("talks.key", KeyFile.Use.LOG, "exercise.example/talks");
        desk.done("record", "init", "--data", "talks", "--key", "talks.key");
        desk.write("founding.yaml", """
            safeconduct: founding/1
            title: Exercise
            parties:
              - {id: a, name: A, principals: [{office: desk of A, key: %s}]}
              - {id: b, name: B, principals: [{office: desk of B, key: %s}]}
            facilitator: {id: f, name: F, principals: [{office: facilitator, key: %s}]}
            """.formatted(
                        desk.publicKey("a.key"), desk.publicKey("b.key"), desk.publicKey("f.key")));
        says("found", "founding.yaml", "f");
        desk.write("consent.yaml", "safeconduct: founding-consent/1\nfounding: " + identity(0) + "\n");
        says("found", "consent.yaml", "a");
        says("found", "consent.yaml", "b");
        for (String name : new String[] {"f", "a", "b"}) {
            desk.done("keys", "announce", name + ".seal", "--data", "talks", "--key", name + ".key");
        }
    }

    private void says(String command, String file, String key) {
        desk.done(command, file, "--data", "talks", "--key", key + ".key");
    }

    private String identity(long index) {
        String shown = desk.done("record", "show", String.valueOf(index), "--data", "talks")
                .out();
        return IDENTITY.matcher(shown).results().findFirst().orElseThrow().group(1);
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
        says("propose", "text.yaml", "a");
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
    void erasingTakesTheOwnerAndAnotherSideAndSaysWhoMustBeAsked() throws IOException {
        aSealsForTheFacilitator();
        desk.done("record", "backup", "--data", "talks", "--out", "copy");
        desk.write(
                "erasure.yaml",
                "safeconduct: erasure/1\nground: A witness was named.\nentries: [" + identity(6) + "]\n");
        says("erase", "erasure.yaml", "f");
        assertThat(desk.done("record", "erase", "--data", "talks").out()).contains("0 entries have erased words");
        desk.write("agreed.yaml", "safeconduct: erasure-consent/1\nerasure: " + identity(7) + "\n");
        says("erase", "agreed.yaml", "b");
        assertThat(desk.done("state", "--data", "talks").out()).contains("To be erased, not decided");
        says("erase", "agreed.yaml", "a");
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

    @Test
    @Tag("ci")
    void ofAThousandErasedNothingIsLeftInDataWalBackupOrBundle() throws IOException, Malformed {
        int items = 1000;
        List<String> arguments = new ArrayList<>(List.of("record", "append", "--data", "talks", "--key", "a.key"));
        for (int i = 0; i < items; i++) {
            arguments.add(desk.write(
                    "note" + i + ".json", """
                        {"type": "note", "label": "bilateral", "content": {},
                         "sealed": {"for": ["%s", "%s"], "words": {"name": "Olena %d of Voskresenka"}}}
                        """.formatted(desk.publicKey("a.seal"), desk.publicKey("f.seal"), i)));
        }
        desk.done(arguments.toArray(String[]::new));
        desk.done("record", "backup", "--data", "talks", "--out", "copy");
        Needles needles = needles();
        assertThat(needles.hits(folder.resolve("talks"), folder.resolve("copy")))
                .isEqualTo(4L * items);
        erase(items);
        desk.done("record", "backup", "--data", "talks", "--out", "later");
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        desk.done("export", "--data", "talks", "--out", "talks.zip", "--sealed-for", "all");
        assertThat(needles.hits(
                        folder.resolve("talks"),
                        folder.resolve("copy"),
                        folder.resolve("later"),
                        unpacked(folder.resolve("talks.zip"))))
                .isZero();
        assertThat(desk.done("verify", "talks.zip", "--policy", "talks/policy").out())
                .contains("Intact", items + " entries have sealed words; 0 files");
        assertThat(desk.done("record", "check", "--data", "talks").out()).contains("All is as it was signed");
    }

    private void erase(int items) throws IOException {
        List<String> identities = IDENTITY_IN_LOG
                .matcher(desk.done("record", "log", "--data", "talks", "--most", "10000", "--json")
                        .out())
                .results()
                .map(one -> one.group(1))
                .toList();
        int first = identities.size() - items;
        for (int i = 0; i < items; i += 125) {
            List<String> some = identities.subList(first + i, first + i + 125);
            desk.write("erasure.yaml", "safeconduct: erasure/1\nground: They asked for it.\nentries: " + some + "\n");
            says("erase", "erasure.yaml", "a");
            long index = identities.size() + i / 125 * 2L;
            desk.write("agreed.yaml", "safeconduct: erasure-consent/1\nerasure: " + identity(index) + "\n");
            says("erase", "agreed.yaml", "f");
        }
        assertThat(desk.done("record", "erase", "--data", "talks").out()).contains("%,d destroyed".formatted(items));
    }

    private static final Pattern IDENTITY_IN_LOG = Pattern.compile("\"identity\" : \"([0-9a-f]{64})\"");

    /** Of each item: its words, its salt as it was written, the wrapped key, the ciphertext. */
    private Needles needles() throws IOException, Malformed {
        OpeningKey key = OpeningKey.of(
                Bytes.of(Hash.of(Bytes.ofText("RECIPIENTexercise.example/f")).toArray()));
        SealedFolder sealed = new SealedFolder(folder.resolve("talks/sealed"), org.safeconduct.disk.Disk.real());
        Needles needles = new Needles();
        try (Stream<Path> files = Files.list(sealed.folder())) {
            for (Path path :
                    files.filter(one -> !one.toString().endsWith(".key")).toList()) {
                SealedFile file =
                        sealed.find(Hash.ofHex(path.getFileName().toString())).orElseThrow();
                if (!(file.open(key) instanceof SealedFile.Opening.Opened opened)) {
                    throw new AssertionError("it was sealed for the facilitator");
                }
                String line = opened.plain().toText();
                int salt = line.indexOf("\"salt\":\"") + 8;
                needles.add(ending(file.ciphertext()));
                needles.add(ending(file.header()));
                needles.add(line.substring(line.indexOf("Olena"), line.indexOf(" of Vosk") + 8)
                        .getBytes(StandardCharsets.UTF_8));
                needles.add(line.substring(salt, salt + 64).getBytes(StandardCharsets.UTF_8));
                needles.add(Bytes.ofHex(line.substring(salt, salt + 64)).toArray());
            }
        }
        return needles;
    }

    /** Its last 16 bytes, which authenticate it. */
    private static byte[] ending(Bytes bytes) {
        return bytes.slice(bytes.length() - 16, bytes.length()).toArray();
    }

    private Path unpacked(Path zip) throws IOException, Malformed {
        Path target = Files.createDirectory(folder.resolve("unpacked"));
        int count = 0;
        for (Bytes file :
                Bundle.read(Files.readAllBytes(zip), Bundle.USUAL_BYTES).files().values()) {
            Files.write(target.resolve(String.valueOf(count++)), file.toArray());
        }
        return target;
    }

    /** Looks for many strings of bytes at once, by their first eight bytes. */
    private static final class Needles {
        private final Map<Long, List<byte[]>> byStart = new HashMap<>();

        void add(byte[] needle) {
            byStart.computeIfAbsent(ByteBuffer.wrap(needle).getLong(), _ -> new ArrayList<>())
                    .add(needle);
        }

        /** How often any of them stands in any file of these folders. */
        long hits(Path... folders) throws IOException {
            long hits = 0;
            for (Path one : folders) {
                try (Stream<Path> files = Files.walk(one)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        hits += hits(Files.readAllBytes(file));
                    }
                }
            }
            return hits;
        }

        private long hits(byte[] all) {
            long hits = 0;
            ByteBuffer bytes = ByteBuffer.wrap(all);
            for (int at = 0; at + 8 <= all.length; at++) {
                for (byte[] needle : byStart.getOrDefault(bytes.getLong(at), List.of())) {
                    int end = at + needle.length;
                    hits += end <= all.length && Arrays.equals(all, at, end, needle, 0, needle.length) ? 1 : 0;
                }
            }
            return hits;
        }
    }
}
