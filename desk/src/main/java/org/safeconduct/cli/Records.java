package org.safeconduct.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code record}: keep a record, say something in it, read it. */
@Command(name = "record", sortOptions = false)
final class Records implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    static CommandLine commands(Surroundings around) {
        return new CommandLine(new Records())
                .addSubcommand(new RecordInitCommand(around))
                .addSubcommand(new RecordAppendCommand(around))
                .addSubcommand(new RecordSignCommand(around))
                .addSubcommand(new RecordShowCommand(around))
                .addSubcommand(new RecordLogCommand(around))
                .addSubcommand(new RecordCheckpointCommand(around))
                .addSubcommand(new RecordProofCommand(around))
                .addSubcommand(new RecordPolicyCommand(around))
                .addSubcommand(new RecordAskCommand(around))
                .addSubcommand(new RecordCollectCommand(around))
                .addSubcommand(new RecordCheckCommand(around))
                .addSubcommand(new RecordBackupCommand(around))
                .addSubcommand(new RecordRestoreCommand(around))
                .addSubcommand(new RecordRebuildCommand(around));
    }

    @Override
    public Integer call() {
        return CommandLines.listed(spec);
    }
}
