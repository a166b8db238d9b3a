package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.Watch;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code witness watch LOG}: begins to watch a record. */
@Command(name = "watch", sortOptions = false)
final class WitnessWatchCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "LOG", arity = "1..*", descriptionKey = "watched-key")
    private List<String> given = new ArrayList<>();

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "witness-data")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path data;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    WitnessWatchCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, List<Watched> logs) {}

    /** A record that is watched. */
    record Watched(String origin, String logKey, List<String> words) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String one : given) {
            VerifierKey key = Given.verifierKey(around, "LOG", one);
            if (key.use() != VerifierKey.Use.NOTE) {
                throw Given.word(one, Texts.text("watch.no-log"), Texts.text("watch.log"));
            }
            keys.add(key);
        }
        Watch watch = new Watch(around.at(data), Disk.real());
        try {
            watch.add(keys);
            tell(watch.logs());
        } catch (Malformed e) {
            throw Given.malformed(data.resolve("logs"), e);
        }
        return ExitCodes.DONE;
    }

    private void tell(List<VerifierKey> logs) {
        List<Watched> watched = logs.stream()
                .map(key -> new Watched(key.name(), key.toString(), SpokenWords.ofKey(key.key())))
                .toList();
        if (output.json) {
            around.out().print(Json.text(new Summary("safeconduct-watch/1", data.toString(), watched)));
            return;
        }
        for (Watched one : watched) {
            around.out().println(Plain.of(Texts.text("watch.log-name", one.origin())));
            around.out().println(Texts.text("record.words", String.join(" ", one.words())));
        }
        around.out().println();
        around.out().println(Texts.text("watch.compare"));
    }
}
