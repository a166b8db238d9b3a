package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.FailingDisk;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SeedSigner;

class KeyFileTest {

    private static final Cost LEAST = new Cost(8 * 1024, 1, 1);
    private static final byte[] SEED = Hash.of(Bytes.ofText("anna")).toArray();

    @TempDir
    Path folder;

    private final SecureRandom chance = new SecureRandom();

    private static Passphrase phrase(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private KeyFile locked() {
        return KeyFile.lock(
                new KeyFile.Owner("anna.example", KeyFile.Use.AUTHOR), SEED, phrase("six random words"), LEAST, chance);
    }

    @Test
    void itsPassphraseOpensItAndNoOther() throws Malformed {
        KeyFile file = KeyFile.read(locked().write());
        assertThat(file.unlock(phrase("six random words")))
                .isInstanceOfSatisfying(
                        Unlocked.Opened.class,
                        opened -> assertThat(opened.signer().sign(new byte[1]))
                                .isEqualTo(new SeedSigner(SEED).sign(new byte[1])));
        assertThat(file.unlock(phrase("six random word"))).isInstanceOf(Unlocked.NotOpened.class);
    }

    @Test
    void everyByteIsAuthenticated() {
        byte[] bytes = locked().write();
        for (int at = 0; at < bytes.length; at += 5) {
            bytes[at] ^= (byte) 1;
            assertThat(opens(bytes)).as("byte %d", at).isFalse();
            bytes[at] ^= (byte) 1;
        }
        assertThat(opens(bytes)).isTrue();
    }

    private static boolean opens(byte[] bytes) {
        try {
            return KeyFile.read(bytes).unlock(phrase("six random words")) instanceof Unlocked.Opened;
        } catch (Malformed e) {
            return false;
        }
    }

    @Test
    void thePassphraseIsTheSameHoweverTheKeyboardSendsIt() {
        byte[] one = phrase("caf\u00e9 du nord").shared();
        byte[] other = phrase("cafe\u0301 du nord").shared();
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aPassphraseIsOverwrittenWhenClosed() {
        Passphrase phrase = phrase("six random words");
        byte[] inside = phrase.shared();
        phrase.close();
        assertThat(inside).containsOnly(0);
        assertThat(phrase("short").isLongEnough()).isFalse();
        assertThatThrownBy(() -> phrase("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws Exception {
        Path path = folder.resolve("anna.key");
        KeyFolder.write(Disk.real(), path, locked());
        assertThat(KeyFolder.read(path).name()).isEqualTo("anna.example");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyFolder.read(path))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyIsNeverOverwrittenAndNeverHalfWritten() throws IOException {
        KeyFile file = locked();
        for (int step = 0; step < 2; step++) {
            Path path = folder.resolve("at-" + step);
            FailingDisk failing = new FailingDisk(step);
            assertThatThrownBy(() -> KeyFolder.write(failing, path, file)).isInstanceOf(IOException.class);
            assertThat(path).doesNotExist();
        }
        Path path = folder.resolve("anna.key");
        KeyFolder.write(Disk.real(), path, file);
        assertThatThrownBy(() -> KeyFolder.write(Disk.real(), path, file)).hasMessageContaining("never overwritten");
    }

    @Test
    void vectorsOpenOrAreToldAsTheySay() throws IOException {
        Path folder = Path.of(System.getProperty("safeconduct.root", "..")).resolve("spec/vectors/key-file");
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                assertThat(verdict(Files.readAllBytes(file))).as(name).isEqualTo(name.substring(0, name.indexOf('-')));
            }
        }
    }

    /** The first word of a vector's name: opens, shut or malformed. */
    private static String verdict(byte[] bytes) {
        try {
            return KeyFile.read(bytes).unlock(phrase("six random words")) instanceof Unlocked.Opened ? "opens" : "shut";
        } catch (Malformed e) {
            assertThat(e.getMessage().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
            return "malformed";
        }
    }
}
