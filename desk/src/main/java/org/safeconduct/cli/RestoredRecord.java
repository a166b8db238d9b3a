package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What restoring and rebuilding have in common: a new folder, and witnesses who may know more. */
final class RestoredRecord {
    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Option(names = "--no-witness", descriptionKey = "no-witness")
    private boolean unwarned;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    /** What {@code --json} prints. */
    record Summary(String format, String folder, String origin, long size, String logKey) {}

    /**
     * The folder to fill.
     *
     * @param known places where witnesses' word is looked up anyway
     */
    RecordFolder folder(Surroundings around, List<Path> known) throws InputProblems, CannotWrite {
        RecordFolder folder = record.folder(around);
        if (folder.exists()) {
            throw new CannotWrite(Texts.text("record.exists", record.data));
        }
        database.check();
        if (known.isEmpty() && seen.places.isEmpty() && !unwarned) {
            throw Given.word("", Texts.text("restore.unwarned"), Texts.text("restore.unwarned.remedy"));
        }
        return folder;
    }

    List<Path> places(Surroundings around) {
        return seen.at(around);
    }

    InputProblems unseen(RecordFolder.Unseen e) {
        return Given.problem(record.data, e.getMessage() + ".", Texts.text("restore.unseen.remedy"));
    }

    /** Puts the record where it is to be, and tells. */
    void finish(Surroundings around, RecordFolder folder) throws InputProblems, IOException {
        database.moveIn(folder);
        tell(around, folder);
    }

    private void tell(Surroundings around, RecordFolder folder) throws IOException {
        try (KeptLog log = folder.read(new FastEd25519())) {
            Summary made = new Summary(
                    "safeconduct-restored/1",
                    record.data.toString(),
                    log.origin(),
                    log.size(),
                    log.logKey().toString());
            if (output.json) {
                around.out().print(Json.text(made));
                return;
            }
            around.out()
                    .println(Texts.text(
                            "restore.made", made.origin(), Texts.count("entries", made.size()), made.folder()));
            if (log.logKeys().size() > 1) {
                around.out().println(Texts.text("restore.key", made.logKey()));
            }
            if (unwarned) {
                around.out().println(Texts.text("restore.warning"));
            }
        }
    }
}
