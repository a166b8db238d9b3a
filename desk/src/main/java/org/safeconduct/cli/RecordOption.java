package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.LastCheckpoint;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
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
        return existing(around, data);
    }

    static RecordFolder existing(Surroundings around, Path data) throws InputProblems {
        RecordFolder folder = new RecordFolder(around.at(data), Disk.real());
        if (!folder.exists()) {
            throw Given.problem(data, Texts.text("record.absent"), Texts.text("record.absent.remedy"));
        }
        try {
            folder.database();
        } catch (Malformed e) {
            throw Given.malformed(data.resolve("database"), e);
        } catch (IOException e) {
            throw Given.unreadable(data.resolve("database"), e);
        }
        return folder;
    }

    /** Whose word counts, as the record says. */
    Policy policy(RecordFolder folder) throws InputProblems, IOException {
        return policy(folder, data);
    }

    static Policy policy(RecordFolder folder, Path data) throws InputProblems, IOException {
        try {
            return folder.policy();
        } catch (Malformed e) {
            throw Given.malformed(data.resolve("policy"), e);
        }
    }

    /** How far a log has been signed, which it must have been. */
    LastCheckpoint signed(KeptLog log) throws InputProblems, IOException {
        return signed(log, data);
    }

    static LastCheckpoint signed(KeptLog log, Path data) throws InputProblems, IOException {
        return LastCheckpoint.of(log)
                .orElseThrow(
                        () -> Given.problem(data, Texts.text("export.unsigned"), Texts.text("export.unsigned.remedy")));
    }

    KeptLog read(Surroundings around) throws InputProblems, IOException {
        return existing(around).read(new FastEd25519());
    }
}
