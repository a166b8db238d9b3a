package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Policy;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who says something in which talks. */
final class AuthorOptions {
    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "say-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final SeenOption seen = new SeenOption();

    /** Asks for the passphrase, and opens the record for writing with the talks it holds. */
    Saying open(Surroundings around) throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        Policy policy = record.policy(folder);
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        Keeper keeper = seen.write(folder, around);
        try {
            Talks talks = Talks.of(keeper.log(), keeper.log().size(), policy, new FastEd25519());
            return new Saying(around, folder, keeper, talks, signer);
        } catch (IOException | RuntimeException e) {
            keeper.close();
            throw e;
        }
    }
}
