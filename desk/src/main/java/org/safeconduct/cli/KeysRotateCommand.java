package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.KeyStatements;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.terms.Label;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys rotate OLD NEW}: a new key, and an entry in which the old one names it. The old file stays as it is. */
@Command(name = "rotate", sortOptions = false)
final class KeysRotateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "old-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "new-key-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path follower;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "entry-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--label", paramLabel = "LABEL", descriptionKey = "entry-label")
    private String label = "parties";

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", descriptionKey = "new-passphrase-file")
    private @Nullable Path newPassphraseFile;

    @Mixin
    private final ChainOptions chain = new ChainOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysRotateCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, KeySummary key, Signing.Summary entry) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Label known = Signing.label(label);
        if (Files.exists(around.at(out))) {
            throw new CannotWrite(Texts.text("file.exists", out)); // before a key is made that nothing names
        }
        Secrets secrets = new Secrets(around);
        Signer signer = secrets.signer(old, KeyFile.Use.AUTHOR, passphraseFile);
        AuthorKey author = AuthorKey.of(signer);
        NextPlace place = chain.next(around, author);
        KeyFile.Owner owner = new KeyFile.Owner(secrets.keyFile(old).name(), KeyFile.Use.AUTHOR);
        NewKey.Made made = new NewKey(around).create(owner, follower, newPassphraseFile);
        Statement.Signed signed = Signing.sign(
                around, out, KeyStatements.rotation(place.origin(), author, made.signer(), known), place, signer);
        EntryFile.write(around, out, signed.entry());
        tell(new Summary(
                "safeconduct-rotation/1",
                KeySummary.of(follower.toString(), made.file()),
                Signing.Summary.of(out, signed)));
        return ExitCodes.DONE;
    }

    private void tell(Summary rotated) {
        if (output.json) {
            around.out().print(Json.text(rotated));
            return;
        }
        rotated.key().tell(around.out());
        around.out().println();
        rotated.entry().tell(around);
        around.out().println();
        around.out().println(Texts.text("keys.rotated", old));
    }
}
