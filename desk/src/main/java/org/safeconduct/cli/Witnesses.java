package org.safeconduct.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code witness}: say that a record was seen to grow, and take in that others say so. */
@Command(name = "witness", sortOptions = false)
final class Witnesses implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    static CommandLine commands(Surroundings around) {
        return new CommandLine(new Witnesses())
                .addSubcommand(new WitnessWatchCommand(around))
                .addSubcommand(new WitnessAnswerCommand(around));
    }

    @Override
    public Integer call() {
        return CommandLines.listed(spec);
    }
}
