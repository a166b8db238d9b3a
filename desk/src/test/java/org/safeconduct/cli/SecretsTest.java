package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;

/** Where passphrases come from, and where they never go. */
class SecretsTest {
    private static final List<String> TAKING_A_KEY = List.of(
            "keys create",
            "keys rotate",
            "keys revoke",
            "record append",
            "record sign",
            "record checkpoint",
            "record rotate");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aKeyIsMade() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.note("offer.json", "by the west road");
    }

    private Ran sign(String... more) {
        List<String> words = new ArrayList<>(List.of("record", "sign", "offer.json", "--key=anna.key", "--origin=x"));
        words.addAll(List.of(more));
        words.add("--out=signed" + desk.count());
        return desk.run(words.toArray(String[]::new));
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void aPassphraseIsTypedOrReadFromAPrivateFile() throws IOException {
        assertThat(desk.types(Desk.PASSPHRASE)
                        .run("record", "sign", "offer.json", "--key=anna.key", "--origin=x", "--out=1")
                        .code())
                .isZero();
        assertThat(sign("--passphrase-file=" + desk.passphraseFile()).code()).isZero();
        assertThat(sign().err()).contains("There is nobody to ask", "--passphrase-file");
    }

    @Test
    void aFileThatOthersCanReadIsNotTaken() throws IOException {
        String file = desk.passphraseFile();
        mode(folder.resolve(file), "rw-r--r--");
        Ran ran = sign("--passphrase-file=" + file);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("passphrase: mode rw-r--r-- lets others in")
                .contains("chmod 600")
                .doesNotContain(Desk.PASSPHRASE);
        mode(folder.resolve(file), "rw-------");
        mode(folder.resolve("anna.key"), "rw-rw----");
        assertThat(sign("--passphrase-file=" + file).err()).contains("anna.key: mode rw-rw----");
    }

    @Test
    void anotherPassphraseOpensNothingAndIsNotRepeated() throws IOException {
        Ran ran = desk.types("not this one at all")
                .run("record", "sign", "offer.json", "--key=anna.key", "--origin=x", "--out=1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("the passphrase is not the one of a.example/anna")
                .doesNotContain("not this one");
        desk.write("two", "one\ntwo\n");
        mode(folder.resolve("two"), "rw-------");
        assertThat(sign("--passphrase-file=two").err())
                .contains("two: holds more than one line")
                .doesNotContain("one\n");
    }

    @Test
    void aNewKeyTakesAPassphraseThatIsLongAndTypedTwice() {
        String[] create = {"keys", "create", "new.key", "--for=author", "--name=boris"};
        assertThat(desk.types("short").run(create).err())
                .contains("fewer than 12 characters", "six random words")
                .doesNotContain("--passphrase-file");
        assertThat(desk.types("").run(create).err()).contains("Nothing was typed");
        assertThat(desk.types("long enough it is", "long enough it was")
                        .run(create)
                        .err())
                .contains("not the same");
        assertThat(folder.resolve("new.key")).doesNotExist();
        assertThat(desk.types("long enough it is", "long enough it is")
                        .run(create)
                        .code())
                .isZero();
        assertThat(desk.run(create).code()).as("never written over").isEqualTo(73);
    }

    @Test
    void noCommandTakesASecretAsAWord() {
        for (String command : TAKING_A_KEY) {
            String help = Ran.atTop((command + " --help").split(" ")).out();
            assertThat(help)
                    .contains("--passphrase-file=FILE")
                    .doesNotContainPattern("--[a-z-]*(passphrase|secret|seed)[= ]");
        }
        Ran ran = sign("--passphrase=" + Desk.PASSPHRASE);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out() + ran.err()).doesNotContain(Desk.PASSPHRASE);
    }

    @Test
    void noOutputAndNoFileHoldsASecret() throws IOException {
        String file = desk.passphraseFile();
        Ran create = desk.done(
                "keys", "create", "boris.key", "--for=author", "--name=boris", "--passphrase-file=" + file, "--json");
        Ran signed = sign("--passphrase-file=" + file, "--json");
        Ran rotated = desk.done(
                "keys",
                "rotate",
                "anna.key",
                "anna-2.key",
                "--origin=x",
                "--out=rotation",
                "--passphrase-file=" + file,
                "--new-passphrase-file=" + file,
                "--json");
        String told = create.out() + create.err() + signed.out() + signed.err() + rotated.out() + rotated.err();
        assertThat(told).doesNotContain(Desk.PASSPHRASE);
        for (byte[] seed : desk.seeds()) {
            assertThat(told).doesNotContain(HexFormat.of().formatHex(seed));
            for (String name : List.of("boris.key", "anna.key", "anna-2.key", "rotation")) {
                assertThat(new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1))
                        .doesNotContain(HexFormat.of().formatHex(seed))
                        .doesNotContain(Desk.PASSPHRASE);
            }
        }
    }
}
