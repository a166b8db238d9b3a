package org.safeconduct.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.KeyFolder;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.Passphrase;
import org.safeconduct.vault.Unlocked;

/**
 * Passphrases and the keys they open. A passphrase is typed, or read from a file that only its owner can read; never
 * from the command line or the environment, which other programs can see.
 */
final class Secrets {
    private final Surroundings around;

    Secrets(Surroundings around) {
        this.around = around;
    }

    /** Opens a key for one use. */
    Signer signer(Path file, KeyFile.Use use, @Nullable Path passphraseFile) throws InputProblems {
        KeyFile key = keyFile(file);
        if (key.use() != use) {
            throw otherUse(file, key, use);
        }
        return open(file, key, passphraseFile);
    }

    Signer open(Path file, KeyFile key, @Nullable Path passphraseFile) throws InputProblems {
        try (Passphrase passphrase = passphrase(passphraseFile, Texts.text("passphrase.of", key.name(), file))) {
            return switch (key.unlock(passphrase)) {
                case Unlocked.Opened opened -> opened.signer();
                case Unlocked.Reads _ -> throw new IllegalStateException("its use was looked at before");
                case Unlocked.NotOpened not -> throw Given.malformed(file, new Malformed(not.why()));
            };
        }
    }

    /** Opens what opens sealed words. */
    OpeningKey openingKey(Path file, @Nullable Path passphraseFile) throws InputProblems {
        KeyFile key = keyFile(file);
        if (key.use() != KeyFile.Use.RECIPIENT) {
            throw otherUse(file, key, KeyFile.Use.RECIPIENT);
        }
        try (Passphrase passphrase = passphrase(passphraseFile, Texts.text("passphrase.of", key.name(), file))) {
            return switch (key.unlock(passphrase)) {
                case Unlocked.Reads reads -> reads.key();
                case Unlocked.Opened _ -> throw new IllegalStateException("its use was looked at before");
                case Unlocked.NotOpened not -> throw Given.malformed(file, new Malformed(not.why()));
            };
        }
    }

    static InputProblems otherUse(Path file, KeyFile key, KeyFile.Use use) {
        return Given.problem(
                file,
                Texts.text("key.other-use", Texts.text("key.use." + key.use())),
                Texts.text("key.needed-use", Texts.text("key.use." + use)));
    }

    KeyFile keyFile(Path file) throws InputProblems {
        try {
            return KeyFolder.read(around.at(file));
        } catch (IOException e) {
            throw Given.unreadable(file, e);
        } catch (Malformed e) {
            throw malformed(file, e);
        }
    }

    /** A passphrase for a new key: long enough, and typed twice the same. */
    Passphrase fresh(@Nullable Path file, String name) throws InputProblems {
        Passphrase first = passphrase(file, Texts.text("passphrase.new", name));
        if (!first.isLongEnough()) {
            first.close();
            throw Given.word(
                    file == null ? "" : "--passphrase-file",
                    Texts.text("passphrase.short", Passphrase.FEWEST),
                    Texts.text("passphrase.short.remedy"));
        }
        if (file == null) {
            char[] again = typed(Texts.text("passphrase.again"));
            try (Passphrase second = of(again)) {
                if (!first.isSameAs(second)) {
                    first.close();
                    throw Given.word("", Texts.text("passphrase.differ"), Texts.text("passphrase.differ.remedy"));
                }
            }
        }
        return first;
    }

    private Passphrase passphrase(@Nullable Path file, String question) throws InputProblems {
        return of(file == null ? typed(question) : read(file));
    }

    /** What was typed, overwritten once it is taken. */
    private static Passphrase of(char[] characters) throws InputProblems {
        try {
            return Passphrase.of(characters);
        } catch (IllegalArgumentException e) {
            throw Given.word("", e.getMessage() + ".", Texts.text("passphrase.lines.remedy"));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private char[] typed(String question) throws InputProblems {
        Optional<char[]> typed = around.prompt().ask(question);
        if (typed.isPresent() && typed.get().length == 0) {
            throw Given.word("", Texts.text("passphrase.empty"), Texts.text("passphrase.empty.remedy"));
        }
        return typed.orElseThrow(
                () -> Given.word("", Texts.text("passphrase.nobody"), Texts.text("passphrase.nobody.remedy")));
    }

    /** The first line of a file; there must be no second. */
    private char[] read(Path file) throws InputProblems {
        byte[] bytes = new byte[0];
        try {
            bytes = KeyFolder.readSecret(around.at(file));
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int end = text.length();
            if (end > 0 && text.get(end - 1) == '\n') {
                end--;
            }
            if (end > 0 && text.get(end - 1) == '\r') {
                end--;
            }
            char[] line = new char[end];
            text.get(line);
            Arrays.fill(text.array(), '\0');
            if (CharBuffer.wrap(line).chars().anyMatch(c -> c == '\n')) {
                Arrays.fill(line, '\0');
                throw Given.problem(file, Texts.text("passphrase.lines"), Texts.text("passphrase.lines.remedy"));
            }
            return line;
        } catch (CharacterCodingException _) {
            throw Given.problem(file, Texts.text("passphrase.no-text"), Texts.text("passphrase.lines.remedy"));
        } catch (IOException e) {
            throw Given.unreadable(file, e);
        } catch (Malformed e) {
            throw malformed(file, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** What is wrong with a secret's file; where the message names the file as it was opened, it is named as it was given. */
    private InputProblems malformed(Path file, Malformed e) {
        String opened = around.at(file) + ": ";
        String message = e.getMessage();
        return Given.malformed(
                file, message.startsWith(opened) ? new Malformed(message.substring(opened.length())) : e);
    }
}
