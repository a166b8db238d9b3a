package org.safeconduct.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.OpeningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys age RECIPIENT}: the secret key as age programs read it, in a file that no passphrase guards. */
@Command(name = "age", sortOptions = false)
final class KeysAgeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "RECIPIENT", descriptionKey = "recipient-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "age-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysAgeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        OpeningKey key = new Secrets(around).openingKey(file, passphraseFile);
        String text = "# public key: " + key.recipient() + "\n" + key.forAge() + "\n";
        NewFile.write(around, out, text.getBytes(StandardCharsets.US_ASCII));
        around.out().println(Texts.text("age.written", out));
        return ExitCodes.DONE;
    }
}
