package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Hash;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.Signer;
import org.safeconduct.vault.Cost;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.KeyFolder;
import org.safeconduct.vault.Passphrase;

/**
 * Keys that follow from their names, so that an exercise played twice gives the same bytes twice. They keep no secret: whoever
 * reads this can sign with each of them. They are never to be used for anything real.
 */
final class ExerciseKeys {
    private static final String PREFIX = "an exercise of Safeconduct; this key is known to everybody\n";
    private static final String PASSPHRASE = "for exercises only";
    private static final Cost CHEAP = new Cost(8 * 1024, 1, 1); // nothing is kept from anybody

    private ExerciseKeys() {}

    static Signer signer(String name) {
        return new SeedSigner(seed(name));
    }

    /** The public key of an author, in digits. */
    static String publicKey(String name) {
        return AuthorKey.of(signer(name)).toHex();
    }

    private static byte[] seed(String name) {
        return Hash.of((PREFIX + name).getBytes(StandardCharsets.UTF_8)).toArray();
    }

    /** Writes the key into a file, behind a passphrase that everybody knows. */
    static void write(KeyFile.Owner owner, Path file) throws IOException {
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            KeyFile key = KeyFile.lock(owner, seed(owner.name()), passphrase, CHEAP, new Chance(owner.name()));
            KeyFolder.write(org.safeconduct.disk.Disk.real(), file, key);
        }
    }

    /** Writes that passphrase into a file. */
    static void writePassphrase(Path file) throws IOException {
        WholeFile.replace(org.safeconduct.disk.Disk.real(), file, (PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that follow from a word and from how many were asked for before: for exercises, where nothing need be guessed. */
    static final class Chance extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final String word;
        private long count;

        Chance(String word) {
            this.word = word;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i += Hash.LENGTH) {
                byte[] some = seed("chance " + count++ + " " + word);
                System.arraycopy(some, 0, bytes, i, Math.min(some.length, bytes.length - i));
                Arrays.fill(some, (byte) 0);
            }
        }
    }
}
