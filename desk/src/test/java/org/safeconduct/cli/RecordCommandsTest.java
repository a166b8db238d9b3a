package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.keeping.KeyStatements;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.witness.AddCheckpoint;
import tools.jackson.databind.JsonNode;

/** What is said in a record and how it is read again, one command at a time. */
class RecordCommandsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aRecordIsBegun() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=talks", "--key=talks.key");
    }

    private void checkpoint() throws IOException {
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
    }

    private Entry entry(String file) throws IOException, Malformed {
        return Entry.read(Bytes.of(Files.readAllBytes(folder.resolve(file))));
    }

    private void says(Ran ran, int code, String... words) {
        assertThat(ran.out() + ran.err()).contains(words);
        assertThat(ran.code()).isEqualTo(code);
    }

    @Test
    void theSameEntryGivenAgainHasTheSameReceipt() throws IOException {
        String file = desk.entry("anna", "talks");
        JsonNode first =
                desk.done("record", "append", file, "--data=talks", "--json").json();
        JsonNode again = desk.done("record", "append", file, file, "--data=talks", "--json")
                .json();
        assertThat(first.at("/receipts/0/isNew").asBoolean()).isTrue();
        assertThat(again.at("/receipts/1/isNew").asBoolean()).isFalse();
        assertThat(again.at("/receipts/1/index")).isEqualTo(first.at("/receipts/0/index"));
        assertThat(again.at("/receipts/1/identity")).isEqualTo(first.at("/receipts/0/identity"));
    }

    @Test
    void whatCannotStandInTheRecordIsToldFileByFileAndTheRestIsTakenIn() throws IOException {
        String first = desk.entry("anna", "talks");
        String twin = desk.entry("anna", "talks");
        Ran ran = desk.run("record", "append", first, twin, desk.entry("boris", "talks"), "--data=talks");
        says(ran, 1, first + ": entry 0", twin + ": not accepted", "the next has sequence 1", ": entry 1");
    }

    @Test
    void everyFileThatIsNoEntryIsToldAndNothingIsTakenIn() throws IOException {
        desk.write("a", "not an entry");
        desk.write("b", "");
        Ran ran = desk.run("record", "append", "a", "b", "c", desk.entry("anna", "talks"), "--data=talks");
        says(ran, 2, "a: byte", "b: byte", "c: is not there", "3 problems");
        assertThat(desk.done("record", "log", "--data=talks").out()).contains("0 entries");
    }

    @Test
    void aStatementIsReadAsPeopleWriteItAndEachSlipIsTold() throws IOException {
        String[][] slips = {
            {"[]", "no object"},
            {"{\"type\":\"note\"}", "without content, label"},
            {"{\"type\":\"note\",\"label\":\"all\",\"content\":{}}", "label is \"all\""},
            {"{\"type\":\"Note\",\"label\":\"public\",\"content\":{}}", "type is Note"},
            {"{\"type\":\"note\",\n\"label\":\"public\",\"content\":{\"km\":1.5}}", "line 2, column 35"},
            {"{\"type\":\"note\",\"label\":\"public\",\"content\":{},\"autor\":\"x\"}", "unknown autor"},
        };
        for (String[] slip : slips) {
            desk.write("said.json", slip[0]);
            says(
                    desk.open("record", "append", "said.json", "--data=talks", "--key=anna.key"),
                    2,
                    "said.json: ",
                    slip[1]);
        }
    }

    @Test
    void allThatIsWrongWithAStatementIsToldAtOnce() throws IOException {
        desk.write("said.json", "{\"label\":\"all\",\"content\":[],\"mandate\":7,\"autor\":\"x\"}");
        says(
                desk.open("record", "append", "said.json", "--data=talks", "--key=anna.key"),
                2,
                "without type with unknown autor",
                "label is \"all\"",
                "content is no object",
                "mandate is no text",
                "4 problems; nothing was done.");
    }

    @Test
    void aMissingOptionDoesNotHideOneThatIsUnknown() {
        says(desk.run("export", "--frobnicate"), 2, "--data=DIR", "--frobnicate: is no option", "2 problems");
    }

    @Test
    void aFileInPlaceOfAFolderIsToldInWords() throws IOException {
        desk.write("talks-2", "a file");
        desk.done("record", "backup", "--data=talks", "--out=copy");
        says(
                desk.run("record", "restore", "copy", "--data=talks-2", "--no-witness"),
                ExitCodes.CANNOT_WRITE,
                "talks-2: is there already",
                "a record wants a folder");
    }

    @Test
    void whatWasMeantIsGuessedWhereTheWrongThingIsNamed() throws IOException {
        desk.note("offer.json", "by the west road");
        says(
                desk.run("record", "append", "offer.json", "--data=talks"),
                2,
                "is a statement and not a signed entry",
                "--key");
        says(desk.run("verify", "talks", "--policy=talks/policy"), 2, "talks: is a folder", "\"export\"");
        checkpoint();
        desk.done("export", "--data=talks", "--out=talks.zip");
        desk.write("policy", "log " + otherKey() + "\nquorum none\n");
        says(
                desk.run("verify", "talks.zip", "--policy=policy"),
                1,
                "the policy is for example.org/other with the key id");
    }

    private String otherKey() throws IOException {
        desk.key("other.key", KeyFile.Use.LOG, "example.org/other");
        return desk.publicKey("other.key");
    }

    @Test
    void anEntryIsShownInPlainWords() throws IOException {
        desk.opened("record", "append", desk.note("offer.json", "by the west road"), "--data=talks", "--key=anna.key");
        String shown = desk.done("record", "show", "0", "--data=talks").out();
        assertThat(shown)
                .startsWith("Entry 0 of example.org/talks\nKind          note, for parties\n")
                .contains(
                        "Written       2022-03-05T07:00:00Z, as its author says",
                        "no checkpoint yet",
                        "by the west road");
        checkpoint();
        JsonNode json =
                desk.done("record", "show", "0", "--data=talks", "--json").json();
        assertThat(json.at("/content/text").asString()).isEqualTo("by the west road");
        assertThat(json.at("/coveredBy").asLong()).isEqualTo(1);
        says(desk.run("record", "show", "1", "--data=talks"), 2, "1: is no entry of this record");
    }

    @Test
    void theLogIsListedByPagesAndByWhoSaidWhat() throws IOException {
        for (int i = 0; i < 5; i++) {
            desk.done("record", "append", desk.entry(i % 2 == 0 ? "anna" : "boris", "talks"), "--data=talks");
        }
        assertThat(desk.done("record", "log", "--data=talks", "--most=2").out())
                .contains("    3  ", "    4  ")
                .doesNotContain("    2  ");
        JsonNode page = desk.done("record", "log", "--data=talks", "--from=1", "--most=2", "--json")
                .json();
        assertThat(page.at("/entries/0/index").asLong()).isEqualTo(1);
        assertThat(page.at("/next").asLong()).isEqualTo(3);
        String boris = desk.publicKey("boris.key").substring(0, 12);
        JsonNode his = desk.done("record", "log", "--data=talks", "--author=" + boris, "--type=note", "--json")
                .json();
        assertThat(his.at("/entries").size()).isEqualTo(2);
        assertThat(desk.done("record", "log", "--data=talks", "--label=public", "--json")
                        .json()
                        .at("/entries")
                        .size())
                .isZero();
        says(desk.run("record", "log", "--data=talks", "--most=0"), 2, "--most: is no number to list by");
    }

    @Test
    void aProofOfOneEntryTravelsAlone() throws IOException {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        desk.done("record", "append", desk.entry("boris", "talks"), "--data=talks");
        says(desk.run("record", "proof", "0", "--data=talks", "--out=p"), 2, "has no checkpoint yet");
        checkpoint();
        says(desk.done("record", "proof", "0", "--data=talks", "--out=p"), 0, "Entry 0 is in the record of 2 entries");
        says(desk.run("verify", "p", "--policy=talks/policy"), 0, "Intact: ", "the proof of entry 0 alone");
        desk.write("p2", Files.readString(folder.resolve("p")).replaceFirst("extra A", "extra B"));
        says(desk.run("verify", "p2", "--policy=talks/policy"), 1, "Broken: ", "entry 0");
    }

    @Test
    void aProofOfGrowthIsOneThatWitnessesRead() throws IOException, Malformed {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        desk.done("record", "append", desk.entry("boris", "talks"), "--data=talks");
        checkpoint();
        desk.done("record", "proof", "--since=1", "--data=talks", "--out=p");
        assertThat(AddCheckpoint.read(Files.readAllBytes(folder.resolve("p"))).old())
                .isEqualTo(1);
        says(desk.run("record", "proof", "--since=3", "--data=talks", "--out=q"), 2, "no size that the record had");
        says(desk.run("record", "proof", "--data=talks", "--out=q"), 2, "leaves open");
    }

    @Test
    void aPartOfTheRecordIsHandedOutAndVerifiedAllTheSame() throws IOException {
        for (int i = 0; i < 3; i++) {
            desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        }
        checkpoint();
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        Ran export = desk.done("export", "--data=talks", "--out=part.zip", "--from=1", "--to=1");
        says(export, 0, "1 with words, 2 with place and hash only", "1 entry came after the last checkpoint");
        says(desk.run("verify", "part.zip", "--policy=talks/policy"), 0, "1 entry is here, by 1 key", "2 are withheld");
        says(desk.run("export", "--data=talks", "--out=x.zip", "--from=2", "--to=3"), 2, "the last one is 2");
        says(
                desk.run("record", "rebuild", "part.zip", "--policy=talks/policy", "--data=n", "--no-witness"),
                2,
                "withholds");
    }

    @Test
    void anAuthorWithoutTheRecordSignsAfterABundleThatWasVerified() throws IOException, Malformed {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        checkpoint();
        desk.done("export", "--data=talks", "--out=talks.zip");
        desk.note("more.json", "and water");
        String[] sign = {"record", "sign", "more.json", "--key=anna.key", "--bundle=talks.zip", "--policy=talks/policy"
        };
        desk.opened(with(sign, "--out=second"));
        desk.opened(with(sign, "--after=second", "--out=third"));
        assertThat(entry("third").body().sequence()).isEqualTo(2);
        assertThat(entry("third").body().seen().size()).isEqualTo(1);
        says(desk.done("record", "append", "second", "third", "--data=talks"), 0, "entry 1", "entry 2");
        desk.write("other", "log " + desk.publicKey("talks.key").replace('+', '-') + "\nquorum none\n");
        sign[5] = "--policy=other";
        says(desk.open(with(sign, "--out=x")), 2, "other: line 1");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void aKeyIsFollowedByAnotherThatAgreesAndTheOldFileStillOpens() throws IOException, Malformed {
        String passphrase = "--new-passphrase-file=" + desk.passphraseFile();
        desk.opened("keys", "rotate", "anna.key", "anna-2.key", "--data=talks", "--out=rotation", passphrase);
        assertThat(KeyStatements.isProven(entry("rotation"), new StrictEd25519()))
                .isTrue();
        says(desk.done("record", "append", "rotation", "--data=talks"), 0, "entry 0");
        assertThat(desk.done("record", "show", "0", "--data=talks").out())
                .contains("key-rotation", desk.publicKey("anna-2.key"))
                .doesNotContain("has not signed");
        desk.done("record", "append", desk.entry("anna", "talks"), desk.entry("anna-2", "talks"), "--data=talks");
        assertThat(desk.done("keys", "list").out()).contains("anna.key", "anna-2.key", "talks.key");
    }

    @Test
    void aKeyThatIsNotTheAuthorsOwnCannotBeNamedAsItsFollower() throws IOException, Malformed {
        String boris = desk.publicKey("boris.key");
        desk.write("claim.json", """
            {"type": "key-rotation", "label": "parties", "content": {"key": "%s", "proof": "%s"}}
            """.formatted(boris, "00".repeat(64)));
        desk.opened("record", "append", "claim.json", "--data=talks", "--key=anna.key");
        assertThat(desk.done("record", "show", "0", "--data=talks").out()).contains("has not signed that it follows");
    }

    @Test
    void aRevocationSaysWhichKeyAndFromWhere() throws IOException, Malformed {
        desk.opened(
                "keys",
                "revoke",
                "boris.key",
                "--revoked=" + desk.publicKey("anna.key"),
                "--from=3",
                "--reason=lost",
                "--data=talks",
                "--out=revocation");
        String content = entry("revocation").body().content().values().toString();
        assertThat(content).contains(desk.publicKey("anna.key"), "lost", "value=3");
        desk.opened("keys", "revoke", "anna.key", "--from=0", "--data=talks", "--out=own");
        assertThat(entry("own").body().content().values().toString()).contains(desk.publicKey("anna.key"));
        says(
                desk.open("keys", "revoke", "anna.key", "--revoked=05ab", "--from=0", "--data=talks", "--out=x"),
                2,
                "--revoked");
        says(
                desk.open("keys", "revoke", "anna.key", "--from=-1", "--data=talks", "--out=x"),
                2,
                "no place in a record");
    }

    @Test
    void aKeyIsForOneUse() throws IOException {
        says(
                desk.open("record", "sign", desk.note("n", "x"), "--key=talks.key", "--origin=o", "--out=x"),
                2,
                "is the key of a log");
        says(desk.open("record", "checkpoint", "--data=talks", "--key=anna.key"), 2, "is the key of an author");
        says(desk.run("record", "init", "--data=n", "--key=anna.key"), 2, "Name the key of a log here");
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws IOException {
        says(desk.run("record", "init", "--data=talks", "--key=talks.key"), 73, "holds a record already");
        checkpoint();
        desk.write("talks.zip", "precious");
        says(desk.run("export", "--data=talks", "--out=talks.zip"), 73, "talks.zip is there already");
        assertThat(Files.readString(folder.resolve("talks.zip"))).isEqualTo("precious");
        says(desk.run("record", "restore", "talks", "--data=talks", "--no-witness"), 73, "holds a record already");
        says(desk.run("record", "restore", "talks", "--data=n"), 2, "names no witness");
        says(desk.run("record", "log", "--data=nowhere"), 2, "nowhere: holds no record");
    }

    @Test
    void theStoredBytesChangedBehindTheKeepersBackAreFound() throws IOException {
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        checkpoint();
        says(desk.done("record", "check", "--data=talks"), 0, "All is as it was signed: 1 entry");
        Path file = folder.resolve("talks/log.db");
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("word 1");
        bytes[at] = 'W';
        Files.write(file, bytes);
        for (List<String> command :
                List.of(List.of("record", "check"), List.of("record", "show", "0"), List.of("export", "--out=x.zip"))) {
            String[] words =
                    Stream.concat(command.stream(), Stream.of("--data=talks")).toArray(String[]::new);
            assertThat(desk.run(words).code()).as("%s", command).isEqualTo(1);
        }
    }

    @Test
    void aPolicyNamesWitnessesOnceAndByKeysOfTheirKind() throws IOException {
        desk.key("w.key", KeyFile.Use.WITNESS, "w.example");
        String key = desk.publicKey("w.key");
        says(
                desk.done("record", "policy", "--data=talks", "--witness=W=" + key),
                0,
                "witness W " + key,
                "quorum witnesses");
        says(desk.run("record", "policy", "--data=talks", "--witness=W"), 2, "is no witness");
        says(desk.run("record", "policy", "--data=talks", "--witness=W=" + key, "--quorum=2"), 2, "no number of these");
        says(
                desk.run("record", "policy", "--data=talks", "--witness=A=" + key, "--witness=B=" + key),
                2,
                "named twice");
        says(desk.run("record", "ask", "V", "--data=talks", "--out=x"), 2, "V: is no witness");
    }

    @Test
    void whoeverComesWhileAnotherWritesIsToldAndMayReadMeanwhile() throws IOException {
        RecordFolder record = new RecordFolder(folder.resolve("talks"), org.safeconduct.disk.Disk.real());
        String file = desk.entry("anna", "talks");
        try (Keeper keeper = Keeper.open(record.engine(), new StrictEd25519(), List.of())) {
            assertThat(keeper.log().size()).isZero();
            Ran ran = desk.run("record", "append", file, "--data=talks");
            assertThat(ran.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
            assertThat(ran.err()).contains("talks");
            assertThat(desk.run("record", "log", "--data=talks").code()).isZero();
        }
        says(desk.run("record", "append", file, "--data=talks"), 0, "entry 0");
    }

    @Test
    void aFilterLooksThroughMoreThanOnePage() throws IOException {
        for (int i = 0; i < 3; i++) {
            desk.done("record", "append", desk.entry("boris", "talks"), "--data=talks");
        }
        desk.done("record", "append", desk.entry("anna", "talks"), "--data=talks");
        String anna = desk.publicKey("anna.key");
        JsonNode page = desk.done("record", "log", "--data=talks", "--from=0", "--most=1", "--author=" + anna, "--json")
                .json();
        assertThat(page.at("/entries/0/index").asLong()).isEqualTo(3);
        assertThat(page.at("/next").isNull()).isTrue();
        Files.delete(folder.resolve("talks/policy"));
        says(desk.run("record", "policy", "--data=talks"), 73, "policy: not there");
        says(desk.run("record", "policy", "--data=talks", "--quorum=2"), 2, "needs the witnesses");
    }

    @Test
    void nobodyElseOnTheComputerLooksIntoARecord() throws IOException {
        desk.done("record", "backup", "--data=talks", "--out=monday");
        desk.done("record", "restore", "monday", "--data=again", "--no-witness");
        desk.done("witness", "watch", desk.publicKey("talks.key"), "--data=watching");
        for (String name : List.of("talks", "monday", "again", "watching")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rwx------");
        }
    }
}
