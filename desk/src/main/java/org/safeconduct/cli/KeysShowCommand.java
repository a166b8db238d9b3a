package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys show FILE}: what of a key can be shown, and the words to read aloud. It takes no passphrase. */
@Command(name = "show", sortOptions = false)
final class KeysShowCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", descriptionKey = "key-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--public")
    private boolean publicOnly;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysShowCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems {
        KeySummary key = KeySummary.of(file.toString(), new Secrets(around).keyFile(file));
        if (output.json) {
            around.out().print(Json.text(key));
        } else if (publicOnly) {
            around.out().println(key.publicKey());
        } else {
            key.tell(around.out());
            around.out().println();
            around.out().println(Texts.text("key.read-aloud"));
        }
        return ExitCodes.DONE;
    }
}
