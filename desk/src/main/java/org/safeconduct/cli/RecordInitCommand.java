package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Policy;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record init}: begins a record. */
@Command(name = "init", sortOptions = false)
final class RecordInitCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "log-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordInitCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, String origin, String logKey, List<String> words, String policy) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.folder(around);
        if (folder.exists()) {
            throw new CannotWrite(Texts.text("record.exists", record.data));
        }
        database.check();
        KeyFile file = new Secrets(around).keyFile(key);
        if (file.use() != KeyFile.Use.LOG) {
            throw Given.problem(
                    key,
                    Texts.text("key.other-use", Texts.text("key.use." + file.use())),
                    Texts.text("key.needed-use", Texts.text("key.use.LOG")));
        }
        VerifierKey log = file.verifierKey();
        Policy made = policy.of(around, List.of(log));
        folder.create(log, made, seen.at(around));
        database.moveIn(folder);
        tell(new Summary(
                "safeconduct-record/1",
                record.data.toString(),
                log.name(),
                log.toString(),
                SpokenWords.ofKey(log.key()),
                new String(made.write(), StandardCharsets.UTF_8)));
        return ExitCodes.DONE;
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
            return;
        }
        around.out().println(Texts.text("record.made", made.origin(), made.folder()));
        around.out().println(Texts.text("record.key", made.logKey()));
        around.out().println(Texts.text("record.words", String.join(" ", made.words())));
        around.out().println();
        around.out().println(Texts.text("record.policy", record.data.resolve("policy")));
        made.policy().lines().forEach(line -> around.out().println("  " + line));
    }
}
