package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code record restore BACKUP}: puts a backup into a new folder, unless a witness has seen more. */
@Command(name = "restore", sortOptions = false)
final class RecordRestoreCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "BACKUP", descriptionKey = "backup")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path backup;

    @Mixin
    private final RestoredRecord restored = new RestoredRecord();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordRestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder from = new RecordFolder(around.at(backup), Disk.real());
        if (!from.exists()) {
            throw Given.problem(backup, Texts.text("record.absent"), Texts.text("restore.absent.remedy"));
        }
        RecordFolder folder = restored.folder(around, from.seen());
        try {
            folder.restore(from, new FastEd25519(), restored.places(around));
        } catch (RecordFolder.Unseen e) {
            throw restored.unseen(e);
        } catch (Malformed e) {
            throw Given.malformed(backup.resolve("policy"), e);
        }
        restored.finish(around, folder);
        return ExitCodes.DONE;
    }
}
