package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.Statement;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.terms.Label;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.OpeningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys announce RECIPIENT}: says in talks with which key words can be sealed for the author. */
@Command(name = "announce", sortOptions = false)
final class KeysAnnounceCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "RECIPIENT", descriptionKey = "recipient-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysAnnounceCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        KeyFile key = new Secrets(around).keyFile(file);
        if (key.use() != KeyFile.Use.RECIPIENT) {
            throw Secrets.otherUse(file, key, KeyFile.Use.RECIPIENT);
        }
        Statement statement = Statement.of(
                "recipient",
                Label.PARTIES,
                Map.of("key", new org.safeconduct.record.Json.Text(OpeningKey.recipient(key.publicKey()))));
        try (Saying saying = author.open(around)) {
            return saying.tell(
                    output, List.of(saying.say(file.toString(), statement, Saying.Manner.IF_ACCEPTED)), true);
        }
    }
}
