package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.vault.Cost;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.KeyFolder;
import org.safeconduct.vault.Passphrase;

/** Makes a secret key and shuts it into a file that was not there. */
final class NewKey {
    private static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,255}"); // what entries can name as their log
    private static final int SEED_BYTES = 32;

    private final Surroundings around;

    NewKey(Surroundings around) {
        this.around = around;
    }

    /** Whose key, and what for, from words of the command line. */
    static KeyFile.Owner owner(String name, String use) throws InputProblems {
        List<String> uses = Stream.of(KeyFile.Use.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!uses.contains(use)) {
            throw Given.word("--for " + use, Texts.text("key.no-use"), Near.remedy(use, uses));
        }
        KeyFile.Use known = KeyFile.Use.valueOf(use.toUpperCase(Locale.ROOT));
        boolean isName = known == KeyFile.Use.LOG
                ? ORIGIN.matcher(name).matches()
                : !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c <= ' ' || Character.isSpaceChar(c));
        if (!isName || Character.isISOControl(name.codePointAt(0))) {
            throw Given.word("--name \"" + name + "\"", Texts.text("key.no-name"), Texts.text("key.no-name.remedy"));
        }
        return new KeyFile.Owner(name, known);
    }

    /** A new key: its file, and what signs with it. */
    record Made(KeyFile file, Signer signer) {}

    Made create(KeyFile.Owner owner, Path file, @Nullable Path passphraseFile) throws InputProblems, CannotWrite {
        if (Files.exists(around.at(file))) {
            throw new CannotWrite(Texts.text("key.exists", file));
        }
        byte[] seed = new byte[SEED_BYTES];
        try (Passphrase passphrase = new Secrets(around).fresh(passphraseFile, owner.name())) {
            around.chance().nextBytes(seed);
            KeyFile key = KeyFile.lock(owner, seed, passphrase, Cost.USUAL, around.chance());
            KeyFolder.write(org.safeconduct.disk.Disk.real(), around.at(file), key);
            return new Made(key, new SeedSigner(seed));
        } catch (IOException e) {
            throw new CannotWrite(Texts.text("key.not-written", file, String.valueOf(e.getMessage())), e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }
}
