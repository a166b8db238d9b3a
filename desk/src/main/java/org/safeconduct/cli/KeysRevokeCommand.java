package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.KeyStatements;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.terms.Label;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys revoke KEY}: an entry that says from where on a key should no longer count. */
@Command(name = "revoke", sortOptions = false)
final class KeysRevokeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "KEY", descriptionKey = "signing-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--revoked", paramLabel = "PUBLIC")
    private @Nullable String revoked;

    @Option(names = "--from", paramLabel = "N", required = true)
    private long from;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "entry-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--label", paramLabel = "LABEL", descriptionKey = "entry-label")
    private String label = "parties";

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final ChainOptions chain = new ChainOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysRevokeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Label known = Signing.label(label);
        if (from < 0 || from > org.safeconduct.record.Json.GREATEST) {
            throw Given.word("--from " + from, Texts.text("revoke.no-place"), Texts.text("revoke.place"));
        }
        Optional<AuthorKey> other = other();
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        AuthorKey author = AuthorKey.of(signer);
        Statement.Signed entry = Signing.sign(
                around,
                out,
                KeyStatements.revocation(other.orElse(author), from, reason(), known),
                chain.next(around, author),
                signer);
        Signing.give(around, out, entry, output);
        if (!output.json) {
            around.out().println();
            around.out().println(Texts.text("keys.revoked", from));
        }
        return ExitCodes.DONE;
    }

    private String reason() throws InputProblems {
        try {
            return new org.safeconduct.record.Json.Text(reason).value();
        } catch (IllegalArgumentException e) {
            throw Given.word("--reason", reason, new Malformed(String.valueOf(e.getMessage())));
        }
    }

    /** The key named on the command line, which is public; empty if the signing one is meant. */
    private Optional<AuthorKey> other() throws InputProblems {
        if (revoked == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuthorKey.ofHex(revoked));
        } catch (Malformed e) {
            throw Given.word("--revoked", revoked, e);
        }
    }
}
