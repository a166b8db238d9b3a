package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.HeldCopy;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.verify.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record rebuild BUNDLE}: makes the record again from a party's copy. */
@Command(name = "rebuild", sortOptions = false)
final class RecordRebuildCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "BUNDLE", descriptionKey = "rebuild-bundle")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--policy", paramLabel = "FILE", required = true, descriptionKey = "policy-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path policyFile;

    @Mixin
    private final RestoredRecord restored = new RestoredRecord();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordRebuildCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Policy policy = Given.policy(around, policyFile);
        HeldCopy copy;
        try {
            byte[] zip = Given.bytes(around, file, (int) Bundle.USUAL_BYTES);
            copy = HeldCopy.of(Bundle.read(zip, Bundle.USUAL_BYTES));
        } catch (Malformed e) {
            throw Given.malformed(file, e);
        }
        if (!copy.isWhole()) {
            throw Given.problem(file, Texts.text("rebuild.withheld"), Texts.text("rebuild.withheld.remedy"));
        }
        List<VerifierKey> keys = copy.logKeys(policy, new FastEd25519());
        if (keys.isEmpty()) {
            throw Given.problem(file, Texts.text("rebuild.other-log"), Texts.text("rebuild.other-log.remedy"));
        }
        RecordFolder folder = restored.folder(around, List.of());
        try {
            folder.rebuild(copy, keys, policy, new FastEd25519(), restored.places(around));
        } catch (RecordFolder.Unseen e) {
            throw restored.unseen(e);
        }
        restored.finish(around, folder);
        return ExitCodes.DONE;
    }
}
