package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.Signer;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Option;

/** The key with which a keeper signs for its record. */
final class LogKeyOptions {
    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "log-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    Signer signer(Secrets secrets) throws InputProblems, IOException {
        return secrets.signer(key, KeyFile.Use.LOG, passphraseFile);
    }

    /** The record's own key, which must be the one that was opened. */
    VerifierKey requireOwn(Keeper keeper, Signer signer) throws InputProblems {
        VerifierKey own = keeper.log().logKey();
        if (!own.key().equals(signer.key())) {
            throw Given.problem(key, Texts.text("record.other-key", own.name()), Texts.text("record.other-key.remedy"));
        }
        return own;
    }
}
