package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record backup}: a copy of the record, as it is at one moment. */
@Command(name = "backup", sortOptions = false)
final class RecordBackupCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "backup-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordBackupCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, String origin, long size) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        RecordFolder copy = new RecordFolder(around.at(out), Disk.real());
        if (copy.exists()) {
            throw new CannotWrite(Texts.text("record.exists", out));
        }
        folder.backUp(copy);
        try (KeptLog log = copy.read(new FastEd25519())) {
            if (output.json) {
                around.out()
                        .print(Json.text(
                                new Summary("safeconduct-backup/1", out.toString(), log.origin(), log.size())));
            } else {
                around.out().println(Texts.text("backup.made", log.origin(), Texts.count("entries", log.size()), out));
            }
            return ExitCodes.DONE;
        }
    }
}
