package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record sign FILE}: signs a statement into a file, to be taken to the record. */
@Command(name = "sign", sortOptions = false)
final class RecordSignCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", descriptionKey = "statement-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "author-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "entry-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final ChainOptions chain = new ChainOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordSignCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Statement statement = Signing.statement(around, file);
        if (statement.sealing() != null) {
            throw Given.problem(file, Texts.text("sealed.no-folder"), Texts.text("sealed.no-folder.remedy"));
        }
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        Statement.Signed signed =
                Signing.sign(around, file, statement, chain.next(around, AuthorKey.of(signer)), signer);
        Signing.give(around, out, signed, output);
        return ExitCodes.DONE;
    }
}
