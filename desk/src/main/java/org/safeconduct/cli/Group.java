package org.safeconduct.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word that stands for nothing by itself: it lists the commands under it. */
@Command(sortOptions = false)
final class Group implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    private Group() {}

    private static CommandLine of(String name, Object... commands) {
        CommandLine group = new CommandLine(new Group()).setCommandName(name);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    /** {@code keys}: secret keys in files, and public keys to hand out and to read aloud. */
    static CommandLine keys(Surroundings around) {
        return of(
                "keys",
                new KeysCreateCommand(around),
                new KeysShowCommand(around),
                new KeysListCommand(around),
                new KeysRotateCommand(around),
                new KeysRevokeCommand(around),
                new KeysAnnounceCommand(around),
                new KeysAgeCommand(around));
    }

    /** {@code record}: keep a record, say something in it, read it. */
    static CommandLine record(Surroundings around) {
        return of(
                "record",
                new RecordInitCommand(around),
                new RecordAppendCommand(around),
                new RecordSignCommand(around),
                new RecordShowCommand(around),
                new RecordLogCommand(around),
                new RecordCheckpointCommand(around),
                new RecordProofCommand(around),
                new RecordPolicyCommand(around),
                new RecordRotateCommand(around),
                new RecordAskCommand(around),
                new RecordCollectCommand(around),
                new RecordCheckCommand(around),
                new RecordCompareCommand(around),
                new RecordEraseCommand(around),
                new RecordBackupCommand(around),
                new RecordRestoreCommand(around),
                new RecordRebuildCommand(around));
    }

    /** {@code witness}: say that a record was seen to grow. */
    static CommandLine witness(Surroundings around) {
        return of("witness", new WitnessWatchCommand(around), new WitnessAnswerCommand(around));
    }

    /** {@code demo}: see it done, on an exercise that comes with the project. */
    static CommandLine demo(Surroundings around) {
        return of("demo", new DemoRecordCommand(around));
    }

    @Override
    public Integer call() {
        return CommandLines.listed(spec);
    }
}
