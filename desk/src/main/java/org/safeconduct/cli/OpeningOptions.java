package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.vault.SealedFolder;
import org.safeconduct.vault.SealedWords;
import picocli.CommandLine.Option;

/** With which key sealed words are opened. */
final class OpeningOptions {
    @Option(names = "--open-with", paramLabel = "RECIPIENT", descriptionKey = "open-with")
    private @Nullable Path file;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    /** What came of opening the words of an entry. */
    sealed interface Words {
        /** Each opens a commitment of the entry. */
        record Opened(List<Disclosure> disclosures) implements Words {}

        /** Why not, as a key of the messages, with a detail. */
        record Not(String key, String detail) implements Words {}
    }

    /** Asks for the passphrase; empty if no key was named. */
    Optional<OpeningKey> key(Surroundings around) throws InputProblems {
        return file == null ? Optional.empty() : Optional.of(new Secrets(around).openingKey(file, passphraseFile));
    }

    /** Opens what an entry says to be sealed, and holds it against the entry's commitments. */
    static Words words(SealedFolder folder, Entry entry, Sealed sealed, Optional<OpeningKey> key) throws IOException {
        try {
            Optional<SealedFile> held = folder.find(sealed.ciphertext());
            if (held.isEmpty()) {
                return new Words.Not("sealed.unknown", "");
            }
            return key.isEmpty() ? new Words.Not("sealed.shut", "") : opened(held.get(), entry, key.get());
        } catch (Malformed e) {
            return new Words.Not("sealed.damaged", e.getMessage());
        }
    }

    private static Words opened(SealedFile file, Entry entry, OpeningKey key) throws Malformed {
        return switch (file.open(key)) {
            case SealedFile.Opening.Opened opened -> {
                List<Disclosure> disclosures = SealedWords.read(opened.plain()).disclosures(entry.identity());
                boolean isTrue = disclosures.stream().allMatch(one -> one.opens(entry));
                yield isTrue ? new Words.Opened(disclosures) : new Words.Not("sealed.other", "");
            }
            case SealedFile.Opening.ForOthers _ -> new Words.Not("sealed.for-others", "");
            case SealedFile.Opening.Damaged damaged -> new Words.Not("sealed.damaged", damaged.why());
        };
    }
}
