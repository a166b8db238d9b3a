package org.safeconduct.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.VerifierKey;

/**
 * A secret key that takes a passphrase to use, and its public key, which does not. Format: {@code spec/key-file.md}.
 *
 * @param name whose key it is; for a log its origin
 * @param publicKey 32 bytes: of Ed25519, or of X25519 where it is for a recipient
 * @param salt 16 bytes, never used twice
 * @param sealed the seed of 32 bytes, encrypted, and 16 bytes that authenticate it and everything before it
 */
public record KeyFile(String name, Use use, Bytes publicKey, Cost cost, Bytes salt, Bytes sealed) {

    static final int SALT_BYTES = 16;
    static final int SEED_BYTES = 32;
    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;

    /** What a key is for; one key is never used for two things. */
    public enum Use {
        /** Signs entries. */
        AUTHOR,
        /** Signs a log's checkpoints. */
        LOG,
        /** Cosigns other logs' checkpoints. */
        WITNESS,
        /** Opens what was sealed for it; it signs nothing. */
        RECIPIENT
    }

    public KeyFile {
        boolean hasLengths =
                publicKey.length() == 32 && salt.length() == SALT_BYTES && sealed.length() == SEED_BYTES + TAG_BYTES;
        if (!hasLengths) {
            throw new IllegalArgumentException("key, salt or sealed seed of another length than 32, 16, 48 bytes");
        }
        new VerifierKey(name, VerifierKey.Use.NOTE, publicKey); // refuses what is no name
    }

    /**
     * Shuts a seed away.
     *
     * @param seed 32 bytes; the caller overwrites them
     * @param chance gives the salt
     */
    public static KeyFile lock(Owner owner, byte[] seed, Passphrase passphrase, Cost cost, SecureRandom chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        Bytes publicKey = publicKey(owner.use(), seed);
        KeyFile open = new KeyFile(
                owner.name(), owner.use(), publicKey, cost, Bytes.of(salt), Bytes.of(new byte[SEED_BYTES + TAG_BYTES]));
        try {
            byte[] sealed = open.crypt(Cipher.ENCRYPT_MODE, passphrase, seed);
            return new KeyFile(owner.name(), owner.use(), publicKey, cost, Bytes.of(salt), Bytes.of(sealed));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("nothing is checked when encrypting", e);
        }
    }

    /** Whose key a file holds, and what for. */
    public record Owner(String name, Use use) {}

    /** Opens it; takes as long as its cost says. */
    public Unlocked unlock(Passphrase passphrase) {
        byte[] seed;
        try {
            seed = crypt(Cipher.DECRYPT_MODE, passphrase, sealed.toArray());
        } catch (AEADBadTagException _) {
            return new Unlocked.NotOpened("the passphrase is not the one of " + name
                    + ", or its file was changed; type it again, or take the paper copy");
        }
        try {
            if (!publicKey(use, seed).equals(publicKey)) {
                return new Unlocked.NotOpened("the secret key of " + name
                        + " does not belong to the public one; the file was put together from two");
            }
            return switch (use) {
                case AUTHOR, LOG, WITNESS -> new Unlocked.Opened(new SeedSigner(seed));
                case RECIPIENT -> new Unlocked.Reads(OpeningKey.of(Bytes.of(seed)));
            };
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static Bytes publicKey(Use use, byte[] seed) {
        return switch (use) {
            case AUTHOR, LOG, WITNESS -> new SeedSigner(seed).key();
            case RECIPIENT -> OpeningKey.of(Bytes.of(seed)).publicKey();
        };
    }

    /**
     * AES-256-GCM under a key from the passphrase. The salt is new for each file, so its key encrypts once, and a nonce of
     * zeros is used once with it.
     */
    private byte[] crypt(int mode, Passphrase passphrase, byte[] input) throws AEADBadTagException {
        byte[] key = key(passphrase);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            GCMParameterSpec nonce = new GCMParameterSpec(8 * TAG_BYTES, new byte[NONCE_BYTES]);
            cipher.init(mode, new SecretKeySpec(key, "AES"), nonce);
            cipher.updateAAD(KeyFileText.header(this).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] key(Passphrase passphrase) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt.toArray())
                .build());
        byte[] key = new byte[32];
        argon.generateBytes(passphrase.shared(), key);
        return key;
    }

    /** The public key as the owner hands it out: of a log or a witness. */
    public VerifierKey verifierKey() {
        return switch (use) {
            case AUTHOR -> throw new IllegalStateException("the key of an author is in each of its entries");
            case RECIPIENT -> throw new IllegalStateException("the key of a recipient signs nothing");
            case LOG -> new VerifierKey(name, VerifierKey.Use.NOTE, publicKey);
            case WITNESS -> new VerifierKey(name, VerifierKey.Use.COSIGNATURE, publicKey);
        };
    }

    /** The file's bytes. */
    public byte[] write() {
        return KeyFileText.write(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file.
     *
     * @throws Malformed unless it is written in the one way there is, and its cost can be afforded
     */
    public static KeyFile read(byte[] bytes) throws Malformed {
        return KeyFileText.read(bytes);
    }
}
