package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Option;

/** Which record a command works on. */
final class RecordOption {
    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "record-data")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path data;

    RecordFolder folder(Surroundings around) {
        return new RecordFolder(around.at(data), Disk.real());
    }

    /** The record, which must be there. */
    RecordFolder existing(Surroundings around) throws InputProblems {
        RecordFolder folder = folder(around);
        if (!folder.exists()) {
            throw Given.problem(data, Texts.text("record.absent"), Texts.text("record.absent.remedy"));
        }
        return folder;
    }

    KeptLog read(Surroundings around) throws InputProblems, IOException {
        return existing(around).read(new FastEd25519());
    }
}
