package org.safeconduct.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Inspection;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record check}: reads everything that is stored and says everything that is wrong with it. */
@Command(name = "check", sortOptions = false)
final class RecordCheckCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordCheckCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, String origin, long size, List<String> faults) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        try (Progress progress = output.progress(around);
                KeptLog log = record.read(around)) {
            progress.accept(Texts.text("record-check.stage"));
            List<String> faults = new ArrayList<>(Inspection.of(log, new FastEd25519()));
            if (faults.isEmpty()) {
                faults.addAll(SealedFaults.list(log, record.folder(around)));
            }
            if (output.json) {
                around.out()
                        .print(Json.text(new Summary(
                                "safeconduct-record-check/1",
                                record.data.toString(),
                                log.origin(),
                                log.size(),
                                faults)));
            } else if (faults.isEmpty()) {
                around.out().println(Texts.text("record-check.well", Texts.count("entries", log.size())));
            } else {
                faults.forEach(fault -> around.out().println(fault));
                around.out().println(Texts.text("record-check.remedy"));
            }
            return faults.isEmpty() ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
        }
    }
}
