package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys create FILE}: a new secret key, shut behind a passphrase. */
@Command(name = "create", sortOptions = false)
final class KeysCreateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", descriptionKey = "new-key-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--for", paramLabel = "USE", required = true)
    private String use = "";

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysCreateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        KeyFile.Owner owner = NewKey.owner(name, use);
        KeyFile key = new NewKey(around).create(owner, file, passphraseFile).file();
        KeySummary made = KeySummary.of(file.toString(), key);
        if (output.json) {
            around.out().print(Json.text(made));
        } else {
            made.tell(around.out());
            around.out().println();
            around.out().println(Texts.text("key.created"));
        }
        return ExitCodes.DONE;
    }
}
